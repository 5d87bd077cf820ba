"""The JSON Schema of the records, made from the models.

``records.schema.json`` beside this file holds its text for those who do not run Python.
"""

from __future__ import annotations

import json
from typing import Any

from glane_records.models import SCHEMA_VERSION, record_adapter


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one record."""
    schema = record_adapter.json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "glane record",
        "version": SCHEMA_VERSION,
        **schema,
    }


def schema_text() -> str:
    """Return the JSON Schema as the text that ``glane schema`` prints and the package holds."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
