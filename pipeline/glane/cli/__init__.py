"""The ``glane`` command: a file per subcommand, each thin.

A command is a plain function in its own module, and is registered here. Its module imports nothing at the top
that is slow to import (spaCy, pydantic, the pipeline): ``glane --help`` imports all of them.
"""

from __future__ import annotations

import gc
import os
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from glane import __version__
from glane.cli import console
from glane.cli.evaluate import evaluate
from glane.cli.export import export
from glane.cli.extract import extract
from glane.cli.import_ import import_annotations
from glane.cli.report import report
from glane.cli.rules import rules_app
from glane.cli.schema import schema
from glane.cli.serve import serve

_WORDINGS = {
    "Value error, ": "",
    "Input should be greater than or equal to": "must be at least",
    "Input should be less than or equal to": "must be at most",
    "Input should be": "must be",
}
"""What the library that checks values says of one, and how it is said instead."""


class _Glane(TyperGroup):
    """The commands; what is wrong with a value is said without the words of the library that checks it."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            for theirs, ours in _WORDINGS.items():
                error.message = error.message.replace(theirs, ours)
            raise


app = typer.Typer(
    name="glane",
    cls=_Glane,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(extract)
app.command()(evaluate)
app.command()(schema)
app.command()(report)
app.command()(export)
app.command("import")(import_annotations)
app.command()(serve)
app.add_typer(rules_app)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"glane {__version__}")
        raise typer.Exit


@app.callback()
def _glane(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Read French institutional text; write what it states as validated records."""


def main() -> None:
    """Run the command; the process ends with it, so that looking through the rules for garbage once more would be waste."""
    os.environ.setdefault("PYTHONSAFEPATH", "1")  # processes that are started import nothing from the working directory
    console.prepare_streams()
    try:
        app(prog_name="glane")
    except OSError as error:
        # Commands tell their own; what is left is a file in an odd place, or what Typer itself prints (--help, --version).
        if error.filename is None:
            console.say_stdout_failed(error)
        else:
            console.say(console.make_console(), f"error: {error.filename}: {error.strerror}")
        raise SystemExit(console.EXIT_FAILURES) from error
    finally:
        gc.freeze()
