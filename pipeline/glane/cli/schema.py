"""``glane schema``: the contract of the records."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of the records."""
    from glane_records.schema import schema_text

    typer.echo(schema_text(), nl=False)
