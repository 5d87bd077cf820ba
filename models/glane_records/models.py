"""The record contract: one JSON object a line, a union discriminated on ``kind``.

Every field is always there, ``null`` where it has no value. Offsets count Unicode code points in the
document's text as it was read, end exclusive: ``text[start:end]`` is the record's ``text``.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, model_validator

SCHEMA_VERSION = "1.1"
"""Version of the contract. A change that could break a reader takes a new major number."""

MentionKind: TypeAlias = Literal["organisation", "programme", "date", "figure", "country"]
KINDS: tuple[MentionKind, ...] = get_args(MentionKind)
"""The kinds of mentions, in the order in which they are shown."""

ProgrammeSubtype: TypeAlias = Literal[
    "programme",
    "partnership",
    "plan",
    "process",
    "operation",
    "exercise",
    "fund",
    "initiative",
    "project",
]
DatePrecision: TypeAlias = Literal[
    "day", "month", "season", "quarter", "semester", "year", "decade", "century", "interval"
]
DateModifier: TypeAlias = Literal["start", "mid", "end"]
FigureModifier: TypeAlias = Literal["about", "more_than", "less_than", "at_least", "at_most"]
Quantity: TypeAlias = Literal["count", "percent", "money", "measure", "duration", "ratio"]
Language: TypeAlias = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


def _check_iso_date(value: str) -> str:
    date.fromisoformat(value)
    return value


# The pattern is what the JSON Schema says; the calendar (no 31 February) is checked behind it.
IsoDate: TypeAlias = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_check_iso_date)]


class _Model(BaseModel):
    # Strict: one JSON type a field, so "12" is no number. Deferred: importing the contract stays fast.
    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        allow_inf_nan=False,
        defer_build=True,
        json_schema_serialization_defaults_required=True,
    )


class _Record(_Model):
    kind: str  # declared here so that it comes first; each record narrows it to its own literal


class _Mention(_Record):
    """What every mention says of its place."""

    id: str = Field(description="Identifies the mention: document id, `#`, and its start and end offset.")
    document: str = Field(description="Id of the document.")
    start: int = Field(ge=0, description="Offset of the first code point in the text as read.")
    end: int = Field(gt=0, description="Offset behind the last code point.")
    text: str = Field(min_length=1, description="The span of the source text, unchanged.")
    sentence: str = Field(description="The sentence around it, as in the source text.")
    section: str | None = Field(description="The heading above it, or null.")
    page: int | None = Field(
        default=None, ge=1, description="Page of the source on which it starts, from 1; null where there are no pages."
    )
    rule: str = Field(description="Stable id of the rule or source that found it.")

    @model_validator(mode="after")
    def _check_span(self) -> _Mention:
        if self.end - self.start != len(self.text):
            msg = f"text has {len(self.text)} code points, the span {self.start}:{self.end} has not"
            raise ValueError(msg)
        return self


class _Named(_Mention):
    name: str = Field(
        min_length=1,
        description="Canonical name of the entity: as the document gives it, else as the knowledge base does; so "
        "that one `entity` may have several, each in its documents.",
    )
    acronym: str | None = Field(description="Its acronym, where the document or the rules give one.")
    entity: str = Field(min_length=1, description="Stable id, the same for all mentions of one entity.")
    wikidata: str | None = Field(pattern=r"^Q[1-9]\d*$", description="Wikidata id, where known.")


class OrganisationRecord(_Named):
    """A mention of a body with a name."""

    kind: Literal["organisation"] = "organisation"
    subtype: str | None = Field(description="Kind of body: ministry, agency, court … or null.")


class ProgrammeRecord(_Named):
    """A mention of a named undertaking."""

    kind: Literal["programme"] = "programme"
    subtype: ProgrammeSubtype = Field(description="Kind of undertaking.")


class DateRecord(_Mention):
    """A mention of a calendar expression."""

    kind: Literal["date"] = "date"
    edtf: str | None = Field(
        description="EDTF (ISO 8601-2) value; null for a relative expression that nothing anchors."
    )
    earliest: IsoDate | None = Field(description="First day it can mean; null: open or unknown.")
    latest: IsoDate | None = Field(description="Last day it can mean; null: open or unknown.")
    precision: DatePrecision | None = Field(description="Finest unit the text states.")
    modifier: DateModifier | None = Field(
        description="start, mid or end, from «début», «mi-», «fin»; earliest and latest are those of the whole."
    )


class FigureRecord(_Mention):
    """A mention of a number that measures or counts."""

    kind: Literal["figure"] = "figure"
    value: int | float | None = Field(description="The number with its multiplier applied; null for a range.")
    low: int | float | None = Field(description="Lower bound; equal to value where there is one.")
    high: int | float | None = Field(description="Upper bound; equal to value where there is one.")
    unit: str | None = Field(description="ISO 4217 code, `%`, unit symbol, or unit of time; null for counts.")
    quantity: Quantity = Field(description="What sort of number it is.")
    of: str | None = Field(description="The phrase that names what is counted.")
    of_start: int | None = Field(ge=0, description="Offset of the first code point of `of`.")
    of_end: int | None = Field(gt=0, description="Offset behind the last code point of `of`.")
    modifier: FigureModifier | None = Field(description="Bound or approximation stated by the text.")

    @model_validator(mode="after")
    def _check_of(self) -> FigureRecord:
        if self.of is None:
            if self.of_start is not None or self.of_end is not None:
                msg = "of_start and of_end are null where of is"
                raise ValueError(msg)
        elif self.of_start is None or self.of_end is None or self.of_end - self.of_start != len(self.of):
            msg = f"of has {len(self.of)} code points, the span {self.of_start}:{self.of_end} has not"
            raise ValueError(msg)
        return self


class CountryRecord(_Mention):
    """A mention of a state or territory."""

    kind: Literal["country"] = "country"
    name: str = Field(min_length=1, description="Usual French name.")
    code: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2; XK for Kosovo.")


class Counts(_Model):
    """How many mentions of each kind a document has."""

    organisation: int = Field(ge=0)
    programme: int = Field(ge=0)
    date: int = Field(ge=0)
    figure: int = Field(ge=0)
    country: int = Field(ge=0)


class DocumentRecord(_Record):
    """First record of each document."""

    kind: Literal["document"] = "document"
    id: str = Field(min_length=1, description="Path relative to the input, without extension.")
    source: str = Field(description="Where it was read from, as given by the user.")
    title: str | None = Field(description="Its title, where the input states one.")
    language: Language | None = Field(description="ISO 639 code of the language found; null: cannot be told.")
    date: IsoDate | None = Field(description="Its date: relative expressions resolve against it.")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="Of its text as UTF-8.")
    characters: int = Field(ge=0, description="Length of its text in code points.")
    schema_version: str = Field(description="Version of this contract.")
    glane_version: str = Field(description="Version of the code that wrote it.")
    rules_version: str = Field(description="Version of the rules, with a digest of user packs.")
    mentions: Counts = Field(description="Mentions by kind.")
    metadata: dict[str, JsonValue] = Field(
        default_factory=dict,
        description="What else the input says of it: the other fields of a JSONL line, author or url of a page.",
    )


MentionRecord: TypeAlias = OrganisationRecord | ProgrammeRecord | DateRecord | FigureRecord | CountryRecord
Record: TypeAlias = Annotated[MentionRecord | DocumentRecord, Field(discriminator="kind")]

record_adapter: TypeAdapter[Record] = TypeAdapter(Record, config=ConfigDict(defer_build=True))
"""Validates one record: ``record_adapter.validate_json(line)``."""
