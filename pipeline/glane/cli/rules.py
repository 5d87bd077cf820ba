"""``glane rules``: check rules, try them on a text, see which of them documents need."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from glane.cli import console as terminal
from glane.cli.options import Day, Rules  # noqa: TC001 (Typer reads the annotations)
from glane.cli.printing import write_json, write_tables, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from glane.rules.errors import RuleError
    from glane.rules.findings import Finding

rules_app = typer.Typer(
    name="rules",
    no_args_is_help=True,
    help="Check rules, try them on a text, see which of them documents need.",
)
_Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]


@rules_app.command("check")
def check(
    rules: Rules = None,
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="With --rules, show what concerns built-in rows alone, too.")
    ] = False,
    json: _Json = False,
) -> None:
    """Look for rows that contradict, repeat or lose each other.

    A problem is what cannot be meant: a form that two rows give different meanings, a parent or an entity that does not
    exist, an unknown subtype, a pattern in off.tsv that matches nothing. A note is what may well be meant: an acronym of two
    entities (the document decides), a form that stands twice.

    Exit codes:
    0: no problems; there may be notes.
    1: problems.
    2: wrong usage, or rules that cannot be used: the message names file and line.
    """
    from glane.cli import rules_output as output
    from glane.rules.errors import RuleError
    from glane.rules.lint import check_rules

    console = terminal.make_console()
    packs = rules or []
    try:
        found = [*check_rules(packs), *_compiled(packs)]
    except RuleError as error:
        raise _unusable(console, error) from error
    shown = found if everything or not packs else [finding for finding in found if finding.own]
    if json:
        write_json([output.finding_json(finding) for finding in shown])
    elif shown:
        write_tables([output.findings_table(shown)])
    problems = sum(finding.level == "problem" for finding in shown)
    terminal.say(console, f"{terminal.count(problems, 'problem')}, {terminal.count(len(shown) - problems, 'note')}")
    if problems:
        raise typer.Exit(terminal.EXIT_FAILURES)


@rules_app.command("try")
def try_(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A French text, or - for standard input.")],
    rules: Rules = None,
    date: Day = None,
    *,
    json: _Json = False,
) -> None:
    """Show what the rules find in a text, which candidates lose, to which others, and why.

    Exit codes:
    0: done.
    1: standard input cannot be read.
    2: wrong usage, or rules that cannot be used.
    """
    import glane
    from glane.cli import rules_output as output
    from glane.rules.errors import RuleError
    from glane.run.inspect import explain

    console = terminal.make_console()
    given = _read_stdin(console) if text == "-" else text
    if text != "-" and _names_file(text):
        terminal.say(console, f"note: {text} is read as a text; for the file of that name: glane rules try - < {text}")
    try:
        nlp = glane.load(rules or [])
    except RuleError as error:
        raise _unusable(console, error) from error
    found = explain(nlp, given, date)
    if json:
        write_json({"text": given, "candidates": [output.candidate_json(one) for one in found]})
        return
    write_text(output.mark(given, found))
    if found:
        write_text("")
        write_tables([output.candidates_table(found)])


@rules_app.command("coverage")
def coverage(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCS", show_default=False, help="Files and folders, as for glane extract."),
    ],
    rules: Rules = None,
    *,
    never: Annotated[bool, typer.Option("--never", help="List the rules that never fire, table by table.")] = False,
    json: _Json = False,
) -> None:
    """Count the rules that fire in some documents, and those that never do.

    Exit codes:
    0: done.
    1: some documents could not be read.
    2: wrong usage, or rules that cannot be used.
    """
    import glane
    from glane.cli import rules_output as output
    from glane.read import Failure, find_inputs
    from glane.rules.errors import RuleError
    from glane.run.inspect import coverage as count

    console = terminal.make_console()
    failures: list[Failure] = []

    def fail(failure: Failure) -> None:
        failures.append(failure)
        terminal.say(console, f"error: {failure.source}: {failure.message}")

    packs = rules or []
    try:
        with terminal.logging_to(console, quiet=False, debug=False):
            counted = count(glane.load(packs), find_inputs(documents), packs, on_failure=fail)
    except RuleError as error:
        raise _unusable(console, error) from error
    if json:
        write_json(output.coverage_json(counted))
    else:
        write_tables(output.coverage_tables(counted, never=never))
    terminal.say(console, terminal.count(counted.documents, "document"))
    if failures:
        raise typer.Exit(terminal.EXIT_FAILURES)


@rules_app.command("list")
def list_(rules: Rules = None, *, json: _Json = False) -> None:
    """List the tables that a folder of rules may hold, with their columns.

    Exit codes:
    0: done.
    2: wrong usage, or rules that cannot be used.
    """
    from glane.evaluate.report import Table
    from glane.rules.errors import RuleError
    from glane.rules.load import builtin_folder
    from glane.rules.tables import TABLES, read_tables

    try:
        rows = read_tables([builtin_folder(), *(rules or [])])
    except RuleError as error:
        raise _unusable(terminal.make_console(), error) from error
    columns = {table.path: list(table.model.model_fields) for table in TABLES}
    if json:
        write_json([{"table": path, "rows": len(rows[path]), "columns": columns[path]} for path in rows])
        return
    lines = tuple((path, " ".join(columns[path]), f"{len(rows[path]):,}") for path in rows)
    write_tables([Table("Tables", ("table", "columns", "rows"), lines, texts=2)])


def _compiled(packs: Sequence[Path]) -> list[Finding]:
    """A finding, where the patterns of dates cannot be compiled."""
    from glane.rules.dates import PATTERNS
    from glane.rules.findings import Finding, find_row
    from glane.rules.load import builtin_folder, load_rules
    from glane.text.dates.find import find_dates
    from glane.text.dates.patterns import PatternError

    try:
        find_dates("", load_rules(packs).dates)
    except PatternError as error:
        path, line = find_row([builtin_folder(), *packs], PATTERNS, error.rule)
        return [Finding("problem", "pattern", str(error), (error.rule,), (f"{path}:{line}",), own=True)]
    return []


def _names_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except OSError:  # longer than any name
        return False


def _read_stdin(console: Console) -> str:
    """The text on standard input, read as ``glane extract -`` reads it."""
    from glane.read import Document, find_inputs

    with terminal.logging_to(console, quiet=False, debug=False):
        found = next(find_inputs(["-"]))
    if isinstance(found, Document):
        return found.text
    terminal.say(console, f"error: {found.source}: {found.message}")
    raise typer.Exit(terminal.EXIT_FAILURES)


def _unusable(console: Console, error: RuleError) -> typer.Exit:
    terminal.say(console, f"error: {error}")
    return typer.Exit(terminal.EXIT_USAGE)
