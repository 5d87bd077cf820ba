"""From the mentions of a document to its records."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, cast, get_args

from glane.components.language import guess_language
from glane.rules.knowledge import CountryRow
from glane.text.dates.find import DateMatch
from glane.text.figures.find import FigureMatch
from glane.text.layout import heading_text
from glane_records import (
    SCHEMA_VERSION,
    CountryRecord,
    DateRecord,
    DocumentRecord,
    FigureRecord,
    OrganisationRecord,
    ProgrammeRecord,
)
from glane_records.edtf import parse
from glane_records.models import Counts, ProgrammeSubtype

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date as day
    from decimal import Decimal

    from pydantic import JsonValue

    from glane.components.state import Mention, State
    from glane_records.models import DateModifier, MentionRecord, Record

MAX_SENTENCE = 2_000
"""Longer sentences (tables, lists without points) are cut around their mention, so that output stays linear."""


_PROGRAMME_SUBTYPES = frozenset(get_args(ProgrammeSubtype))


@cache
def _glane_version() -> str:
    return version("glane")


def make_records(
    state: State,
    text: str,
    *,
    document_id: str,
    source: str,
    title: str | None,
    date: day | None,
    rules_version: str,
    metadata: Mapping[str, JsonValue] | None = None,
    pages: Sequence[int] = (),
) -> list[Record]:
    """Make the records of one document.

    Args:
        state: of the document, with its mentions.
        text: the text as it was read.
        document_id: its id.
        source: where it was read from.
        title: its title.
        date: its date.
        rules_version: version of the rules that found the mentions.
        metadata: what else the input says of it.
        pages: offset in the text of the start of each page.

    Returns:
        The document's record, then its mentions in the order of the text.
    """
    places = _Places(
        state,
        text,
        [start for start, _ in state.sentences],
        [start for start, _ in state.headings],
        document_id,
        pages,
    )
    mentions = [_record(mention, places) for mention in state.mentions]
    counts: Counter[str] = Counter(record.kind for record in mentions)
    head = DocumentRecord(
        id=document_id,
        source=source,
        title=title,
        language=guess_language(state.shadow.text, state.written),
        date=date.isoformat() if date else None,
        sha256=hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest(),
        characters=len(text),
        schema_version=SCHEMA_VERSION,
        glane_version=_glane_version(),
        rules_version=rules_version,
        mentions=Counts(**{kind: counts[kind] for kind in Counts.model_fields}),
        metadata=dict(metadata or {}),
    )
    return [head, *mentions]


@dataclass(frozen=True, slots=True)
class _Places:
    state: State
    text: str
    sentence_starts: list[int]
    heading_starts: list[int]
    document: str
    pages: Sequence[int]

    def common(self, start: int, end: int, rule: str) -> dict[str, Any]:
        """What every mention says of its place; the offsets given are those of the shadow."""
        a, b = self.state.shadow.to_source(start, end)
        return {
            "id": f"{self.document}#{a}-{b}",
            "document": self.document,
            "start": a,
            "end": b,
            "text": self.text[a:b],
            "sentence": self._sentence(start, end),
            "section": self._section(start),
            "page": bisect_right(self.pages, a) or None,
            "rule": rule,
        }

    def _sentence(self, start: int, end: int) -> str:
        index = bisect_right(self.sentence_starts, start) - 1
        first, last = self.state.sentences[index] if index >= 0 else (start, end)
        last = max(last, end)
        if last - first > MAX_SENTENCE:
            first = max(first, start - MAX_SENTENCE // 2)
            last = min(last, end + MAX_SENTENCE // 2)
        a, b = self.state.shadow.to_source(first, last)
        return self.text[a:b]

    def _section(self, start: int) -> str | None:
        index = bisect_right(self.heading_starts, start) - 1
        if index >= 0 and self.state.headings[index][1] > start:
            index -= 1  # a heading is not its own section
        if index < 0:
            return None
        return heading_text(self.state.shadow.quote(*self.state.headings[index]))


def _record(mention: Mention, places: _Places) -> MentionRecord:
    candidate = mention.candidate
    common = places.common(candidate.start, candidate.end, candidate.rule)
    entity = mention.entity
    if entity is not None:
        named: dict[str, Any] = {
            "name": entity.name,
            "acronym": entity.acronym,
            "entity": entity.id,
            "wikidata": entity.wikidata,
        }
        # A programme may share its acronym, and so its entity, with an organisation: the other kind's subtype is none.
        fits = entity.subtype in _PROGRAMME_SUBTYPES
        if candidate.kind == "organisation":
            return OrganisationRecord(**common, **named, subtype=None if fits else entity.subtype)
        subtype = cast("ProgrammeSubtype", entity.subtype if fits else "programme")
        return ProgrammeRecord(**common, **named, subtype=subtype)
    if isinstance(candidate.value, DateMatch):
        return _date_record(candidate.value, common)
    if isinstance(candidate.value, FigureMatch):
        return _figure_record(candidate.value, common, places)
    assert isinstance(candidate.value, CountryRow)
    return CountryRecord(**common, name=candidate.value.name, code=candidate.value.id)


def _date_record(match: DateMatch, common: dict[str, Any]) -> DateRecord:
    value = parse(match.edtf) if match.edtf else None
    return DateRecord(
        **common,
        edtf=match.edtf,
        earliest=value.earliest if value else None,
        latest=value.latest if value else None,
        precision=value.precision if value else None,
        modifier=cast("DateModifier | None", match.modifier),
    )


def _figure_record(figure: FigureMatch, common: dict[str, Any], places: _Places) -> FigureRecord:
    of_start = of_end = None
    counted = places.state.counted.get(figure.start)
    if counted is not None:
        of_start, of_end = places.state.shadow.to_source(*counted)
    return FigureRecord(
        **common,
        value=_number(figure.value),
        low=_number(figure.low),
        high=_number(figure.high),
        unit=figure.unit,
        quantity=figure.quantity,
        of=None if of_start is None else places.text[of_start:of_end],
        of_start=of_start,
        of_end=of_end,
        modifier=figure.modifier,
    )


def _number(value: Decimal | None) -> int | float | None:
    """Write a decimal as a JSON number: whole numbers without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
