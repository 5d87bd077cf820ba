"""Names behind a participle that says that they are names: «une initiative dénommée Terres connectées»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, TRUSTED, Candidate
from glane.text.forms import fold
from glane.text.names.context import opens_sentence
from glane.text.names.unheaded.entitled import entitled_end
from glane.text.names.unheaded.people import people_end
from glane.text.names.unheaded.quoted import head_before, name_at
from glane.text.words import (
    CLOSING_QUOTES,
    QUOTES,
    SENTENCE_ENDS,
    VERBS,
    beginning_at,
    ending_at,
    find_texts,
    surface_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_FARTHEST_HEAD = 14
_NEAREST_HEAD = 4
_LONGEST = 12
_SHORTEST_ACRONYM = 4
_BOARDS = frozenset({"commission", "council"})
_FEWEST_SPELT = 3
"""Words in brackets that an acronym is made of, and the closing bracket, at least."""


def find_called_names(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find what something is called: the noun before the participle says of which kind it is.

    A document, a law or a product that is called something is none; a body's noun must stand near, since «le rapport
    de l'agence intitulé …» is no agency. Without such a noun, an acronym in brackets makes an undertaking of a quoted name.

    Args:
        words: of the text.
        lexicon: heads and classes of words.

    Yields:
        Candidates of the name alone, without quotation marks.
    """
    for index in lexicon.find_class(words, "naming"):
        if index + 2 >= len(words):
            continue
        first, end = name_at(words, index + 1 + _in_language(words, index + 1, lexicon), lexicon)
        title = entitled_end(words, index, first, lexicon)
        end = max(title, end)
        if end == first or words[first].lower in lexicon.words("document"):
            continue
        if end == first + 1 and words[first].text.islower() and lexicon.is_head(words[first].folded):
            continue  # «ci-après dénommé « instrument »»
        if _is_board(words, first, lexicon):
            continue  # «une initiative appelée Comité des rives» is a body, which its own noun names
        if any(word.lower in lexicon.words("work") for word in words[max(0, index - _NEAREST_HEAD) : index]):
            continue  # «une exposition intitulée …»
        opens = words[index].is_capitalised and opens_sentence(words, index)
        head = _noun_behind(words, end, lexicon) if opens else _noun_before(words, index, lexicon)
        start, stop = words[first].start, words[end - 1].end
        if head is not None and _is_sort(words, index, first, end, head, lexicon):
            continue
        if head is not None and head.kind != "other":
            # else the year, or the country, would stand by itself
            whole = words[end - 1].is_number and head.kind == "programme"
            quoted = words[first - 1].text in QUOTES and end > first + _FEWEST_SPELT and words[first].is_capitalised
            # else a firm of that name would: «des exercices baptisés Amazon Express»
            whole = whole or title > 0 or (head.kind == "programme" and _are_capitals(words, first, end))
            tier = TRUSTED if whole or quoted or people_end(words, first + 1, lexicon) == end > first + 1 else EVIDENCE
            yield Candidate(start, stop, head.kind, head.id, tier=tier, subtype=head.subtype)
        elif head is None and _acronym_follows(words, end) and not _is_product(words, index, lexicon):
            yield Candidate(start, stop, "programme", "called:acronym", tier=EVIDENCE, subtype="programme")


def _are_capitals(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a name is several words, each with a capital."""
    return end > first + 1 and all(word.is_capitalised for word in words[first:end])


def _is_sort(words: Sequence[Word], index: int, first: int, end: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether bodies, or several things, are called something without a capital: «des groupes appelés « consortiums »»."""
    several = lexicon.may_be_plural(words[index].lower) or head.kind == "organisation"
    return several and not any(word.is_capitalised or word.is_number for word in words[first:end])


def _in_language(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Count the words that say in which language a quoted name is: «dénommé en lingala « Mosala »»."""
    quoted = index + 2 < len(words) and words[index + 2].text in QUOTES
    return 2 if quoted and words[index].lower in lexicon.words("in") and words[index + 1].text.islower() else 0


def _is_board(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether the noun of a committee opens what something is called."""
    found = lexicon.head_at(words, first)
    return found is not None and words[first].is_capitalised and found[1].subtype in _BOARDS


def find_announced_titles(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find the titles of undertakings behind a colon, with their acronym: «Projet : Berges, Paix et Progrès (BPP)»."""
    for colon in find_texts(words, ":"):
        head = head_before(words, colon, lexicon) if colon + 2 < len(words) else None
        if head is None or head.kind != "programme":
            continue
        first, end = colon + 1, _title_end(words, colon + 1)
        if words[first].text in QUOTES:
            first, end = name_at(words, first, lexicon)
            end = end if _acronym_follows(words, end) else first
        if end > first and words[first].is_capitalised:
            start, stop = words[first].start, words[end - 1].end
            yield Candidate(start, stop, "programme", "called:colon", tier=EVIDENCE, subtype=head.subtype)


def find_spelt_out(words: Sequence[Word], found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Find what an undertaking's acronym is made of, in brackets: «le projet DURO (Développement urbain et rural de l'Ouest)».

    Syllables will do: the place in brackets behind an undertaking says that the words are its name.

    Args:
        words: of the text.
        found: candidates so far.

    Yields:
        Candidates of undertakings.
    """
    for undertaking in found:
        first, last = beginning_at(words, undertaking.start), ending_at(words, undertaking.end)
        if undertaking.kind != "programme" or first is None or last is None:
            continue
        if not words[last].text.isupper() or len(words[last].text) < _SHORTEST_ACRONYM:
            continue
        end = _spelt_end(words, last + 1)
        if end and _spells(words[last].folded, words[last + 2 : end]):
            start, stop = words[last + 2].start, words[end - 1].end
            key = fold(surface_of(words[first : last + 1]))
            yield Candidate(start, stop, "programme", "called:bracket", subtype=undertaking.subtype, key=key)


def _spelt_end(words: Sequence[Word], opening: int) -> int:
    """Index of the bracket that closes a title; 0 where something else stands in brackets."""
    if opening + 1 >= len(words) or words[opening].text != "(" or not words[opening + 1].is_capitalised:
        return 0
    for index in range(opening + 1, min(len(words), opening + _LONGEST)):
        if words[index].text == ")":
            return index if index - opening > _FEWEST_SPELT else 0
        if words[index].is_number or words[index].text in SENTENCE_ENDS:
            return 0
    return 0


def _spells(acronym: str, title: Sequence[Word]) -> bool:
    """Whether the letters of an acronym stand in order in a title, the first one at its beginning."""
    letters = iter("".join(word.folded for word in title))
    return acronym[0] == title[0].folded[0] and all(letter in letters for letter in acronym)


def _title_end(words: Sequence[Word], first: int) -> int:
    """Index of the bracket with an acronym that ends a title, in its line; ``first`` for none."""
    for index in range(first, min(len(words) - 1, first + _LONGEST)):
        if words[index].text == "(":
            return index if words[index + 1].is_acronym else first
        if words[index].text in SENTENCE_ENDS or words[index].pos in VERBS:
            return first
    return first


def _noun_before(words: Sequence[Word], index: int, lexicon: NameLexicon) -> HeadRow | None:
    """The nearest head noun before a participle, in its sentence; that of a body only where it stands near."""
    for position in range(index - 1, max(-1, index - _FARTHEST_HEAD), -1):
        if words[position].text in SENTENCE_ENDS:
            return None
        found = lexicon.head_at(words, position) if words[position].is_word else None
        if found is None and _is_text(words, position, lexicon):
            return None  # «des ports dans une communication du 3 mai 2012 intitulée …»
        if found is not None and _is_owner(words, position, found[1], lexicon):
            continue
        if found is not None and not found[1].is_one_of(lexicon.words("only_state")):
            near = index - position <= _NEAREST_HEAD
            return found[1] if near or found[1].kind != "organisation" else None
    return None


def _is_owner(words: Sequence[Word], position: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a capitalised body, in front of a comma, is whose the thing is: «le système de la Confédération, nommé Altara»."""
    if head.kind != "organisation" or not words[position].is_capitalised or words[position + 1].text != ",":
        return False
    before = words[position - 1].lower if position else ""
    if before in lexicon.words("article") and position > 1:
        before = words[position - 2].lower
    return before in lexicon.words("of")


def _is_text(words: Sequence[Word], position: int, lexicon: NameLexicon) -> bool:
    """Whether a noun with an article of its own means something written: «une communication», not «de communication»."""
    if position == 0 or words[position].lower not in lexicon.words("issued") | lexicon.words("work"):
        return False
    return words[position - 1].lower in lexicon.words("explaining") | lexicon.words("article")


def _noun_behind(words: Sequence[Word], end: int, lexicon: NameLexicon) -> HeadRow | None:
    """The head noun of the subject that follows a participle at the start: «Baptisé « Rives », le projet …»."""
    end += end < len(words) and words[end].text in CLOSING_QUOTES
    if end >= len(words) or words[end].text != ",":
        return None
    for position in range(end + 1, min(len(words), end + 1 + _NEAREST_HEAD)):
        found = lexicon.head_at(words, position) if words[position].is_word else None
        if found is not None:
            return None if found[1].lower == "never" or words[position].is_capitalised else found[1]
    return None


def _is_product(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a document or a product is what is called something."""
    nouns = lexicon.words("product") | lexicon.words("document")
    return any(word.lower in nouns for word in words[max(0, index - _FARTHEST_HEAD) : index])


def _acronym_follows(words: Sequence[Word], end: int) -> bool:
    """Whether an acronym in brackets follows a quoted name."""
    return (
        end + 3 < len(words)
        and words[end].text in CLOSING_QUOTES
        and words[end + 1].text == "("
        and words[end + 2].is_acronym
        and words[end + 3].text == ")"
    )
