"""Options that several commands have, and what the values of some may be."""

from __future__ import annotations

import datetime
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="DIR",
        exists=True,
        file_okay=False,
        show_default=False,
        help="Folder of rules of your own, over those of the package. May be repeated; the last wins.",
    ),
]
Ner = Annotated[
    bool | None,
    typer.Option(
        "--ner/--no-ner",
        help="With the statistical model's entities as evidence for names; or without any statistical model. "
        "Without either, the model tells parts of speech only.",
    ),
]

Records = Annotated[
    Path,
    typer.Argument(
        exists=True,
        dir_okay=False,
        metavar="RECORDS",
        show_default=False,
        help="Records that glane wrote (.jsonl, .jsonl.gz).",
    ),
]


def read_day(written: str) -> datetime.date:
    """The day that an option names.

    Raises:
        typer.BadParameter: it is none.
    """
    match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", written.strip())
    if match is None:
        message = f"{written!r} is not written YYYY-MM-DD"
        raise typer.BadParameter(message)
    try:
        return datetime.date(*map(int, match.groups()))
    except ValueError as error:
        message = f"{written!r} is no date: {error}"
        raise typer.BadParameter(message) from error


Day = Annotated[
    datetime.date | None,
    typer.Option(
        "--date",
        parser=read_day,
        metavar="YYYY-MM-DD",
        show_default=False,
        help="Date of texts that have none: «l’an dernier» is resolved against it.",
    ),
]

_SIZES = {"k": 10**3, "M": 10**6, "G": 10**9}


def output_option(metavar: str, what: str) -> Any:
    """The option ``-o``, which must be given, for a command's only output."""
    return typer.Option("--output", "-o", metavar=metavar, show_default=False, help=what)


def documents_option(what: str) -> Any:
    """The option that names the texts that records or annotations are of."""
    return typer.Option(exists=True, metavar="DIR", show_default=False, help=what)


def check_output(output: str, inputs: Sequence[str], *, resume: bool) -> Path | None:
    """The file that OUT names, ``None`` for standard output.

    Raises:
        typer.BadParameter: it cannot be meant.
    """
    from glane.write import OUTPUT_SUFFIXES, can_resume

    if resume and (output == "-" or not can_resume(Path(output))):
        message = "goes on with a file: name one with -o"
        raise typer.BadParameter(message, param_hint="'--resume'")
    if output == "-":
        return None
    if not output.endswith(OUTPUT_SUFFIXES):
        message = f"{output!r} ends neither in {' nor in '.join(OUTPUT_SUFFIXES)}, nor is it '-'"
        raise typer.BadParameter(message, param_hint="'--output' / '-o'")
    return check_target(output, [Path(given) for given in inputs if given != "-"])


def check_target(output: str, inputs: Iterable[Path]) -> Path | None:
    """The file that OUT names, which may not be one of the inputs; ``None`` for standard output.

    Raises:
        typer.BadParameter: it is one of them.
    """
    if output == "-":
        return None
    target = Path(output)
    if target.resolve() in {path.resolve() for path in inputs}:
        message = f"{output!r} is an input too"
        raise typer.BadParameter(message, param_hint="'--output' / '-o'")
    return target


def check_keep_text(folder: Path | None, inputs: Sequence[str]) -> Path | None:
    """The folder for texts, which may not hold inputs.

    Raises:
        typer.BadParameter: it cannot be meant.
    """
    if folder is not None and any(
        given != "-" and Path(given).resolve().is_relative_to(folder.resolve()) for given in inputs
    ):
        message = f"{str(folder)!r} holds inputs: texts kept there would replace them"
        raise typer.BadParameter(message, param_hint="'--keep-text'")
    return folder


def check_size(written: str) -> int:
    """The bytes that a size such as ``20M`` means.

    Raises:
        typer.BadParameter: it cannot be meant.
    """
    match = re.fullmatch(r"(\d{1,9})(?: ?([kMG])B?)?", written.strip())
    size = int(match[1]) * _SIZES.get(match[2], 1) if match else 0
    if not size:
        message = f"{written!r} is no size such as 500k, 20M or 2G"
        raise typer.BadParameter(message, param_hint="'--max-size'")
    return size


def check_seconds(seconds: float | None) -> float | None:
    """A number of seconds that can be waited for.

    Raises:
        typer.BadParameter: it is infinite, or no number.
    """
    if seconds is not None and not math.isfinite(seconds):
        message = f"{seconds} is no number of seconds"
        raise typer.BadParameter(message)
    return seconds


def check_kinds(kinds: Sequence[str] | None) -> frozenset[str] | None:
    """The kinds that some lists name together, ``None`` for all.

    Raises:
        typer.BadParameter: it cannot be meant.
    """
    if not kinds:
        return None
    from glane_records import KINDS

    chosen = frozenset(part.strip() for part in ",".join(kinds).split(",") if part.strip())
    unknown = sorted(chosen - set(KINDS))
    if unknown or not chosen:
        problem = f"unknown kind {unknown[0]!r}" if unknown else "names no kind"
        message = f"{problem} (kinds: {', '.join(KINDS)})"
        raise typer.BadParameter(message, param_hint="'--kinds'")
    return chosen
