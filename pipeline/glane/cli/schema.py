"""``glane schema``: the contract of the records."""

from __future__ import annotations

from glane.cli.printing import write_json_text


def schema() -> None:
    """Print the JSON Schema of the records."""
    from glane_records.schema import schema_text

    write_json_text(schema_text())
