"""What a name says of the sort of its organisation besides its head noun: «Forces de police», «Société de géographie»."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from glane.text.forms import fold
from glane.text.split import split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from glane.rules.names import HeadRow, TellingRow
    from glane.text.knowledge import KnowledgeBase
    from glane.text.names.lexicon import NameLexicon

_WORD = re.compile(r"[^\W_]+")
_ORGANISATION = "organisation"
_OTHER = "other"
_ELSEWHERE = "document:"
"""How the ids of rules begin that hear of a name from another place: what they say of it is said of its acronym."""
_LONGEST = 6
"""Parts of the nouns that open a name."""


class _Rule(NamedTuple):
    """A row of the table with its forms as they are compared, see `_line`."""

    row: TellingRow
    heads: tuple[str, ...]
    next: tuple[str, ...]
    words: tuple[str, ...]
    endings: tuple[str, ...]


class Subtypes:
    """The rows that tell a subtype, by the first words of their heads."""

    def __init__(
        self,
        rows: Iterable[TellingRow],
        heads: Iterable[HeadRow],
        lexicon: NameLexicon,
        knowledge: KnowledgeBase,
        has_country: Callable[[str], bool],
    ) -> None:
        """Take the rows, the head nouns, the knowledge base, and what tells whether a country is in a name."""
        self._lexicon, self._knowledge, self._has_country = lexicon, knowledge, has_country
        self._plural_letters = "".join(lexicon.words("noun_plural_ending"))
        self._heads = {head.id: head for head in heads if head.kind == _ORGANISATION}
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        for row in rows:
            rule = _Rule(
                row,
                tuple(_line([*map(self._singular, _parts(head))]) for head in row.heads),
                _lines(row.next),
                _lines(row.words),
                tuple(map(fold, row.endings)),
            )
            for first in {head.split()[0] for head in rule.heads} or {""}:
                self._rules[first].append(rule)

    def told(self, name: str, rule: str, subtype: str | None) -> str | None:
        """The subtype of an organisation that the knowledge base does not have.

        Args:
            name: its name, as it stands.
            rule: what found it; where that is a head noun, the name may stand behind it alone: «le groupe Velmor».
            subtype: what the rule says of it, if anything.

        Returns:
            What the name says, else the subtype of its head noun, else ``subtype``.
        """
        words = split_words(name)
        found = self._lexicon.head_at(words, 0) if words else None
        head = None if found is None else self._heads.get(found[1].id)
        parts = _parts(name)
        if head is None and rule in self._heads:
            head = self._heads[rule]
            parts = _parts(head.forms[0]) + parts
        told = subtype
        if head is not None and (subtype is None or (rule.startswith(_ELSEWHERE) and head.subtype != _OTHER)):
            told = head.subtype
        opening = self._singular(parts[0]) if head is not None else ""
        for one in self._rules.get(opening, ()):
            if (not one.row.instead or told in one.row.instead) and self._fits(one, name, parts):
                return one.row.subtype
        return told

    def _fits(self, rule: _Rule, name: str, parts: Sequence[str]) -> bool:
        """Whether a rule fits a name, which has some parts."""
        if not rule.heads:
            return _line(parts).endswith(rule.words)
        singular = _line([self._singular(part) for part in parts[:_LONGEST]])
        length = max((len(one.split()) for one in rule.heads if singular.startswith(one)), default=0)
        if not length or not self._has_state(rule.row, name):
            return False
        asks = rule.next or rule.words or rule.endings or rule.row.rest
        return not asks or self._is_told(rule, parts[length:])

    def _has_state(self, row: TellingRow, name: str) -> bool:
        """Whether a country is in a name, or none is, as a row asks."""
        return not row.state or (row.state == "with") == self._has_country(name)

    def _is_told(self, rule: _Rule, rest: Sequence[str]) -> bool:
        """Whether what stands behind a head is what a rule asks for."""
        line = _line(rest)
        if line.startswith(rule.next) or any(words in line for words in rule.words):
            return True
        if any(part.endswith(rule.endings) for part in rest):
            return True
        return bool(rule.row.rest) and self._is_known(" ".join(rest), rule.row.rest)

    def _is_known(self, rest: str, subtype: str) -> bool:
        """Whether the knowledge base has a body of a subtype by a name: «groupe La France insoumise»."""
        row = self._knowledge.by_name.get(rest)
        rows: Sequence[object] = self._knowledge.by_acronym.get(rest.upper(), ())
        return any(getattr(one, "subtype", "") == subtype for one in (row, *rows))

    def _singular(self, part: str) -> str:
        """A part without the endings of plurals; one that is nothing else as it is."""
        return part.rstrip(self._plural_letters) or part


def _parts(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _line(parts: Sequence[str]) -> str:
    """Parts one blank apart, with a blank at either end, so that only whole ones are found in it."""
    return f" {' '.join(parts)} "


def _lines(forms: Sequence[str]) -> tuple[str, ...]:
    return tuple(_line(_parts(form)) for form in forms)
