"""What glane writes: typed records, importable without spaCy.

>>> from glane_records import read
>>> for record in read("output/records.jsonl"):
...     if record.kind == "organisation":
...         print(record.name, record.start, record.end)
"""

from glane_records.models import (
    KINDS,
    SCHEMA_VERSION,
    CountryRecord,
    DateRecord,
    DocumentRecord,
    FigureRecord,
    MentionKind,
    MentionRecord,
    OrganisationRecord,
    ProgrammeRecord,
    Record,
    record_adapter,
)
from glane_records.reading import RecordError, read
from glane_records.schema import json_schema

__all__ = [
    "KINDS",
    "SCHEMA_VERSION",
    "CountryRecord",
    "DateRecord",
    "DocumentRecord",
    "FigureRecord",
    "MentionKind",
    "MentionRecord",
    "OrganisationRecord",
    "ProgrammeRecord",
    "Record",
    "RecordError",
    "json_schema",
    "read",
    "record_adapter",
]
