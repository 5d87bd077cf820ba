"""How glane writes a unit that gold writes otherwise: «euros» is ``EUR``."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING

from glane.evaluate.value import parse_figure
from glane.gold import write_number

if TYPE_CHECKING:
    from collections.abc import Mapping


def suggest_unit(value: str) -> str | None:
    """Return what glane would write for the unit of a figure; nothing where it is that, or none that the rules know.

    Args:
        value: as gold writes it, ``13800000000 euros``. Units of other packs are let be.
    """
    parsed = parse_figure(value)
    if parsed is None or not parsed[2] or parsed[2] in _units():
        return None
    spellings = _spellings()
    return spellings.get(parsed[2]) or spellings.get(parsed[2].casefold())


@functools.cache
def _units() -> frozenset[str]:
    return frozenset(unicodedata.normalize("NFKC", unit) for unit in _spellings().values())


@functools.cache
def _spellings() -> Mapping[str, str]:
    """What glane writes for each word, symbol and spelling of a unit; of two units that share one, the first stands."""
    from glane.rules.figures import UnitRow
    from glane.rules.load import builtin_folder
    from glane.rules.table import read_table

    found: dict[str, str] = {}
    for table in ("currencies", "units"):
        for row in read_table(builtin_folder() / "figures" / f"{table}.tsv", UnitRow):
            written = row.unit if row.factor == 1 else f"{write_number(float(row.factor))} {row.unit}"
            for spelling in (*row.forms, *row.scaled, *row.symbols, row.unit):
                for key in (spelling, spelling.casefold()):
                    found.setdefault(unicodedata.normalize("NFKC", key), written)
    return found
