"""Names in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import TRUSTED, Candidate
from glane.text.words import find_capitals, is_joint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_MAX_FOREIGN = 12
_MOST_BEFORE = 3
"""Words of another language before a noun that is French too."""
_CLASSES = ("foreign_organisation", "foreign_programme", "foreign_last")


def find_foreign_names(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find names in another language: capitalised words with its connectors, one of them a foreign head noun.

    «African Union Mission to the UN» has a connector that is no French word; «Human Rights Council» has a head that
    is none. A run that could be French is left to the grammar of French names.
    """
    if not any(lexicon.find_class(words, name) for name in _CLASSES):
        return
    reached = 0
    heads = lexicon.words("foreign_organisation") | lexicon.words("foreign_programme") | lexicon.words("foreign_last")
    strange_heads = heads - lexicon.words("foreign_last")  # «Challenge» is a French word too
    for position in find_capitals(words):
        if position < reached or not words[position].is_word or lexicon.is_function(words[position].lower):
            continue
        reached = end = _foreign_run(words, position, lexicon)
        if end - position < 2:  # most words
            continue
        run = words[position:end]
        connector = next((i for i, word in enumerate(run) if word.is_word and not word.is_capitalised), len(run))
        inside = [word for word in run[:connector] if word.lower in heads] or [w for w in run if w.lower in heads]
        strange = any(
            (word.lower in strange_heads and not lexicon.is_head(word.folded))
            or (not word.is_capitalised and word.lower in lexicon.words("foreign_only"))
            for word in run
        )
        if run[0].lower in lexicon.words("foreign_law"):
            continue  # «Ley de Ministerio Público»
        if run[connector - 1].lower in lexicon.words("foreign_thing"):
            continue  # «London Interbank Offered Rate»
        if run[connector - 1].lower in lexicon.words("foreign_post"):
            continue  # «Jane Doe Program Manager»
        if not strange and connector < len(run) and _has_foreign_order(run[:connector], lexicon):
            run = run[:connector]  # «la Nordic Water Alliance de Suède»
        if inside and (strange or _has_foreign_order(run, lexicon) or _opens_as_foreign(run, inside, lexicon)):
            # The head is the last noun before «of»: a «Union Training Mission» is a mission.
            body = inside[-1].lower in lexicon.words("foreign_organisation") or _is_posted(run, inside[-1], lexicon)
            kind = "organisation" if body else "programme"
            subtype = None if kind == "organisation" else "programme"
            yield Candidate(run[0].start, run[-1].end, kind, "foreign:head", tier=TRUSTED, subtype=subtype)


def _is_posted(run: Sequence[Word], head: Word, lexicon: NameLexicon) -> bool:
    """Whether a mission is one to somebody, and so a body: «African Union Mission to the UN»."""
    following = next((word for word in run if word.start > head.start), None)
    return following is not None and following.lower in lexicon.words("foreign_addressee")


def _has_foreign_order(run: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether a head stands last behind capitalised words of which none is one, as in English: «Nordic Water Alliance»."""
    foreign = lexicon.words("foreign_organisation") | lexicon.words("foreign_programme")
    alike = all(word.is_capitalised and not word.is_acronym for word in run)
    last = run[-1].lower in foreign or run[-1].lower in lexicon.words("foreign_last")
    return len(run) >= 3 and alike and last and not lexicon.is_head(run[0].folded)


def _opens_as_foreign(run: Sequence[Word], inside: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether an adjective that is no French word stands right before a head: «Open Forum Nordland»."""
    return run[0].lower in lexicon.words("foreign_adjective") and inside[0] is run[1] and not run[0].is_acronym


def _foreign_run(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index behind the last capitalised word of a run that connectors may join."""
    connectors = lexicon.words("foreign_connector")
    end = position = first
    while position < min(len(words), first + _MAX_FOREIGN):
        word = words[position]
        if word.is_word and word.is_capitalised:
            position += 1
            end = position
        elif word.lower in connectors or (word.text == "-" and end == position and is_joint(words, position)):
            position += 1
        else:
            break
    return end


def is_in_foreign_title(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a noun stands in the title of a law or a book in another language: «la Ley de Visión», «Services Handbook».

    Args:
        words: the words of the text.
        first: index of the noun.
        end: index behind what was read as its name.
        lexicon: classes of words.
    """
    if not words[first].is_capitalised:
        return False
    if end - first > 1 and words[end - 1].lower in lexicon.words("foreign_book"):
        return True
    law = first - 2
    return law >= 0 and words[law].lower in lexicon.words("foreign_law") and words[law + 1].lower in lexicon.words("of")


def ends_foreign_run(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a noun goes on the name of something in another language.

    «Solutions for Public Administrations», «Open Source Programme».

    Args:
        words: the words of the text.
        first: index of the noun.
        lexicon: classes of words.
    """
    if first < 1 or not words[first].is_capitalised:
        return False
    for index in range(first - 1, max(-1, first - 1 - _MOST_BEFORE), -1):
        word = words[index]
        if words[index + 1].start - word.end != 1 or not word.is_word or word.is_acronym:
            return False
        if word.lower in lexicon.words("foreign_adjective") or word.lower in lexicon.words("foreign_only"):
            return True
        if not word.is_capitalised or lexicon.is_function(word.lower):
            return False
    return False


def is_foreign_thing(inside: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether words are the name of a law, a paper or a norm in another language: «Marine Dumping Act of 1972».

    Args:
        inside: the words of a name.
        lexicon: classes of words.
    """
    connectors = lexicon.words("foreign_connector")
    link = next((index for index, word in enumerate(inside) if word.lower in connectors), len(inside))
    if link < 1 or inside[link - 1].lower not in lexicon.words("foreign_thing") or lexicon.is_head(inside[0].folded):
        return False
    small = (word for word in inside if word.is_word and not word.is_capitalised)
    return inside[0].is_capitalised and all(word.lower in connectors for word in small)


def spells_foreign_name(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a complement is a name in English, noun last, whose acronym in brackets has nothing of what governs it.

    «un projet de l'[Advanced Lagoon Initiative] (ALI)».

    Args:
        words: the words of the text.
        first: index of the complement's first word, behind «de» and the article or with it.
        end: index behind its last one.
        lexicon: classes of words.
    """
    if first < end and words[first].lower in lexicon.words("article"):
        first += 1
    inside = words[first:end]
    if end + 1 >= len(words) or words[end].text != "(" or not all(word.is_capitalised for word in inside) or not inside:
        return False
    last = inside[-1].lower
    if last not in lexicon.words("foreign_organisation") and last not in lexicon.words("foreign_programme"):
        return False
    return "".join(word.folded[0] for word in inside) == words[end + 1].folded
