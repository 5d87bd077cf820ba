"""Tables of rules: tab-separated files whose rows are pydantic models.

Format: UTF-8; ``#`` opens a comment line; the first other line names the columns; an empty cell takes the
column's default; ``|`` separates the values of a column that holds several. Every row has an ``id``.
"""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING, Any, TypeVar, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from glane.rules.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Row(BaseModel):
    """One line of a rule table.

    Columns declared as ``tuple[str, ...]`` are written ``one|two|three``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1, pattern=r"^\S+$", description="Stable id; records name it in `rule`.")

    @model_validator(mode="before")
    @classmethod
    def _split_lists(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        lists = _list_columns(cls)
        return {
            key: tuple(part.strip() for part in value.split("|") if part.strip())
            if key in lists and isinstance(value, str)
            else value
            for key, value in data.items()
        }


@functools.cache
def _list_columns(model: type[Row]) -> frozenset[str]:
    return frozenset(name for name, field in model.model_fields.items() if get_origin(field.annotation) is tuple)


R = TypeVar("R", bound=Row)


def read_table(path: Path, model: type[R]) -> list[R]:
    """Read one table.

    Args:
        path: a tab-separated file in the format of this module.
        model: the row type.

    Returns:
        The rows, in the order of the file.

    Raises:
        RuleError: the file cannot be read, or a row is wrong (with its line number).
    """
    header: list[str] | None = None
    rows: list[R] = []
    places: dict[str, int] = {}
    for number, line in enumerate(read_lines(path), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = _check_header(path, number, cells, model)
            continue
        row = _read_row(path, number, header, cells, model)
        if row.id in places:
            raise RuleError(path, number, f"id {row.id!r} stands already in line {places[row.id]}")
        places[row.id] = number
        rows.append(row)
    if header is None:
        raise RuleError(path, None, "has no header line with the names of the columns")
    return rows


def read_lines(path: Path) -> list[str]:
    """Read the lines of a table, a byte order mark left out.

    Raises:
        RuleError: the file cannot be read, or is not UTF-8.
    """
    with readable(path):
        # Line ends as editors count them: `splitlines` would also break at U+2028, U+0085 and others inside a cell.
        return path.read_text(encoding="utf-8-sig").split("\n")


def has_table(folder: Path, name: str) -> bool:
    """Whether a folder of rules has a table.

    Raises:
        RuleError: one may not look.
    """
    path = folder / name
    with readable(path):
        return path.exists()


@contextlib.contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn the system's refusal to read a file into the error about a file of rules."""
    try:
        yield
    except OSError as error:
        raise RuleError(path, None, f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise RuleError(path, line, f"is not UTF-8 ({error.reason}): save the file as UTF-8") from error


def _check_header(path: Path, number: int, cells: list[str], model: type[Row]) -> list[str]:
    unknown = [cell for cell in cells if cell not in model.model_fields]
    if unknown:
        known = ", ".join(model.model_fields)
        raise RuleError(path, number, f"unknown column {unknown[0]!r}; the columns are: {known}")
    twice = [cell for number, cell in enumerate(cells) if cell in cells[:number]]
    if twice:
        raise RuleError(path, number, f"column {twice[0]!r} stands twice")
    missing = [name for name, field in model.model_fields.items() if field.is_required() and name not in cells]
    if missing:
        raise RuleError(path, number, f"missing column {missing[0]!r}")
    return cells


def _read_row(path: Path, number: int, header: list[str], cells: list[str], model: type[R]) -> R:
    if len(cells) > len(header):
        raise RuleError(path, number, f"has {len(cells)} cells for {len(header)} columns")
    values = {name: cell for name, cell in zip(header, cells, strict=False) if cell}
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        column = str(first["loc"][0]) if first["loc"] else "row"
        raise RuleError(path, number, f"column {column!r}: {first['msg']}") from error
