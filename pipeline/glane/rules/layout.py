"""Row types of the layout: abbreviations."""

from __future__ import annotations

from pydantic import Field

from glane.rules.table import Row


class AbbreviationRow(Row):
    """An abbreviation whose point ends no sentence."""

    form: str = Field(description="Without its point.")
