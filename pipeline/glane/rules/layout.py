"""Row types of the layout: abbreviations, words at line ends."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from glane.rules.table import Row


class AbbreviationRow(Row):
    """An abbreviation whose point ends no sentence."""

    form: str = Field(description="Without its point.")


class WrapRow(Row):
    """A word that tells that a line goes on in the next one."""

    place: Literal["end", "start", "number"] = Field(
        description="`end`: of the line; `start`: of the next one; `number`: of the next one, behind a number."
    )
    form: str = Field(description="In lower case.")
