"""Records of a text without a statistical model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blank_pipeline import blank_pipeline
from glane.components.build import records_of
from glane.rules.load import RULES_VERSION

if TYPE_CHECKING:
    from datetime import date as day

    from glane_records.models import DocumentRecord, MentionRecord, Record


def extract(text: str, date: day | None = None) -> list[Record]:
    nlp = blank_pipeline()
    nlp.meta["glane_rules"] = RULES_VERSION
    return records_of(nlp, text, document_id="d", source="d.txt", date=date)


def mentions_of(text: str, date: day | None = None) -> list[MentionRecord]:
    return [record for record in extract(text, date) if record.kind != "document"]


def document_of(text: str) -> DocumentRecord:
    first = extract(text)[0]
    assert first.kind == "document"
    return first


def spans_of(text: str) -> list[tuple[str, str, str, int, int]]:
    """Kind, rule, text and offsets of the mentions."""
    return [(one.kind, one.rule, one.text, one.start, one.end) for one in mentions_of(text)]
