"""Classes of words that code asks for stand in the tables, and those of the tables are asked for.

A class that no table has is empty, so that a mistyped name would turn a rule off in silence.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import glane
from glane.rules.load import builtin_folder
from glane.rules.tables import read_tables

CODE = Path(glane.__file__).parent
NAMES, CONTEXTS, COUNTED = "names/words.tsv", "figures/contexts.tsv", "figures/counted.tsv"
COLUMNS = {NAMES: "word_class", CONTEXTS: "context", COUNTED: "word_class"}

ASKING = {
    NAMES: {
        "words",
        "affixes",
        "_in",
        "find_class",
        "phrase_end",
        "_is_followed",
        "_opens_frame",
        "_governor_end",
        "_governs",
        "_undergoes",
    },
    CONTEXTS: {"context", "has_after", "has_before"},
    COUNTED: {"word_class", "_is", "self._ends", "group_before"},
}
"""Functions and methods that take the name of a class."""

BUILT = {NAMES: ("town_", "adjective_", "relating_"), CONTEXTS: ("level_",), COUNTED: ()}
"""How the names begin that code puts together."""


@cache
def classes(table: str) -> frozenset[str]:
    return frozenset(getattr(row, COLUMNS[table]) for row in read_tables([builtin_folder()])[table])


@cache
def trees() -> dict[str, ast.Module]:
    return {str(path.relative_to(CODE)): ast.parse(path.read_bytes()) for path in sorted(CODE.rglob("*.py"))}


def strings(tree: ast.AST) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def asks(call: ast.Call, table: str) -> bool:
    function = ast.unparse(call.func)
    return function in ASKING[table] or function.rpartition(".")[2] in ASKING[table]


@cache
def asked(table: str) -> dict[str, list[str]]:
    """Where each class is asked for by its name; a name that is put together is left out."""
    found = defaultdict(list)
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and asks(node, table):
                for given in (*node.args, *(keyword.value for keyword in node.keywords)):
                    for name in strings(given) if not isinstance(given, ast.JoinedStr | ast.Call) else ():
                        found[name].append(f"{path}:{node.lineno}")
    return dict(found)


@pytest.mark.parametrize("table", COLUMNS)
def test_classes_that_are_asked_for_stand_in_the_table(table):
    assert {name: places for name, places in asked(table).items() if name not in classes(table)} == {}


@pytest.mark.parametrize("table", COLUMNS)
def test_classes_of_the_table_are_named_in_code(table):
    named = set().union(*map(strings, trees().values()))
    assert {name for name in classes(table) - named if not name.startswith(BUILT[table])} == set()
