"""Numbers that are cells of a table: the unit that its title or a head says, and which of them count at all.

A row is a line with bars between its cells, as tables are read from documents: «Sites | 350».
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from glane.text.figures.judge import is_yearlike
from glane.text.figures.labelled import counts_by_label
from glane.text.figures.number import tidy
from glane.text.figures.unit_labels import read_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureState
    from glane.text.figures.unit_labels import ToldUnit

_BAR = "|"
_LONGEST_TITLE = 240
_WORD = re.compile(r"[^\W\d_]+|%")
_RULE = re.compile(r"[ |:=-]+")
_BARE = ("figure.bare", "figure.announced")
_CLEAR = frozenset(("blank", "dot", "apostrophe", "decimal"))
_OTHER_UNITS = ("level_count", "level_percent")
_NUMBERED = ("label", "name", "label_code")


class Cell(NamedTuple):
    """Where the text of a cell begins and ends, blanks left out."""

    start: int
    end: int


class Table(NamedTuple):
    """A table of a text.

    Attributes:
        title: where the line above it begins and ends.
        rows: its cells.
    """

    title: Cell
    rows: list[list[Cell]]


def read_tables(states: Sequence[FigureState], text: str, folded: str, rules: FigureRules) -> None:
    """Give numbers that fill a cell the unit of their table or column, and let those count that are told to.

    They count in a column of larger or decimal numbers, or behind a label in the plural.

    Args:
        states: figures of a text, changed in place.
        text: shadow text.
        folded: the same in lower case.
        rules: units and classes of words.
    """
    if _BAR not in text:
        return
    numbers = {state.item.start: state for state in states if not state.is_excluded and not state.item.is_range}
    for table in _find_tables(text):
        _read_units(table, numbers, text, folded, rules)
        if "figure.bare" in rules.patterns:
            _count_cells(table, numbers, text, folded, rules)


def _find_tables(text: str) -> Iterator[Table]:
    title, start, rows = Cell(0, 0), 0, list[list[Cell]]()
    for line in text.split("\n"):
        end = start + len(line)
        if _BAR in line:
            if not _RULE.fullmatch(line):
                rows.append(_cells(line, start))
        else:
            if rows:
                yield Table(title, rows)
                rows, title = [], Cell(start, start)
            if line.strip():
                title = Cell(start, end)
        start = end + 1
    if rows:
        yield Table(title, rows)


def _cells(line: str, start: int) -> list[Cell]:
    cells: list[Cell] = []
    for piece in line.split(_BAR):
        begin = start + len(piece) - len(piece.lstrip(" "))
        cells.append(Cell(begin, max(begin, start + len(piece.rstrip(" ")))))
        start += len(piece) + 1
    return cells[1:] if cells[0].start == cells[0].end and line.startswith(_BAR) else cells


def _state_of(cell: Cell, numbers: dict[int, FigureState]) -> FigureState | None:
    """The number that fills a cell."""
    state = numbers.get(cell.start)
    return state if state is not None and state.item.end == cell.end else None


def _read_units(table: Table, numbers: dict[int, FigureState], text: str, folded: str, rules: FigureRules) -> None:
    heads = table.rows[0]
    of_columns = [_told(text, head, rules) for head in heads]
    of_table = of_columns[0] or _told(text, table.title, rules)
    if of_table is None and not any(of_columns):
        return
    for row in table.rows:
        is_other = _says_other_unit(folded, row[0], rules)
        for column, cell in enumerate(row[1:], start=1):
            state = _state_of(cell, numbers)
            head = heads[column] if column < len(heads) else Cell(0, 0)
            told = of_columns[column] if column < len(heads) else None
            if told is None and not is_other and not _says_other_unit(folded, head, rules):
                told = of_columns[0] or (of_table if _is_in_title(folded, head, table, rules) else None)
            if state is not None and told is not None and _lacks_unit(state):
                _give_unit(state, told)


def _told(text: str, cell: Cell, rules: FigureRules) -> ToldUnit | None:
    return read_unit(text[max(cell.start, cell.end - _LONGEST_TITLE) : cell.end], rules)


def _is_in_title(folded: str, head: Cell, table: Table, rules: FigureRules) -> bool:
    """Whether a column may be of what a title gives a unit: a year's, of sums, or called as in the title.

    Beside «Aides» a column «Projets» counts projects, though the title says «Aides versées (en millions d'euros)».
    """
    words = _WORD.findall(folded[head.start : min(head.end, head.start + _LONGEST_TITLE)])
    title = _WORD.findall(folded[max(table.title.start, table.title.end - 2 * _LONGEST_TITLE) : table.title.end])
    told = any(word in title or rules.context("sum_head").has_word(word) for word in words)
    return told or not words or any(char.isdigit() for char in folded[head.start : head.end])


def _says_other_unit(folded: str, cell: Cell, rules: FigureRules) -> bool:
    """Whether a label is of a number of things, or of a share: «Effectifs», «Part du total»."""
    words = _WORD.findall(folded[cell.start : min(cell.end, cell.start + _LONGEST_TITLE)])
    return any(
        word == "%"
        or rules.context("invariable").has_word(word)
        or any(rules.context(n).has_word(word) for n in _OTHER_UNITS)
        for word in words
    )


def _lacks_unit(state: FigureState) -> bool:
    item = state.item
    is_bare = state.rule in _BARE or (state.rule is None and item.is_plain and not is_yearlike(item))
    return is_bare and not item.has_unit and item.last.multiplier == 1 and item.first.number.form == "digits"


def _give_unit(state: FigureState, told: ToldUnit) -> None:
    last = state.item.last
    last = last._replace(unit=told.unit, value=tidy(last.value * told.scale), multiplier=told.multiplier)
    state.item = state.item._replace(first=last, last=last)
    state.rule = "figure.bare" if told.unit is None else told.unit.id


def _count_cells(table: Table, numbers: dict[int, FigureState], text: str, folded: str, rules: FigureRules) -> None:
    clear = {
        column
        for row in table.rows
        for column, cell in enumerate(row)
        if column and (state := _state_of(cell, numbers)) is not None and _is_clear(state)
    }
    heads = table.rows[0]
    for row in table.rows:
        is_counted = counts_by_label(text, folded, row[0].end, rules)
        for column, cell in enumerate(row[1:], start=1):
            if not is_counted and column not in clear:
                continue
            state = _state_of(cell, numbers)
            is_open = state is not None and state.rule is None and state.item.is_plain and not is_yearlike(state.item)
            head = heads[column] if column < len(heads) else Cell(0, 0)
            if state is not None and is_open and not _heads_numbers(folded, head, rules):
                state.rule = "figure.bare"


def _is_clear(state: FigureState) -> bool:
    return state.rule == "figure.bare" and not state.item.has_unit and state.item.last.number.style in _CLEAR


def _heads_numbers(folded: str, head: Cell, rules: FigureRules) -> bool:
    """Whether a column is of what only numbers something: «Rang», «Code», «N°»."""
    return any(rules.context(name).before(folded, head.end) is not None for name in _NUMBERED)
