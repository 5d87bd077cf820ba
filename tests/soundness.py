"""What holds of the records of any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane_records import record_adapter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane_records.models import Record


def assert_sound(text: str, records: Sequence[Record]) -> None:
    """Check that records are those of a text: in order, apart, exact in their offsets, valid and readable again."""
    head, *mentions = records
    assert head.kind == "document"
    assert head.characters == len(text)
    assert sum(head.mentions.model_dump().values()) == len(mentions)
    assert len({one.id for one in mentions}) == len(mentions)
    position = 0
    for one in mentions:
        assert one.kind != "document"
        assert position <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.text == one.text.strip()
        assert one.text in one.sentence
        if one.kind == "figure" and one.of is not None:
            assert text[one.of_start : one.of_end] == one.of
        position = one.end
    for record in records:
        line = record.model_dump_json()
        assert "\n" not in line
        assert record_adapter.validate_json(line) == record
