"""``glane schema``: the contract of the records."""

from __future__ import annotations

from glane.cli.printing import print_json


def schema() -> None:
    """Print the JSON Schema of the records."""
    from glane_records.schema import schema_text

    print_json(schema_text())
