"""Looking into the rules at work: what each candidate of a text came to, and which rules ever fire."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.components.build import read
from glane.read import Failure
from glane.rules.entries import list_entries
from glane.rules.knowledge import CountryRow
from glane.text.dates.find import DateMatch
from glane.text.figures.find import FigureMatch
from glane.text.verdicts import judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date as day
    from pathlib import Path

    from spacy.language import Language

    from glane.components.state import State
    from glane.read import Document
    from glane.text.candidate import Candidate
    from glane.text.entities import Entity
    from glane.text.verdicts import Preference

UNRECORDED = "other"
"""Kind of candidates that keep their place, though no record is written of them."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What a candidate came to.

    Attributes:
        start: offset of its first code point in the text.
        end: offset behind its last one.
        text: what stands there.
        kind: of record, or ``other``, of which none is written.
        rule: id of the rule or source that found it.
        tier: of trust, 3 the highest.
        value: entity, EDTF value, number with unit, or country code; empty where it lost.
        stands: whether it was chosen.
        beaten_by: index of the candidate that stands in its place.
        preference: what decided, see `glane.text.verdicts.Verdict`.
    """

    start: int
    end: int
    text: str
    kind: str
    rule: str
    tier: int
    value: str
    stands: bool
    beaten_by: int | None
    preference: Preference | None

    @property
    def recorded(self) -> bool:
        """Whether a record is written of it."""
        return self.stands and self.kind != UNRECORDED


def explain(nlp: Language, text: str, date: day | None = None) -> list[Explained]:
    """Say of each candidate in a text whether it stands, or which one beat it and by which preference.

    Args:
        nlp: from `glane.load`.
        text: any text.
        date: its date; relative expressions resolve against it.

    Returns:
        The candidates by their place, the longer first.
    """
    state = read(nlp, text, date)
    verdicts = sorted(
        judge(state.candidates), key=lambda v: (v.candidate.start, -v.candidate.end, not v.stands, v.candidate.rule)
    )
    places = {id(verdict.candidate): index for index, verdict in enumerate(verdicts)}
    entities = {id(mention.candidate): mention.entity for mention in state.mentions}
    explained: list[Explained] = []
    for verdict in verdicts:
        candidate = verdict.candidate
        start, end = state.shadow.to_source(candidate.start, candidate.end)
        explained.append(
            Explained(
                start,
                end,
                text[start:end],
                candidate.kind,
                candidate.rule,
                candidate.tier,
                _value(candidate, entities.get(id(candidate))) if verdict.stands else "",
                verdict.stands,
                None if verdict.beaten_by is None else places[id(verdict.beaten_by)],
                verdict.preference,
            )
        )
    return explained


def _value(candidate: Candidate, entity: Entity | None) -> str:
    if entity is not None:
        return entity.id
    match candidate.value:
        case DateMatch():
            return candidate.value.edtf or ""
        case FigureMatch():
            return _figure(candidate.value)
        case CountryRow():
            return candidate.value.id
        case _:
            return ""


def _figure(figure: FigureMatch) -> str:
    number = f"{figure.low}..{figure.high}" if figure.value is None else f"{figure.value}"
    return " ".join(part for part in (figure.modifier, number, figure.unit) if part)


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired.

    Attributes:
        rule: its id.
        candidates: how many candidates it gave.
        mentions: how many of them stand and are recorded.
    """

    rule: str
    candidates: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which rules some documents need.

    Attributes:
        documents: how many were read.
        fired: the rules that fired, the most frequent first.
        entries: all rules that a record can name, by table.
        never: those of them that never fired, by table.
    """

    documents: int
    fired: tuple[Fired, ...]
    entries: Mapping[str, tuple[str, ...]]
    never: Mapping[str, tuple[str, ...]]


def coverage(
    nlp: Language,
    documents: Iterable[Document | Failure],
    packs: Sequence[str | Path] = (),
    *,
    on_failure: Callable[[Failure], None] = lambda _: None,
) -> Coverage:
    """Count the rules that fire in some documents, and list those that never do.

    An entity whose name or acronym others share counts as used where the shared form stands.

    Args:
        nlp: from `glane.load`, with the same packs.
        documents: documents, and failures to read one, one after the other.
        packs: folders of rules that the pipeline was loaded with.
        on_failure: takes each document that cannot be read.

    Returns:
        The counts.

    Raises:
        RuleError: a folder of rules cannot be used.
    """
    candidates: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    used: set[str] = set()
    done = 0
    for document in documents:
        if isinstance(document, Failure):
            on_failure(document)
            continue
        state = read(nlp, document.text, document.date)
        candidates.update(candidate.rule for candidate in state.candidates)
        mentions.update(mention.candidate.rule for mention in state.mentions)
        used.update(_used(state))
        done += 1
    entries = list_entries(packs)
    rules = sorted(candidates, key=lambda rule: (-mentions[rule], -candidates[rule], rule))
    return Coverage(
        done,
        tuple(Fired(rule, candidates[rule], mentions[rule]) for rule in rules),
        entries,
        {table: tuple(rule for rule in ids if rule not in used) for table, ids in entries.items()},
    )


def _used(state: State) -> Iterator[str]:
    for candidate in state.candidates:
        yield candidate.rule
        yield from (f"kb:{row.id}" for row in candidate.entities)
