"""What commands write to standard output that is no records: tables, and JSON."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

import typer

from glane.cli import console as terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.evaluate.report import Table


def write_tables(tables: Sequence[Table]) -> None:
    """Write tables: in colours to a terminal, as plain text to anything else.

    Raises:
        typer.Exit: nobody reads them any more.
    """
    from glane.evaluate.render import print_tables, render_plain

    try:
        if sys.stdout.isatty():
            print_tables(tables)
        else:
            typer.echo(render_plain(tables))
    except BrokenPipeError as error:
        terminal.abandon_stdout()
        raise typer.Exit(128 + signal.SIGPIPE) from error


def write_json(value: object) -> None:
    """Write a value as JSON, indented."""
    from json import dumps

    typer.echo(dumps(value, ensure_ascii=False, indent=2))
