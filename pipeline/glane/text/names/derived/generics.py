"""Capitalised generics that stand for a name: «l'Agence», after «l'Agence européenne de défense»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, NAMED, Candidate
from glane.text.forms import fold
from glane.text.names.derived.abroad import StateBodies
from glane.text.names.derived.evidenced import LONGEST, find_standing, openings_of
from glane.text.names.derived.given import find_bracketed_generics, find_given
from glane.text.names.derived.siblings import is_accompanied, is_among_siblings
from glane.text.names.derived.things import is_other_thing
from glane.text.names.derived.unwritten import is_referred_to, without_unwritten
from glane.text.names.derived.usual import is_usual
from glane.text.names.extent.edges import is_ours
from glane.text.words import PARTICIPLE, beginning_at, ending_at, is_hyphen, surface_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.rules.names import GenericRow
    from glane.text.knowledge import KnowledgeBase
    from glane.text.names.defined.established import Established
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_OF_STATE = frozenset({"government", "parliament", "armed-force", "police", "court"})
_DESCRIBING = frozenset({"ADJ", "NOUN", PARTICIPLE})
_ADVERB = "ADV"


def find_generics(
    words: Sequence[Word],
    found: Sequence[Candidate],
    established: Sequence[Established],
    matches: Sequence[NameMatch],
    generics: Sequence[GenericRow],
    knowledge: KnowledgeBase,
    lexicon: NameLexicon,
    countries: Collection[str] = (),
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
        countries: codes of those that the document names.

    Returns:
        Candidates whose ``key`` is the name they stand for.
    """
    if all(match.strength != "generic" for match in matches):
        return []
    single = {fold(row.form): row for row in generics}
    standing = dict(find_standing(words, found, generics, knowledge, countries))
    openers = without_unwritten(words, list(_openers(words, found, established, single, standing)))
    openers.sort(key=lambda opener: opener[0])
    plain = {match.first for match in matches if match.strength == "generic"}
    given = {**find_given(words, found, lexicon), **find_bracketed_generics(words, found, matches, lexicon)}
    rows = {candidate.end: candidate.entities[0] for candidate in found if candidate.entities}
    named = {end: row.id for end, row in rows.items()}
    acts = [act for row in generics for act in row.acts]
    states = StateBodies(found)
    abroad = not states.are_named and not lexicon.find_class(words, "rules_state")
    last: dict[str, Candidate] = {}
    only = {**_find_kinds(openers, lexicon), **_unambiguous(words, openers)}
    pending = iter(openers)
    current = next(pending, None)
    result: list[Candidate] = []
    for match in matches:
        if match.strength != "generic" or is_hyphen(words, match.end) or is_other_thing(words, match, lexicon):
            continue
        word, ending = words[match.first], words[match.end - 1]
        while current is not None and current[0] < word.start:
            last[current[1]] = current[2]
            current = next(pending, None)
        own = _opening(words[match.first : match.end])
        model, later = given.get(own) or last.get(own), only.get(own)
        if states.names_in_passing(model or later):
            home = states.at_home(own, knowledge)
            model, later = None if home is None else _entity(word, home), None
        row = single.get(own)
        authored = row is not None and is_usual(words, match.first, row, named, acts, lexicon)
        usual_row = knowledge.by_id.get(row.entity) if row is not None and authored else None
        model = model if usual_row is None else _entity(word, usual_row)
        if is_among_siblings(words, match, plain, standing, last, rows, lexicon):
            model = last[own] = _entity(word, standing[own])
        usual = own in standing and is_accompanied(words, match, row, plain, lexicon, abroad=abroad)
        usual = usual and not is_referred_to(words, match, lexicon)
        model = None if usual and _is_of_parts(words, word, model) else model
        if model is None and usual and not (later is not None and later.entities):
            model = _entity(word, standing[own])
        model = model or later
        if model is not None:
            result.append(_generic(word, ending, model))
        elif (
            word.folded in last
            or word.folded in only
            or _is_body(words, match, lexicon)
            or _is_own(words, match, lexicon)
        ):
            result.append(_own(word, ending, match))
    return result


def _is_of_parts(words: Sequence[Word], generic: Word, model: Candidate | None) -> bool:
    """Whether a body is written without a capital, as those are that belong to another, and a generic with one.

    «la commission des budgets attend la Commission». One of a state is meant all the same: «saisine de la commission des
    lois. La Commission a nommé».
    """
    if model is None:
        return False
    first, last = beginning_at(words, model.start), ending_at(words, model.end)
    if first is None or last is None or not generic.is_capitalised or any(row.country for row in model.entities[:1]):
        return False
    return not any(word.is_capitalised for word in words[first : last + 1])


def _is_body(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a head means a body that the text need not have named: «la Cour d'appel», «la Banque a financé l'étude».

    Some heads do even with an adjective behind them, which says of which kind others are.
    """
    head = " ".join(word.lower for word in words[match.first : match.end])
    if not lexicon.words("proper_generic").isdisjoint((head, words[match.first].lower)):
        return True
    if head not in lexicon.words("standing_generic"):
        return False
    if _is_area(words, match.first, lexicon):
        return False
    after = words[match.end] if match.end < len(words) else None
    if after is None or not after.is_word or after.is_capitalised:
        return True
    if match.end + 1 < len(words) and words[match.end + 1].pos == _ADVERB:
        return True  # «l'Agence recherche activement», where the verb is a noun too
    return after.lower not in lexicon.words("level") and after.pos not in _DESCRIBING


def _is_own(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether those who write are a body and call it theirs: «notre Comité», but not «notre Gouvernement»."""
    body = match.head.kind == "organisation" and match.head.subtype not in _OF_STATE
    return body and is_ours(words, match.first, lexicon)


def _is_area(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a noun is the part of the world that has what stands before it: «les pays de la Région»."""
    if first < 3 or words[first - 1].lower not in lexicon.words("article"):
        return False
    return words[first - 2].lower in lexicon.words("of") and words[first - 3].lower in lexicon.words("of_area")


def _opening(words: Sequence[Word]) -> str:
    """What words are compared by with the beginnings of names: folded, with one blank between them."""
    return " ".join(word.folded for word in words)


def _unambiguous(words: Sequence[Word], openers: Sequence[tuple[int, str, Candidate]]) -> dict[str, Candidate]:
    """The one name that each noun opens, for places before its first mention, however often it is mentioned.

    What the grammar reads where a name of the knowledge base begins is that name again, and no other.
    """
    known = {(start, opener) for start, opener, candidate in openers if candidate.entities}
    whole = {(one.start, one.end): one.entities[0].id for _, _, one in openers if one.entities}
    entities: dict[str, set[str]] = {}
    first: dict[str, Candidate] = {}
    for start, opener, candidate in openers:
        if not candidate.entities and (start, opener) in known:
            continue
        first.setdefault(opener, candidate)
        own = whole.get((candidate.start, candidate.end))
        ids = {own or candidate.key or _surface(words, candidate)}
        entities.setdefault(opener, set()).update(ids)
    return {opener: first[opener] for opener, ids in entities.items() if len(ids) == 1}


def _surface(words: Sequence[Word], candidate: Candidate) -> str:
    """How a name is written, folded."""
    first, last = beginning_at(words, candidate.start), ending_at(words, candidate.end)
    return f"@{candidate.start}" if first is None or last is None else fold(surface_of(words[first : last + 1]))


def _find_kinds(openers: Iterable[tuple[int, str, Candidate]], lexicon: NameLexicon) -> dict[str, Candidate]:
    """The first body of each acronym of a kind, which a title may call by that alone: «Le projet de la MRC»."""
    return {
        opener: candidate for _, opener, candidate in reversed(list(openers)) if opener in lexicon.words("acronym_head")
    }


def _openers(
    words: Sequence[Word],
    found: Sequence[Candidate],
    established: Sequence[Established],
    single: dict[str, GenericRow],
    standing: dict[str, EntityRow],
) -> Iterator[tuple[int, str, Candidate]]:
    """Where each name stands, and the words that open it (or the full name of its acronym), one and more."""
    longs = {item.definition.short: item.definition.long for item in established}
    barred = {
        (candidate.start, form)
        for form, rule in single.items()
        for candidate in found
        if candidate.entities and (candidate.entities[0].id in rule.never or _yields(candidate, standing.get(form)))
    }
    for candidate in found:
        index = beginning_at(words, candidate.start) if candidate.kind in NAMED else None
        if index is None:
            continue
        # The words behind a shorter name do not matter: no head that stands alone is longer than the name that it opens.
        openings = {_opening(words[index : index + length]) for length in range(1, LONGEST + 1)}
        text = words[index].text
        if candidate.entities:
            openings = {*openings_of(candidate.entities[0].name), *openings - {words[index].folded}}
        elif text in longs:
            openings = {*openings_of(longs[text])}
        for opening in openings:
            if (candidate.start, opening) not in barred:
                yield candidate.start, opening, candidate


def _yields(candidate: Candidate, usual: EntityRow | None) -> bool:
    """Whether a known body leaves a generic to another one of its organisation: «le Conseil», in a text that has the CRU."""
    own = candidate.entities[0]
    return usual is not None and own.id != usual.id and own.parent is not None and own.parent == usual.parent


def _entity(word: Word, row: EntityRow) -> Candidate:
    """The model of a generic that stands for an entity of the knowledge base."""
    return Candidate(word.start, word.end, row.kind, "", subtype=row.subtype, entities=(row,), key=fold(row.name))


def _own(word: Word, last: Word, match: NameMatch) -> Candidate:
    """A generic that stands for no name but is one: «la Chambre de commerce», beside another Chambre."""
    return Candidate(
        word.start,
        last.end,
        match.head.kind,
        f"generic:{word.folded}",
        tier=EVIDENCE,
        subtype=match.head.subtype,
    )


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
