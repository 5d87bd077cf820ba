from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import pytest

from glane.rules.errors import RuleError
from glane.rules.table import Row, read_table

if TYPE_CHECKING:
    from pathlib import Path


class Made(Row):
    kind: Literal["one", "two"]
    forms: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)
    note: str | None = None


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "made.tsv"


def read(path: Path, text: str) -> list[Made]:
    path.write_text(text, encoding="utf-8")
    return read_table(path, Made)


def test_cells_become_values(table: Path) -> None:
    rows = read(table, "# made\n\nid\tkind\tforms\tfactor\nx.a\tone\ta| b |\t1.50\n#\ty\nx.b\ttwo\n")
    assert rows == [
        Made(id="x.a", kind="one", forms=("a", "b"), factor=Decimal("1.50")),
        Made(id="x.b", kind="two"),
    ]


def test_columns_stand_in_any_order_and_may_be_left_out(table: Path) -> None:
    assert read(table, "kind\tid\ntwo\tx\n") == [Made(id="x", kind="two")]


def test_windows_line_ends_and_blanks_around_cells_do_no_harm(table: Path) -> None:
    table.write_bytes("id\tkind\tforms\r\nx \t one\té|è\r\n".encode())
    assert read_table(table, Made) == [Made(id="x", kind="one", forms=("é", "è"))]


def test_a_byte_order_mark_is_no_part_of_the_first_column(table: Path) -> None:
    table.write_bytes("\ufeffid\tkind\nx\tone\n".encode())
    assert read_table(table, Made) == [Made(id="x", kind="one")]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("id\tkind\tcolour\n", 1, "unknown column 'colour'; the columns are: id, kind, forms, factor, note"),
        ("# made\nid\tkind\tnote\tkind\n", 2, "column 'kind' stands twice"),
        ("# made\nid\tforms\n", 2, "missing column 'kind'"),
        ("id\tkind\nx\tthree\n", 2, "column 'kind': Input should be 'one' or 'two'"),
        ("id\tkind\nx\n", 2, "column 'kind': Field required"),
        ("id\tkind\n\tone\n", 2, "column 'id': Field required"),
        ("id\tkind\nx y\tone\n", 2, r"column 'id': String should match pattern '^\S+$'"),
        ("id\tkind\tfactor\nx\tone\tmuch\n", 2, "column 'factor': Input should be a valid decimal"),
        ("id\tkind\nx\tone\tmore\n", 2, "has 3 cells for 2 columns"),
        ("id\tkind\nx\tone\n# x\n\nx\ttwo\n", 5, "id 'x' stands already in line 2"),
    ],
)
def test_errors_name_file_and_line(table: Path, text: str, line: int, problem: str) -> None:
    with pytest.raises(RuleError) as caught:
        read(table, text)
    assert (caught.value.path, caught.value.line) == (table, line)
    assert str(caught.value) == f"{table}:{line}: {problem}"


@pytest.mark.parametrize("text", ["", "# nothing\n\n"])
def test_a_table_without_header_is_refused(table: Path, text: str) -> None:
    with pytest.raises(RuleError, match=r"made\.tsv: has no header line"):
        read(table, text)


def test_broken_encoding_is_refused(table: Path) -> None:
    table.write_bytes("id\tkind\nété\tone\n".encode("latin-1"))
    with pytest.raises(RuleError, match=r"made\.tsv:2: is not UTF-8 \(.*\): save the file as UTF-8"):
        read_table(table, Made)


def test_a_missing_file_is_refused(table: Path) -> None:
    with pytest.raises(RuleError, match=r"made\.tsv: cannot be read: .*No such file"):
        read_table(table, Made)


def test_lines_are_those_of_an_editor(table: Path) -> None:
    """Found by fuzzing: separators inside a cell or a comment made the number of the line too high, or cut the row."""
    with pytest.raises(RuleError, match=r"made\.tsv:3: column 'kind'"):
        read(table, "# a\u2028\x85\x1c\nid\tkind\nx\t\n")
    assert read(table, "id\tkind\tnote\nx\tone\ta\u2028b\n") == [Made(id="x", kind="one", note="a\u2028b")]
