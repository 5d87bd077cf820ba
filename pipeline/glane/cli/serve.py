"""``glane serve``: the HTTP service."""

from __future__ import annotations

import functools
import importlib.util
import logging
from typing import Annotated

import typer

from glane.cli import console as terminal
from glane.cli.options import Ner, Rules, check_seconds

PACKAGES = ("fastapi", "uvicorn")
"""What the extra ``serve`` installs."""


def serve(
    host: Annotated[
        str, typer.Option(metavar="HOST", help="Address to listen at; 0.0.0.0 for all of this machine.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="PORT", help="Port to listen at; 0 for any.")] = 8000,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that extract, each with a model of its own."),
    ] = 1,
    queue: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Requests that may wait for one of them; others are answered 503."),
    ] = 16,
    max_size: Annotated[int, typer.Option(min=1, metavar="BYTES", help="Largest body of a request.")] = 2_000_000,
    max_characters: Annotated[int, typer.Option(min=1, metavar="N", help="Longest document.")] = 200_000,
    timeout: Annotated[
        float,
        typer.Option(
            min=0.1, callback=check_seconds, metavar="SECONDS", help="Longest that a request may wait and extract."
        ),
    ] = 60,
    rules: Rules = None,
    ner: Ner = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Errors only: no line for each request.")] = False,
) -> None:
    """Serve extraction over HTTP.

    POST /extract takes a text and gives its records; / is a page to paste one into, /docs describes the rest.
    SIGTERM and Ctrl-C end it when what is in flight is done. It needs the extra serve.

    Exit codes:
    0: ended by a signal.
    1: the port cannot be had, or the model cannot be loaded.
    2: wrong usage, or a wrong rule file.
    """
    console = terminal.make_console()
    missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        terminal.say(console, f"error: glane serve needs {missing[0]}: pip install 'glane[serve]'")
        raise typer.Exit(terminal.EXIT_USAGE)

    import glane
    from glane.rules.errors import RuleError
    from glane.rules.load import load_rules
    from glane.serve.server import ServeError
    from glane.serve.server import serve as run
    from glane.serve.settings import Settings

    settings = Settings(jobs, queue, max_size, max_characters, timeout)
    with terminal.logging_to(console, quiet=quiet, debug=False):
        if not quiet:
            logging.getLogger("glane.serve").setLevel(logging.INFO)
        try:
            load_rules(rules or ())  # a wrong one is told before anything is started
            run(
                functools.partial(glane.load, tuple(rules or ()), ner=ner),
                settings,
                host,
                port,
                lambda address: None if quiet else terminal.say(console, f"listening at {address}"),
            )
        except RuleError as error:
            terminal.say(console, f"error: {error}")
            raise typer.Exit(terminal.EXIT_USAGE) from error
        except ServeError as error:
            terminal.say(console, f"error: {error}")
            raise typer.Exit(terminal.EXIT_FAILURES) from error
    if not quiet:
        terminal.say(console, "ended")
