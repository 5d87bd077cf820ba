"""Gold: a line for each mention that a person marked, and what gold would say of a record."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self, get_args

from pydantic import ConfigDict, Field, TypeAdapter, model_validator

from glane_records import MentionKind  # noqa: TC001 (pydantic reads the annotations)
from glane_records.models import DateModifier, FigureModifier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glane_records.models import FigureRecord, MentionRecord

MODIFIERS: tuple[str, ...] = (*get_args(DateModifier), *get_args(FigureModifier))
"""What ``modifier`` may be: of dates, then of figures."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A line of gold; see ``corpus/README.md``.

    What is annotated is checked where a line is read (`read_line`), not where a mention is made of a record or a span.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(coerce_numbers_to_str=True)

    document: Annotated[str, Field(min_length=1)]
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(gt=0)]
    kind: Annotated[MentionKind, Field(alias="type")]
    surface: Annotated[str, Field(min_length=1)]
    value: str | None = None
    of: str | None = None
    modifier: str | None = None

    @model_validator(mode="after")
    def _check_span(self) -> Self:
        if self.end - self.start != len(self.surface):
            msg = f"surface has {len(self.surface)} code points, the span {self.start}:{self.end} has not"
            raise ValueError(msg)
        return self

    def to_line(self) -> str:
        """Return the mention as a line of JSON."""
        fields: dict[str, str | int | None] = {
            "document": self.document,
            "start": self.start,
            "end": self.end,
            "type": self.kind,
            "surface": self.surface,
        }
        if self.value is not None:  # ``null`` would say of a date that it has none
            fields["value"] = self.value
        if self.of is not None:
            fields["of"] = self.of
        if self.modifier is not None:
            fields["modifier"] = self.modifier
        return json.dumps(fields, ensure_ascii=False) + "\n"


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A line that says that a document was annotated: one without a mention has no other.

    The record that ``glane extract`` writes of a document is one too; what else it says is let be.
    """

    id: Annotated[str, Field(min_length=1)]
    kind: Literal["document"] = "document"

    def to_line(self) -> str:
        """Return it as a line of JSON."""
        return json.dumps({"kind": self.kind, "id": self.id}, ensure_ascii=False) + "\n"


_MENTION: TypeAdapter[GoldMention] = TypeAdapter(GoldMention)
_DOCUMENT: TypeAdapter[GoldDocument] = TypeAdapter(GoldDocument)


def read_line(fields: Mapping[str, object]) -> GoldMention | GoldDocument:
    """Read a line of gold; other fields (a note, the annotator) are let be.

    Raises:
        pydantic.ValidationError: it is none.
    """
    if fields.get("kind") == "document":
        return _DOCUMENT.validate_python(fields)
    return _MENTION.validate_python(fields)


def gold_of(record: MentionRecord) -> GoldMention:
    """Return what gold would say of a record: its place, its kind and its value as gold writes it."""
    value, of, modifier = _content(record)
    return GoldMention(
        document=record.document,
        start=record.start,
        end=record.end,
        kind=record.kind,
        surface=record.text,
        value=value,
        of=of,
        modifier=modifier,
    )


def _content(record: MentionRecord) -> tuple[str | None, str | None, str | None]:
    if record.kind == "date":
        return record.edtf, None, record.modifier
    if record.kind == "figure":
        return _write_figure(record), record.of, record.modifier
    if record.kind == "country":
        return record.code, None, None
    return record.name, None, None


def _write_figure(record: FigureRecord) -> str:
    if record.value is not None:
        number = write_number(record.value)
    else:
        number = "..".join("" if side is None else write_number(side) for side in (record.low, record.high))
    return f"{number} {record.unit}" if record.unit else number


def write_number(number: float) -> str:
    """Write a number in decimal, without an exponent and without zeros that say nothing."""
    written = format(Decimal(repr(number)), "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
