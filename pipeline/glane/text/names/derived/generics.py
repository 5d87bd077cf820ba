"""Capitalised generics that stand for a name: «l'Agence», after «l'Agence européenne de défense»."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.forms import fold
from glane.text.names.derived.abroad import StateBodies
from glane.text.names.derived.evidenced import find_standing
from glane.text.names.derived.given import find_bracketed_generics, find_given
from glane.text.names.derived.openers import find_kinds, find_openers, find_unambiguous, opening_of
from glane.text.names.derived.siblings import is_accompanied, is_among_siblings
from glane.text.names.derived.things import is_other_thing
from glane.text.names.derived.unwritten import is_referred_to, without_unwritten
from glane.text.names.derived.usual import is_usual
from glane.text.names.extent.edges import is_ours
from glane.text.words import PARTICIPLE, beginning_at, ending_at, is_hyphen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

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
    country_codes: Collection[str] = (),
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
        country_codes: codes of those that the document names.

    Returns:
        Candidates whose ``key`` is the name they stand for.
    """
    if all(match.strength != "generic" for match in matches):
        return []
    single = {fold(row.form): row for row in generics}
    standing = dict(find_standing(words, found, generics, knowledge, country_codes))
    openers = without_unwritten(words, list(find_openers(words, found, established, single, standing)))
    openers.sort(key=lambda opener: opener[0])
    rows = {candidate.end: candidate.entities[0] for candidate in found if candidate.entities}
    states = StateBodies(found)
    models = _Models(
        words=words,
        lexicon=lexicon,
        knowledge=knowledge,
        single=single,
        standing=standing,
        given={**find_given(words, found, lexicon), **find_bracketed_generics(words, found, matches, lexicon)},
        only={**find_kinds(openers, lexicon), **find_unambiguous(words, openers)},
        plain={match.first for match in matches if match.strength == "generic"},
        rows=rows,
        named={end: row.id for end, row in rows.items()},
        acts=[act for row in generics for act in row.acts],
        states=states,
        abroad=not states.are_named and not lexicon.find_class(words, "rules_state"),
    )
    pending = deque(openers)
    result: list[Candidate] = []
    for match in matches:
        if match.strength != "generic" or is_hyphen(words, match.end) or is_other_thing(words, match, lexicon):
            continue
        word, ending = words[match.first], words[match.end - 1]
        while pending and pending[0][0] < word.start:
            _, opening, opener = pending.popleft()
            models.last[opening] = opener
        model = models.of(match)
        if model is not None:
            result.append(_generic(word, ending, model))
        elif models.is_body_itself(match):
            result.append(_own(word, ending, match))
    return result


@dataclass(slots=True)
class _Models:
    """What the generics of a document may stand for.

    Attributes:
        words: of the document.
        lexicon: classes of words.
        knowledge: the knowledge base.
        single: rows that give a generic to one entity, by the generic.
        standing: entities that generics stand for without being named, by the generic.
        given: names that the document gives a generic, by the generic.
        only: the one name that each noun opens in all of the document.
        plain: indices of the generics.
        rows: the entities of names, by the offsets where these end.
        named: the ids of the same.
        acts: acronyms that number legal acts.
        states: the bodies of states that are named.
        abroad: no body of a state is named, nor what only states have.
        last: of the names before the generic that is looked at, the last one that each noun opens.
    """

    words: Sequence[Word]
    lexicon: NameLexicon
    knowledge: KnowledgeBase
    single: Mapping[str, GenericRow]
    standing: Mapping[str, EntityRow]
    given: Mapping[str, Candidate]
    only: Mapping[str, Candidate]
    plain: AbstractSet[int]
    rows: Mapping[int, EntityRow]
    named: Mapping[int, str]
    acts: Sequence[str]
    states: StateBodies
    abroad: bool
    last: dict[str, Candidate] = field(default_factory=dict)

    def of(self, match: NameMatch) -> Candidate | None:
        """The name that a generic stands for; ``None`` for none."""
        words, word = self.words, self.words[match.first]
        own = opening_of(words[match.first : match.end])
        row = self.single.get(own)
        model, later = self._before_and_after(own, word)
        if row is not None and is_usual(words, match.first, row, self.named, self.acts, self.lexicon):
            usual_row = self.knowledge.by_id.get(row.entity)
            model = model if usual_row is None else _entity(word, usual_row)
        if is_among_siblings(words, match, self.plain, self.standing, self.last, self.rows, self.lexicon):
            model = self.last[own] = _entity(word, self.standing[own])
        usual = own in self.standing and not is_referred_to(words, match, self.lexicon)
        if usual and is_accompanied(words, match, row, self.plain, self.lexicon, abroad=self.abroad):
            model = None if _is_of_parts(words, word, model) else model
            if model is None and not (later is not None and later.entities):
                model = _entity(word, self.standing[own])
        return model or later

    def _before_and_after(self, own: str, word: Word) -> tuple[Candidate | None, Candidate | None]:
        """The name that a generic was given, or that was opened by it last; and the only one of the document."""
        model, later = self.given.get(own) or self.last.get(own), self.only.get(own)
        if not self.states.names_in_passing(model or later):
            return model, later
        home = self.states.at_home(own, self.knowledge)
        return None if home is None else _entity(word, home), None

    def is_body_itself(self, match: NameMatch) -> bool:
        """Whether a generic that stands for no name is one."""
        folded = self.words[match.first].folded
        return (
            folded in self.last
            or folded in self.only
            or _is_body(self.words, match, self.lexicon)
            or _is_own(self.words, match, self.lexicon)
        )


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
