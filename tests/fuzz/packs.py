"""Packs of rules, made of the built-in tables and then spoilt."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from fuzz.files import damaged
from fuzz.texts import words
from glane.rules.load import builtin_folder
from glane.rules.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_CELLS = ["", "|", " | ", "a|b", "0", "-1", "1e9", "1e999", "nan", "true", "x" * 300, "(", "[", "*", "{", "\\", "{year}",
          "(?P<a>", "a||b", "#", "\u2028", "\x85", "\x1c", "\0", "é", "e\u0301", "Ⅳ", "²", "½", "١", "1/0", "inf"]  # fmt: skip


@cache
def _lines(path: str) -> tuple[str, ...]:
    lines = (builtin_folder() / path).read_text(encoding="utf-8").split("\n")
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


@st.composite
def tables(draw: Callable[[st.SearchStrategy[T]], T]) -> tuple[str, bytes]:
    """One table: its path, and the bytes of a file in which some rows may be wrong."""
    paths = st.sampled_from([table.path for table in TABLES])
    path = draw(paths)
    # Rows of another table under this one's name, now and then.
    header, *rows = _lines(draw(paths) if draw(st.integers(0, 9)) == 0 else path)
    chosen = draw(st.lists(st.sampled_from(rows), max_size=4))
    grid = [["|".join(cell.split("|")[:3]) for cell in line.split("\t")] for line in (header, *chosen)]
    for _ in range(draw(st.integers(0, 3))):
        cells = draw(st.sampled_from(grid[1:] or grid))
        change = draw(st.sampled_from(["cell", "cell", "cell", "drop", "add", "header"]))
        cell = draw(st.sampled_from(_CELLS) | words() | st.text(max_size=5))
        place = draw(st.integers(0, max(len(cells) - 1, 0)))
        if change == "drop":
            del cells[place:]
        elif change == "add":
            cells.insert(place, cell)
        elif change == "header" and grid[0]:
            grid[0][draw(st.integers(0, len(grid[0]) - 1))] = cell
        elif cells:
            cells[place] = cell
    data = "\n".join("\t".join(cells) for cells in grid).encode("utf-8", "replace")
    return path, draw(damaged(data)) if draw(st.integers(0, 4)) == 0 else data


@st.composite
def packs(draw: Callable[[st.SearchStrategy[T]], T]) -> dict[str, bytes]:
    """Files of a pack by their path."""
    pack = dict(draw(st.lists(tables(), min_size=1, max_size=2)))
    if draw(st.integers(0, 9)) == 0:
        pack["off.tsv"] = draw(damaged(b"id\treason\nkb:*\tno\ndate.*\tno\n"))
    return pack
