"""What a linter of rules looks for in classes of words: those that nothing asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from glane.rules.tables import cell_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glane.rules.dates import PatternRow
    from glane.rules.findings import Finding, Places
    from glane.rules.tables import Rows

NAMES, CONTEXTS, DATES = "names/words.tsv", "figures/contexts.tsv", "dates/words.tsv"
_CLASSES: Final = (
    (NAMES, "word_class"),
    (CONTEXTS, "context"),
    ("figures/counted.tsv", "word_class"),
    (DATES, "category"),
)
"""Columns by which rules ask for words."""
_NAMED = re.compile(r"\{([a-z]+)\d?\}")


def check_classes(rows: Rows, builtin: Rows, places: Places) -> Iterator[Finding]:
    """Find words of a class that no rule asks for, as when its name is mistyped.

    Code asks for the classes of the built-in tables, and for those that it names after rows: the towns of any country, the
    levels of any quantity. Patterns of dates ask for categories, so that a pack may have its own.
    """
    patterns = cast("tuple[PatternRow, ...]", rows["dates/patterns.tsv"])
    asked = {
        NAMES: {f"town_{row.id.lower()}" for row in rows["knowledge/countries.tsv"]},
        CONTEXTS: {f"level_{cell_of(row, 'quantity')}" for row in rows["figures/units.tsv"]},
        DATES: {name for row in patterns for name in _NAMED.findall(row.pattern)},
    }
    for path, column in _CLASSES:
        known = {cell_of(row, column) for row in builtin[path]} | asked.get(path, set())
        for row in rows[path]:
            if cell_of(row, column) not in known:
                message = f"no rule asks for words of the {column.replace('_', ' ')} {cell_of(row, column)!r}"
                yield places.finding("problem", "class", message, [(path, row.id)])
