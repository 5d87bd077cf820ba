"""The document as evidence: what is a name once is a name everywhere in it, in short forms too."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, NAMED, TRUSTED, Candidate
from glane.text.forms import fold
from glane.text.names.derived.coded import is_coded, is_sectioned
from glane.text.trie import NameTrie
from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.text.names.defined.established import Established
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST_ALIAS = 3
_TERRITORY = "context:territory"
_SHORTER = "acronym.hereafter"
_MOST_PARTS = 5
"""Words and marks of one that hyphens join."""


def find_recurrences(
    text: str,
    words: Sequence[Word],
    found: Sequence[Candidate],
    established: Sequence[Established],
    aliases: Iterable[tuple[str, Candidate]],
    lexicon: NameLexicon,
    tier: int = EVIDENCE,
) -> list[Candidate]:
    """Find the other places of names and acronyms that the document has established.

    Args:
        text: the shadow text.
        words: of the document.
        found: candidates so far.
        established: definitions of acronyms with their kinds.
        aliases: from `find_aliases`.
        lexicon: classes of words.
        tier: of what is found.

    Returns:
        Candidates for the places that ``found`` does not hold.
    """
    trie: NameTrie[Candidate] = NameTrie()
    for candidate in _unique(text, found):
        trie.add_shadow(text[candidate.start : candidate.end], candidate)
    for alias, candidate in aliases:
        trie.add_shadow(alias, candidate)
    for item in established:
        short = item.definition.short
        model = Candidate(
            item.definition.short_start,
            item.definition.short_end,
            item.kind,
            "document:acronym",
            subtype=item.subtype,
            entities=item.entities,
            key=fold(item.definition.long),
        )
        trie.add_shadow(short, model)
    taken = {(candidate.start, candidate.end) for candidate in found}
    recurrences: list[Candidate] = []
    for first in trie.openings(words):
        best: Candidate | None = None
        for _, end, entries in trie.find_at(words, first):
            span = words[first].start, words[end - 1].end
            if span in taken:
                best = None
                continue
            fitting = next((model for name, model in entries if _written_alike(text, span, name)), None)
            if fitting is not None and not _is_meant(words, first, end, fitting, lexicon):
                fitting = None
            if fitting is not None:
                # A longer name that the document has is sure of itself against the names inside it.
                exact = fitting.tier == TRUSTED and text[span[0] : span[1]] == text[fitting.start : fitting.end]
                several = end - first > 2 or (end - first > 1 and _is_of_codes(words[first:end]))
                best = _recurrence(span, fitting, TRUSTED if exact and several else tier)
        if best is not None:
            recurrences.append(best)
    return recurrences


def _is_of_codes(span: Sequence[Word]) -> bool:
    """Whether words are acronyms, or end in a number, which no year may take from the name: «Vision 2050»."""
    return span[-1].is_number or all(word.is_acronym for word in span)


def _is_meant(words: Sequence[Word], first: int, end: int, model: Candidate, lexicon: NameLexicon) -> bool:
    """Whether a place has the name: no common word, and none of a kind («une commission mixte paritaire»)."""
    if first and words[first - 1].lower in lexicon.words("explaining"):
        organ = words[end - 1].lower in lexicon.words("organ_field")  # «géré par un Conseil d'Administration»
        if organ or not words[first].is_capitalised:
            return False
    if (
        first
        and words[first].lower in lexicon.words("medium")
        and words[first - 1].lower in lexicon.words("medium_use")
    ):
        return False  # «sur Instagram»
    where = first > 1 and words[first - 2].lower in lexicon.words("inside")
    if where and any(words[first].lower in lexicon.words(name) for name in ("township", "ruled_territory")):
        return False  # «dans la commune de Zoma»
    if is_coded(words, end) or is_sectioned(words, end):
        return False
    if model.rule == _SHORTER and words[first].text.islower() and end - first > 1:
        # «(le « fonds de garantie »)», where other funds are too
        return first > 0 and words[first - 1].lower in lexicon.words("one_definite")
    if model.rule == "document:alias" and _is_method(words, first, lexicon):
        return False
    if model.rule == "document:alias" and model.subtype == "project" and _is_place(words, first, end, lexicon):
        return False
    doubtful = model.rule == "document:alias" or (end == first + 1 and not words[first].is_acronym)
    return not (doubtful and _is_word(words, first, end, lexicon))


def _is_place(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether the town that a project has its name from is meant: «des écoles à Sarvelle», but «grâce à Sarvelle»."""
    if end != first + 1 or first < 2 or words[first].is_acronym:
        return False
    owing = words[first - 2].lower in lexicon.words("thanks")
    return words[first - 1].lower in lexicon.words("to_alone") and not owing


def _is_method(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether an alias of an undertaking is what a method is called: «la méthode KAIZEN», «la démarche 5S/KAIZEN»."""
    before = first - 1
    if before > 1 and words[before].text == "/":
        before -= 2
    return before >= 0 and words[before].lower in lexicon.words("method")


def _unique(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """One candidate for each name; names of the knowledge base are everywhere found already.

    What is but a part of a sure name is none: «Conseil de l'Éducation et de la | Formation |, organe de …».
    """
    sure = sorted((candidate.start, candidate.end) for candidate in found if candidate.tier == TRUSTED)
    seen: set[str] = set()
    for candidate in found:
        surface = text[candidate.start : candidate.end]
        if candidate.rule == _TERRITORY or (candidate.tier == EVIDENCE and _is_part(candidate, sure)):
            continue  # «les Régions Bretagne et Corse», then «la Bretagne», where something is
        if candidate.kind in NAMED and surface not in seen and not candidate.is_known:
            seen.add(surface)
            yield candidate


def _is_part(candidate: Candidate, sure: Sequence[tuple[int, int]]) -> bool:
    """Whether a candidate ends a longer one of some that are in order."""
    index = bisect_left(sure, (candidate.start, 0)) - 1
    return index >= 0 and sure[index][1] == candidate.end


def find_aliases(
    text: str, words: Sequence[Word], matches: Iterable[NameMatch], lexicon: NameLexicon
) -> Iterator[tuple[str, Candidate]]:
    """What is set against a programme's head is its name alone: «opération Barkhane», then «Barkhane»."""
    for match in matches:
        if match.strength != "name" or match.head.kind != "programme":
            continue
        own = _own_words(words[match.head_end : match.end])
        listed = own and own[0].text.upper() in lexicon.stops and not _is_one(own)
        if not own or listed or _is_plain(own, lexicon):
            continue
        start, end = words[match.first].start, words[match.end - 1].end
        yield (
            text[own[0].start : own[-1].end],
            Candidate(
                start,
                end,
                match.head.kind,
                "document:alias",
                subtype=match.head.subtype,
                key=fold(text[start:end]),
            ),
        )


def find_headings(
    words: Sequence[Word], matches: Iterable[NameMatch], found: Iterable[Candidate]
) -> Iterator[Candidate]:
    """Find undertakings that a line opens with, whose name the document has without its noun: «Projet Kiwalo», a title.

    Args:
        words: of the document.
        matches: names and what may be some.
        found: candidates so far.

    Yields:
        Candidates with their noun.
    """
    named = {(one.start, one.end) for one in found if one.kind == "programme"}
    for match in matches:
        if match.strength != "weak" or match.head.kind != "programme" or match.end == match.head_end:
            continue
        if not words[match.first].is_capitalised or (match.first and words[match.first - 1].text != "\n"):
            continue
        if (words[match.head_end].start, words[match.end - 1].end) in named:
            start, end = words[match.first].start, words[match.end - 1].end
            yield Candidate(start, end, match.head.kind, match.head.id, subtype=match.head.subtype)


def _own_words(own: Sequence[Word]) -> Sequence[Word]:
    """What may stand for a name without its head: capitalised words, perhaps with a number («projet Inga 3»), or one coined."""
    if _is_one(own):
        return own
    numbered = len(own) > 1 and own[-1].is_number
    capitals = own[:-1] if numbered else own
    return own if all(word.is_capitalised for word in capitals) and len(own) <= _LONGEST_ALIAS else ()


def _is_one(own: Sequence[Word]) -> bool:
    """Whether a capital opens several words that touch: «Solar-énergie», «SIG-éco21»."""
    parts = range(1, len(own))
    return 1 < len(own) <= _MOST_PARTS and own[0].is_capitalised and all(own[i - 1].end == own[i].start for i in parts)


def _is_plain(own: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether what is set against a head means something else by itself: «Cadre de Partenariat Pays», «programme Sahel»."""
    classes = ("title_noun", "party_noun", "world_region", "place")
    return len(own) == 1 and any(own[0].lower in lexicon.words(name) for name in classes)


def _is_word(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an alias is a common word here: by what stands before, or with a complement («Aide au logement»)."""
    if _is_owner(words, first, end, lexicon):
        return False
    if is_common_alias(words, first, lexicon):
        return True
    if end != first + 1 or words[first].is_acronym:
        return False
    before = words[first - 1] if first else None
    # «véhicules blindés Griffon»: what a common noun is called
    if before is not None and before.text.islower() and before.pos in {"NOUN", PARTICIPLE}:
        return True
    return end < len(words) and words[end].lower in lexicon.words("to") | lexicon.words("of")


def _is_owner(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether something is an undertaking's whose alias is no acronym: «les atouts de Rives Vives», «l'objectif de Kalimo»."""
    if first < 2 or words[first - 1].lower not in lexicon.words("bare_of"):
        return False
    if not all(word.is_capitalised and not word.is_acronym for word in words[first:end]):
        return False
    noun = words[first - 2].lower  # of one word that may be a town too: «les écoles de Sarvelle»
    return end - first > 1 or noun in lexicon.words("undertaking") or noun in lexicon.words("had_by_undertaking")


def is_common_alias(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether what stands before an alias makes it a common noun: «37 EIG», «les EIG», «un ancien EIG»."""
    if first == 0:
        return False
    before = words[first - 1]
    several = before.lower in lexicon.words("indefinite") | lexicon.words("plural_indefinite") | lexicon.words(
        "several"
    )
    if several or before.is_number:
        return True
    if not before.is_word or lexicon.is_function(before.lower) or before.pos != "ADJ":
        return False
    # «un ancien EIG», but «le nouveau PNDS»
    return first == 1 or words[first - 2].lower not in lexicon.words("one_definite")


def _written_alike(text: str, span: tuple[int, int], name: str) -> bool:
    """Whether a place is written with the capitals of the name, but for those of its first letter."""
    surface = text[span[0] : span[1]]
    if surface == name:
        return True
    if name.isupper() or len(name.split()) == 1:
        # «GO4Rives» for «Go4Rives», which no common word could be
        return any(map(str.isdigit, name)) and surface[0].isupper() and surface.lower() == name.lower()
    return surface[0].isupper() or surface[0] == name[0]


def _recurrence(span: tuple[int, int], model: Candidate, tier: int) -> Candidate:
    rule = model.rule if model.rule.startswith("document:") else "document:name"
    return Candidate(*span, model.kind, rule, tier=tier, subtype=model.subtype, entities=model.entities, key=model.key)
