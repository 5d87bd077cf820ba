"""What commands print to standard output, beside the records of ``extract`` and ``export``."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

import typer

from glane.cli import console as terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.evaluate.report import Table


def write_text(text: str) -> None:
    """Write lines for people, in the encoding of standard output.

    Raises:
        typer.Exit: it takes no more (which is said), or its reader has gone.
    """
    with _told():
        typer.echo(text)


def write_json_text(text: str) -> None:
    """Write JSON that is written already: in UTF-8, as the standard of JSON wants it, whatever the terminal has.

    Raises:
        typer.Exit: as for `write_text`.
    """
    with _told():
        # Half a character, as an argument may hold it, becomes an escape that JSON knows.
        typer.echo(f"{text.rstrip()}\n".encode("utf-8", errors="backslashreplace"), nl=False)


def write_json(value: object) -> None:
    """Write a value as JSON over several lines; errors as for `write_json_text`."""
    from json import dumps

    write_json_text(dumps(value, ensure_ascii=False, indent=2))


def write_tables(tables: Sequence[Table]) -> None:
    """Write tables: with lines and folded cells on a terminal, else as plain text; errors as for `write_text`."""
    from glane.evaluate import render

    if not sys.stdout.isatty():
        write_text(render.render_plain(tables))
        return
    with _told():
        render.print_tables(tables)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        terminal.abandon_stdout()
        raise typer.Exit(terminal.EXIT_PIPE) from error
    except OSError as error:
        terminal.say_stdout_failed(error)
        raise typer.Exit(terminal.EXIT_FAILURES) from error
