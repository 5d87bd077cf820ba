"""Quoted names of undertakings, by what stands before the quotation: «dans le cadre du « Plein emploi »»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, TRUSTED, Candidate
from glane.text.names.context import behind_article, is_undertaking, owner_link
from glane.text.names.extent.edges import has_definite
from glane.text.names.unheaded.people import people_end
from glane.text.words import QUOTES, VERBS, beginning_at, ending_at, find_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST = 12
_LONGEST_QUOTE = 24
"""Words of a quoted name: «Projet d'appui à la résilience des familles rurales dans les régions de …»."""
_SHORTEST_QUOTE = 4
_LONGEST_HEAD = 4
_YEAR = 4
_MONEY = "fund"
_ENDING = frozenset(":;.?!«“(\n")


def find_quoted_undertakings(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find quoted names of which something is said that only undertakings have, or that are those of one.

    «la mise en œuvre du « Plein emploi »», «le programme des « Marraines du port »».

    Args:
        words: of the text.
        lexicon: heads and classes of words.

    Yields:
        Candidates of the names alone.
    """
    for index in find_texts(words, QUOTES):
        if index + 2 >= len(words) or not words[index + 1].is_capitalised:
            continue
        if not (is_undertaking(words, index, lexicon) or _is_called_with_of(words, index, lexicon)):
            continue
        first, end = name_at(words, index, lexicon)
        if end > first and words[first].lower not in lexicon.words("academic"):
            start, stop = words[first].start, words[end - 1].end
            yield Candidate(start, stop, "programme", "called:quoted", tier=EVIDENCE, subtype="programme")


def _is_called_with_of(words: Sequence[Word], opening: int, lexicon: NameLexicon) -> bool:
    """Whether «de» leads from the noun of one undertaking to a quotation; money has owners and uses there."""
    link = opening - 1
    if link > 0 and words[link].lower in lexicon.words("article"):
        link -= 1
    if link < 1 or words[link].lower not in lexicon.words("of"):
        return False
    head = head_before(words, link, lexicon)
    noun = link - 1
    if head is None or head.kind != "programme" or head.subtype == _MONEY or words[noun].lower not in head.forms:
        return False
    small = words[noun].text.islower() and not head.is_plural(words[noun].lower)
    return small and has_definite(words, noun, lexicon)


def find_quoted_examples(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find quoted names that are given as examples of undertakings: «des dispositifs comme « X » et « Y »».

    Args:
        words: of the text.
        lexicon: heads and classes of words.

    Yields:
        Candidates of the names alone.
    """
    reached = 0
    for index in find_texts(words, QUOTES):
        head = _exemplified(words, index, lexicon) if index >= reached else None
        while head is not None and index < len(words) and words[index].text in QUOTES:
            first, end = name_at(words, index, lexicon)
            if end == first or not words[first].is_capitalised:
                break
            yield Candidate(
                words[first].start,
                words[end - 1].end,
                "programme",
                "called:example",
                tier=EVIDENCE,
                subtype=head.subtype,
            )
            reached = index = end + 1
            index += index < len(words) and (words[index].text == "," or words[index].lower in lexicon.words("and"))


def _exemplified(words: Sequence[Word], opening: int, lexicon: NameLexicon) -> HeadRow | None:
    """The head in the plural of which a quotation is an example: «des dispositifs tels que «»."""
    position = opening - 1
    while position > max(0, opening - _LONGEST_HEAD) and words[position].lower in lexicon.words("such_as"):
        position -= 1
    if position == opening - 1 or position < 0:
        return None
    for first in range(position, max(-1, position - _LONGEST_HEAD), -1):
        found = lexicon.head_at(words, first)
        if found is not None:
            several = found[1].kind == "programme" and found[1].is_plural(words[first].lower)
            return found[1] if several and found[0] == position + 1 else None
    return None


def find_quoted_of_bodies(
    words: Sequence[Word], found: Iterable[Candidate], lexicon: NameLexicon
) -> Iterator[Candidate]:
    """Find the quoted names of undertakings of known bodies: «le fonds de la Banque mondiale « Sentiers verts »».

    Args:
        words: of the text.
        found: candidates so far.
        lexicon: heads and classes of words.

    Yields:
        Candidates of the names alone.
    """
    for body in found:
        last = ending_at(words, body.end) if body.kind == "organisation" and body.entities else None
        if last is None or last + 2 >= len(words) or not words[last + 2].is_capitalised:
            continue
        if words[last + 1].text not in QUOTES or words[last + 1].start == body.end:
            continue
        head = _owned_by(words, beginning_at(words, body.start), lexicon)
        first, end = name_at(words, last + 1, lexicon)
        if head is not None and head.kind == "programme" and end > first:
            start, stop = words[first].start, words[end - 1].end
            yield Candidate(start, stop, "programme", head.id, tier=EVIDENCE, subtype=head.subtype)


def _owned_by(words: Sequence[Word], first: int | None, lexicon: NameLexicon) -> HeadRow | None:
    """The head noun, with an adjective or «de soutien» or without, that «de» and perhaps an article lead from to a body."""
    link = None if first is None else owner_link(words, first, lexicon)
    if link is None:
        return None
    aim = link - 2 if link > 2 and words[link - 2].lower in lexicon.words("bare_of") else link - 1
    return head_before(words, link, lexicon) or head_before(words, aim, lexicon)


def head_before(words: Sequence[Word], index: int, lexicon: NameLexicon) -> HeadRow | None:
    """The row of the head noun right before a word; ``None`` where none stands there."""
    for position in range(index - 1, max(-1, index - _LONGEST_HEAD - 1), -1):
        found = lexicon.head_at(words, position)
        if found is not None and found[0] == index:
            return found[1]
    return None


def name_at(words: Sequence[Word], first: int, lexicon: NameLexicon) -> tuple[int, int]:
    """First and end index of the name at a word: what is quoted, else capitalised words with what follows them."""
    closing = QUOTES.get(words[first].text)
    if closing:
        end = _closing_of(words, first)
        return (first + 1, end) if end else (first, first)
    if any(words[first].lower in lexicon.words(name) for name in ("personal", "title", "first_name")):
        return first, first  # «la Commission a nommé Mme Delorme»
    end = first
    while end < len(words) and end - first < _LONGEST and _goes_on(words, first, end, lexicon):
        end += 1
    people = people_end(words, end, lexicon) if end == first + 1 else end
    end = people if people > end else _complement_end(words, end, lexicon) if end > first else end
    if end > first and end < len(words) and words[end].is_number and len(words[end].text) == _YEAR:
        end += 1  # «dite Horizon Nord 2030»
    return first, end if end == first else _bracket_after(words, end) or end


def _closing_of(words: Sequence[Word], opening: int) -> int:
    """Index of the mark that closes a quotation of no more than a few words, 0 where none does."""
    closing = QUOTES[words[opening].text]
    for end in range(opening + 1, min(len(words), opening + _LONGEST_QUOTE + 2)):
        if words[end].text == closing:
            return end
    return 0


def find_quoted_wholes(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find quotations that a capitalised head opens and that are said to be a name: «Il porte le nom « Plan riz, maïs et blé »».

    The commas of a sentence would end the name; within the marks nothing does but what ends a sentence.

    Args:
        words: of the text.
        lexicon: heads and classes of words.

    Yields:
        Candidates of the names alone.
    """
    for index in find_texts(words, QUOTES):
        if index == 0 or index + _SHORTEST_QUOTE >= len(words) or not words[index + 1].is_capitalised:
            continue
        found = lexicon.head_at(words, index + 1) if _is_called(words, index, lexicon) else None
        if found is None or found[1].kind == "other" or words[index + 1].is_acronym:
            continue
        end = _closing_of(words, index)
        if end > index + _SHORTEST_QUOTE and _ENDING.isdisjoint(word.text for word in words[index + 1 : end]):
            start, stop = words[index + 1].start, words[end - 1].end
            head = found[1]
            yield Candidate(start, stop, head.kind, head.id, tier=TRUSTED, subtype=head.subtype)


def _is_called(words: Sequence[Word], opening: int, lexicon: NameLexicon) -> bool:
    """Whether a quotation has an article, or a word before it that says that it is a name, with «de» or without."""
    before = words[opening - 1].lower
    if before in lexicon.words("one_definite"):
        return True
    link = opening - 1 - (before in lexicon.words("bare_of"))
    return link >= 0 and words[link].lower in lexicon.words("name_word")


def _complement_end(words: Sequence[Word], end: int, lexicon: NameLexicon) -> int:
    """Index behind the common nouns with «de» that a title goes on with: «Aperçu des prestations», not «… de l'agence»."""
    while end + 2 < len(words) and words[end].lower in lexicon.words("of"):
        noun = behind_article(words, end + 1, lexicon)
        if noun >= len(words) or words[noun].pos != "NOUN" or words[noun].is_capitalised:
            break
        if lexicon.is_head(words[noun].folded):
            break
        end = noun + 1
    return end


def _bracket_after(words: Sequence[Word], end: int) -> int:
    """Index of a bracket with an acronym that ends what began as a name: «Services agricoles et inclusion (SAI)»; 0 for none."""
    for index in range(end, min(len(words) - 1, end + _LONGEST)):
        if words[index].text == "(":
            return index if words[index + 1].is_acronym else 0
        if not words[index].is_word or words[index].pos in VERBS:
            return 0
    return 0


def _goes_on(words: Sequence[Word], first: int, index: int, lexicon: NameLexicon) -> bool:
    """Whether a word belongs to an unquoted name: capitals, and behind the first one adjectives."""
    word = words[index]
    if (
        not word.is_word
        or lexicon.is_function(word.lower)
        or (index > first and word.start - words[index - 1].end != 1)
    ):
        return False
    return word.is_capitalised or (index > first and word.pos in {"ADJ", "PART"})
