"""Participles behind a number that leaves its noun out: «dont 10 000 irrigués», but not «dont 12 vallées»."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules


def is_done(word: str, rules: FigureRules) -> bool:
    """Whether a word in the plural says what was done with things, and is the name of none.

    Args:
        word: in lower case.
        rules: endings of participles, and nouns that have them too.
    """
    if rules.word_class("headless").has_word(word) or rules.word_class("state").has_word(word):
        return True
    if not word.endswith(_accented("participle_sure", rules)) or word in rules.numbers:
        return False
    if word.endswith(_accented("quality_ending", rules)):
        return rules.word_class("quality_participle").has_word(word)
    return not any(rules.word_class(name).has_word(word) for name in ("nominal", "participle_noun"))


def _accented(name: str, rules: FigureRules) -> tuple[str, ...]:
    """Endings of a class as they are spelt: without its accent one of them would end most plurals."""
    forms = (form for forms in rules.word_class(name).by_last.values() for form, _ in forms)
    return tuple(form for form in forms if not form.isascii())
