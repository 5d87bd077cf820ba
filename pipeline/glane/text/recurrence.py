"""The document as evidence: what is a name once is a name everywhere in it, in short forms too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, TRUSTED, Candidate
from glane.text.trie import NameTrie
from glane.text.words import PARTICIPLE, beginning_at, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.rules.names import GenericRow
    from glane.text.definitions import Established
    from glane.text.knowledge import KnowledgeBase
    from glane.text.name_lexicon import NameLexicon
    from glane.text.names import NameMatch
    from glane.text.words import Word

_NAMED = frozenset({"organisation", "programme"})
_DESCRIBING = frozenset({"ADJ", "NOUN", PARTICIPLE})


def find_recurrences(
    text: str,
    words: Sequence[Word],
    found: Sequence[Candidate],
    established: Sequence[Established],
    matches: Sequence[NameMatch],
    lexicon: NameLexicon,
    tier: int = EVIDENCE,
) -> list[Candidate]:
    """Find the other places of names and acronyms that the document has established.

    Args:
        text: the shadow text.
        words: of the document.
        found: candidates so far.
        established: definitions of acronyms with their kinds.
        matches: what the grammar found.
        lexicon: classes of words.
        tier: of what is found.

    Returns:
        Candidates for the places that ``found`` does not hold.
    """
    trie: NameTrie[Candidate] = NameTrie()
    for candidate in _unique(text, found):
        trie.add_shadow(text[candidate.start : candidate.end], candidate)
    for alias, candidate in _aliases(text, words, matches, lexicon):
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
                best = _recurrence(span, fitting, TRUSTED if exact and end - first > 2 else tier)
        if best is not None:
            recurrences.append(best)
    return recurrences


def _is_meant(words: Sequence[Word], first: int, end: int, model: Candidate, lexicon: NameLexicon) -> bool:
    """Whether a place has the name: no common word, and none of a kind («une commission mixte paritaire»)."""
    if first and not words[first].is_capitalised and words[first - 1].lower in lexicon.words("explaining"):
        return False
    doubtful = model.rule == "document:alias" or (end == first + 1 and not words[first].is_acronym)
    return not (doubtful and _is_word(words, first, end, lexicon))


def _unique(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """One candidate for each name; names of the knowledge base are everywhere found already."""
    seen: set[str] = set()
    for candidate in found:
        surface = text[candidate.start : candidate.end]
        if candidate.kind in _NAMED and surface not in seen and not candidate.rule.startswith("kb:"):
            seen.add(surface)
            yield candidate


def _aliases(
    text: str, words: Sequence[Word], matches: Iterable[NameMatch], lexicon: NameLexicon
) -> Iterator[tuple[str, Candidate]]:
    """What is set against a programme's head is its name alone: «opération Barkhane», then «Barkhane»."""
    for match in matches:
        if match.strength != "name" or match.head.kind != "programme":
            continue
        own = words[match.head_end : match.end]
        if not own or not all(word.is_capitalised for word in own) or len(own) > 3:
            continue
        if own[0].text.upper() in lexicon.stops:
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


def _is_word(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an alias is a common word here: by what stands before, or with a complement («Aide au logement»)."""
    if is_common(words, first, lexicon):
        return True
    if end != first + 1 or words[first].is_acronym:
        return False
    before = words[first - 1] if first else None
    # «véhicules blindés Griffon»: what a common noun is called
    if before is not None and before.text.islower() and before.pos in {"NOUN", PARTICIPLE}:
        return True
    return end < len(words) and words[end].lower in lexicon.words("to") | lexicon.words("of")


def is_common(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
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
        return False
    return surface[0].isupper() or surface[0] == name[0]


def _recurrence(span: tuple[int, int], model: Candidate, tier: int) -> Candidate:
    rule = model.rule if model.rule.startswith("document:") else "document:name"
    key = model.key or ""
    return Candidate(
        span[0], span[1], model.kind, rule, tier=tier, subtype=model.subtype, entities=model.entities, key=key
    )


def find_generics(
    words: Sequence[Word],
    found: Sequence[Candidate],
    established: Sequence[Established],
    matches: Sequence[NameMatch],
    generics: Sequence[GenericRow],
    knowledge: KnowledgeBase,
    lexicon: NameLexicon,
) -> list[Candidate]:
    """Find capitalised generics that stand for a name: the last one before them that the same noun opens.

    Args:
        words: of the document.
        found: candidates so far, of organisations and programmes.
        established: definitions of acronyms.
        matches: what the grammar found; those of strength ``generic`` are looked at, in order.
        generics: rows that give a generic to one entity.
        knowledge: the knowledge base, for the full names behind acronyms.
        lexicon: classes of words.

    Returns:
        Candidates whose ``key`` is the name they stand for.
    """
    if all(match.strength != "generic" for match in matches):
        return []
    openers = sorted(_openers(words, found, established), key=lambda opener: opener[0])
    single = {fold(row.form): row for row in generics}
    named = {row.id for candidate in found for row in candidate.entities}
    last: dict[str, Candidate] = {}
    only = _unambiguous(openers)
    pending = iter(openers)
    current = next(pending, None)
    result: list[Candidate] = []
    for match in matches:
        if match.strength != "generic":
            continue
        word = words[match.first]
        while current is not None and current[0] < word.start:
            last[current[1]] = current[2]
            current = next(pending, None)
        rule = single.get(word.folded)
        row = knowledge.by_id.get(rule.entity) if rule is not None else None
        model = last.get(word.folded) or only.get(word.folded)
        if _is_direction(words, match.first, lexicon):
            continue
        if model is not None:
            result.append(_generic(word, words[match.end - 1], model))
        elif rule is not None and row is not None and not named.isdisjoint((row.id, *rule.evidence)):
            result.append(
                Candidate(
                    word.start,
                    word.end,
                    row.kind,
                    f"generic:{word.folded}",
                    tier=EVIDENCE,
                    subtype=row.subtype,
                    entities=(row,),
                    key=fold(row.name),
                )
            )
        elif word.lower in lexicon.words("proper_generic") or _stands_alone(words, match, lexicon):
            result.append(
                Candidate(
                    word.start,
                    word.end,
                    match.head.kind,
                    f"generic:{word.folded}",
                    tier=EVIDENCE,
                    subtype=match.head.subtype,
                )
            )
    return result


def _stands_alone(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a generic means a body that the text need not have named, and no adjective says of which kind it is."""
    if words[match.first].lower not in lexicon.words("standing_generic"):
        return False
    after = words[match.end] if match.end < len(words) else None
    if after is None or not after.is_word or after.is_capitalised:
        return True
    return after.lower not in lexicon.words("level") and after.pos not in _DESCRIBING


def _unambiguous(openers: Iterable[tuple[int, str, Candidate]]) -> dict[str, Candidate]:
    """The one entity of the knowledge base whose name each noun opens, for places before its first mention."""
    entities: dict[str, set[str]] = {}
    first: dict[str, Candidate] = {}
    for _, opener, candidate in openers:
        first.setdefault(opener, candidate)
        ids = {row.id for row in candidate.entities[:1]} or {f"@{candidate.start}"}
        entities.setdefault(opener, set()).update(ids)
    return {opener: first[opener] for opener, ids in entities.items() if len(ids) == 1 and first[opener].entities}


def _is_direction(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a noun is a part of the world behind another one: «l'Afrique de l'Ouest et du Centre»."""
    before = words[max(0, first - 3) : first - 1]
    return (
        len(before) == 2 and before[0].lower in lexicon.words("direction") and before[1].lower in lexicon.words("and")
    )


def _openers(
    words: Sequence[Word], found: Sequence[Candidate], established: Sequence[Established]
) -> Iterator[tuple[int, str, Candidate]]:
    """Where each name stands, and the noun that opens it (or the full name of its acronym)."""
    longs = {item.definition.short: item.definition.long for item in established}
    for candidate in found:
        index = beginning_at(words, candidate.start) if candidate.kind in _NAMED else None
        if index is None:
            continue
        word = words[index]
        opener = word.folded
        if candidate.entities:
            opener = fold(candidate.entities[0].name.split()[0])
        elif word.text in longs:
            opener = fold(longs[word.text].split()[0])
        yield candidate.start, opener, candidate


def _generic(word: Word, last: Word, model: Candidate) -> Candidate:
    return Candidate(
        word.start,
        last.end,
        model.kind,
        f"generic:{word.folded}",
        tier=EVIDENCE,
        subtype=model.subtype,
        entities=model.entities,
        key=model.key or f"@{model.start}:{model.end}",
    )
