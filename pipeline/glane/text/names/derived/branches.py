"""Names of bodies with a place behind them: national and regional branches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import NAMED, Candidate
from glane.text.forms import fold
from glane.text.names.context import behind_article, goes_on
from glane.text.names.derived.world import world_end
from glane.text.trie import NameTrie
from glane.text.words import beginning_at, ending_at, is_hyphen, is_joint, surface_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LOCAL = "local"
_MOST_FIELDS = 5
_LONGEST_PART = 4
"""Letters of the acronym of a subsidiary."""
_NGO = "ngo"
_INTERNATIONAL = "international"
_DEPARTMENT = 2
"""Digits of the number that a French department has."""
_NAMING = frozenset({"PROPN", "NOUN", "X", ""})
_NOT_COUNTED = frozenset({"VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "DET", "ADV"})


def read_regions(entities: Iterable[EntityRow], lexicon: NameLexicon) -> NameTrie[EntityRow]:
    """The names of regions, from those of their authorities: «Région Pays de la Loire»; hyphens in them are optional."""
    regions: NameTrie[EntityRow] = NameTrie()
    for row in entities:
        for name in (row.name, *row.aliases) if row.subtype == _LOCAL else ():
            head, _, region = name.partition(" ")
            if region[:1].isupper() and lexicon.is_head(fold(head)):
                regions.add(region, row)
    return regions


def find_branches(
    words: Sequence[Word],
    found: Sequence[Candidate],
    country_spans: Sequence[tuple[int, int]],
    lexicon: NameLexicon,
    regions: NameTrie[EntityRow],
) -> Iterator[Candidate]:
    """Find a name with the place that makes it another body: «PNUD Mali», «CROSS Étel», «ARS Grand Est», «SDIS 44»."""
    ends = dict(country_spans)
    for candidate in found:
        index = ending_at(words, candidate.end)
        if candidate.kind not in NAMED or index is None or index + 1 >= len(words) or is_union(candidate, lexicon):
            continue
        word, place = words[index], words[index + 1]
        begin = beginning_at(words, candidate.start)
        between = candidate.is_known and _is_behind_noun(words, begin, lexicon)
        joined = place.text == "-" and place.start == word.end and index + 2 in ends and word.is_acronym
        if joined and not between:
            stop = ends[index + 2]  # «WWF-Cameroun»
            yield Candidate(
                candidate.start, words[stop - 1].end, candidate.kind, "branch:country", subtype=candidate.subtype
            )
        if place.start - word.end != 1:
            continue
        if index + 1 in ends:
            if word.is_capitalised or _is_known_ngo(candidate):
                end = words[ends[index + 1] - 1].end
                yield Candidate(candidate.start, end, candidate.kind, "branch:country", subtype=candidate.subtype)
            continue
        if candidate.kind == "programme" or not (word.is_acronym or _is_acronym_of(word, candidate)):
            continue
        if (
            place.is_number
            and _is_department(words, index + 1, lexicon)
            and word.lower in lexicon.words("acronym_head")
        ):
            yield Candidate(candidate.start, place.end, candidate.kind, "branch:number", subtype=candidate.subtype)
            continue
        stop = _place_end(words, index + 1, lexicon, regions)
        if stop:
            end = words[stop - 1 + _is_numbered(words, stop)].end
            yield Candidate(candidate.start, end, candidate.kind, "branch:place", subtype=candidate.subtype)


def _is_behind_noun(words: Sequence[Word], begin: int | None, lexicon: NameLexicon) -> bool:
    """Whether a noun in small letters stands before a name, which is then of two: «le prix ONU-Mali»."""
    if not begin:
        return False
    before = words[begin - 1]
    return before.text.islower() and before.is_word and not lexicon.is_function(before.lower)


def is_union(candidate: Candidate, lexicon: NameLexicon) -> bool:
    """Whether a name is that of a union of states, of which a state beside it is a partner: «l'accord UE Maroc»."""
    if not candidate.is_known or candidate.subtype != _INTERNATIONAL or len(candidate.entities) != 1:
        return False
    name = candidate.entities[0].name.lower()
    return any(name.startswith(f"{opening} ") for opening in lexicon.words("states_body"))


def _is_numbered(words: Sequence[Word], stop: int) -> bool:
    """Whether one digit stands between a place and a mark, for the second of its kind there: «CHU Zoma 2, dirigé par»."""
    if stop + 1 >= len(words) or not words[stop].is_number or len(words[stop].text) > 1:
        return False
    return words[stop].start - words[stop - 1].end == 1 and words[stop + 1].is_break


def find_subsidiaries(words: Sequence[Word], found: Sequence[Candidate], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find the acronym of a known body with that of a part of it behind: «EDF PEI», but «la CEDEAO UEMOA».

    Args:
        words: of the text.
        found: candidates so far.
        lexicon: classes of words.

    Yields:
        Candidates of organisations.
    """
    starts = {candidate.start for candidate in found}
    for candidate in found:
        known = candidate.kind == "organisation" and candidate.is_known
        index = ending_at(words, candidate.end) if known else None
        if index is None or index + 1 >= len(words) or not words[index].is_acronym:
            continue
        part = words[index + 1]
        if part.start - candidate.end == 1 and part.start not in starts and _is_subsidiary(words, index + 1, lexicon):
            yield Candidate(candidate.start, part.end, candidate.kind, "branch:acronym", subtype=candidate.subtype)


def find_series(
    words: Sequence[Word], found: Iterable[Candidate], lexicon: NameLexicon, regions: NameTrie[EntityRow]
) -> Iterator[Candidate]:
    """Find the bodies of which each place has one, with their place: «agence régionale de santé Normandie», «… du Rhône».

    Args:
        words: of the text.
        found: candidates so far.
        lexicon: classes of words.
        regions: from `read_regions`.

    Yields:
        Candidates of organisations.
    """
    for candidate in found:
        first, last = beginning_at(words, candidate.start), ending_at(words, candidate.end)
        if not candidate.is_known or first is None or last is None or last + 1 >= len(words):
            continue
        if _is_series(words[first : last + 1], lexicon):
            stop = _series_end(words, last + 1, lexicon, regions)
            if stop:
                end = words[stop - 1].end
                yield Candidate(candidate.start, end, candidate.kind, "branch:place", subtype=candidate.subtype)


def _is_series(name: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether each place has a body of a name: «agence régionale de santé», or one that says of what level it is."""
    levelled = any(word.lower in lexicon.words("series_level") for word in name)
    return levelled or surface_of(name).lower() in lexicon.words("series_body")


def find_labour_branches(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find the acronym of a trade union with the branch that it organises: «CGT Santé», «FO Métallurgie».

    Args:
        words: of the text.
        lexicon: classes of words.

    Yields:
        Candidates of organisations.
    """
    for index in lexicon.find_class(words, "labour_acronym"):
        joined = is_hyphen(words, index + 1)  # «CGT-Santé»
        branch = index + 1 + joined
        if not words[index].text.isupper() or branch >= len(words):
            continue
        if not joined and words[branch].start - words[index].end != 1:
            continue
        word = words[branch]
        if word.is_capitalised and word.lower in lexicon.words("labour_branch"):
            start = words[index].start
            yield Candidate(start, word.end, "organisation", "branch:trade", subtype="association")


def find_service_branches(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find the acronym of public services with the fields that one is for: «SPW Mobilité et Infrastructures».

    Args:
        words: of the text.
        lexicon: classes of words.

    Yields:
        Candidates of organisations.
    """
    for index in lexicon.find_class(words, "service_acronym"):
        end = _fields_end(words, index + 1, lexicon) if words[index].text.isupper() else 0
        if end:
            start = words[index].start
            yield Candidate(start, words[end - 1].end, "organisation", "branch:field", subtype="directorate")


def _fields_end(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index behind the fields that begin at a word, each with a capital: «Agriculture, Forêts et Action sociale»; 0 for none."""
    end, position = 0, first
    for _ in range(_MOST_FIELDS):
        if position >= len(words) or words[position].start - words[position - 1].end != 1:
            break
        word = words[position]
        if not (word.is_word and word.is_capitalised) or word.is_acronym or lexicon.is_function(word.lower):
            break
        end = position + 1
        while end < len(words) and words[end].text.islower() and words[end].pos == "ADJ":
            end += 1
        joined = end < len(words) and (words[end].text == "," or words[end].lower in lexicon.words("and"))
        if not joined:
            break
        position = end + 1
    return end


def _is_subsidiary(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym right behind that of a known body is what a part of it is called: «EDF PEI», in no line of capitals."""
    text = words[index].text
    if not (text.isalpha() and text.isupper() and len(text) <= _LONGEST_PART) or text in lexicon.stops:
        return False
    if words[index].pos not in _NAMING or lexicon.is_head(words[index].folded):
        return False  # «le site de l'INHA ICI»
    if any(text.lower() in lexicon.words(name) for name in ("thing", "title")):
        return False
    around = (*words[max(0, index - 2) : index - 1], *words[index + 1 : index + 2])
    if is_joint(words, index + 1) and index + 2 < len(words) and words[index + 2].is_number:
        return False  # «OpenVel GPT-4»
    return not any((word.text.isupper() and len(word.text) > 1) or word.is_number for word in around)


def _is_department(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a number of two digits counts nothing behind it: «le SDIS 44 et», but «la CAF 12 agents»."""
    if len(words[index].text) != _DEPARTMENT:
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    return after is None or not after.is_word or lexicon.is_function(after.lower) or after.pos in _NOT_COUNTED


def _place_end(words: Sequence[Word], first: int, lexicon: NameLexicon, regions: NameTrie[EntityRow]) -> int:
    """Index behind the region or the town that begins at a word; 0 where none does."""
    place = words[first]
    if not place.is_word or not place.is_capitalised or place.is_acronym:
        return 0
    region = max((end for _, end, _ in regions.find_at(words, first)), default=0) or world_end(words, first, lexicon)
    if region:
        return region
    if place.pos not in {"PROPN", ""} or lexicon.is_head(place.folded):
        return 0
    if lexicon.is_function(place.lower) or any(place.lower in lexicon.words(name) for name in ("title", "number_sign")):
        return 0
    end = _hyphenated_end(words, first)
    return 0 if goes_on(words, end, lexicon) else end  # «le porte-parole du HCR Boris Duval»


def _hyphenated_end(words: Sequence[Word], first: int) -> int:
    """Index behind a place whose parts hyphens join: «Aix-Marseille»."""
    end = first + 1
    while is_hyphen(words, end):
        end += 2
    return end


def _series_end(words: Sequence[Word], first: int, lexicon: NameLexicon, regions: NameTrie[EntityRow]) -> int:
    """Index behind the place that tells one body of a series: «Normandie», «du Rhône», «de la Haute-Loire»; 0 for none."""
    if words[first].lower not in lexicon.words("of"):
        return max((end for _, end, _ in regions.find_at(words, first)), default=0)
    place = first + 1
    place = behind_article(words, place, lexicon)
    if place >= len(words) or not words[place].is_capitalised or lexicon.is_head(words[place].folded):
        return 0
    return _hyphenated_end(words, place)


def _is_known_ngo(candidate: Candidate) -> bool:
    """Whether the knowledge base has a candidate as one of those that have national branches: «Médecins du monde Suisse»."""
    return bool(candidate.entities) and candidate.entities[0].subtype == _NGO


def _is_acronym_of(word: Word, candidate: Candidate) -> bool:
    """Whether a word is an acronym of what it names, though written with one capital: «Inra»."""
    return any(word.text.upper() == acronym for row in candidate.entities for acronym in row.acronyms)
