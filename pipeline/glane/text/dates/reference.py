"""What a relative expression is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.text.dates.values import of_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from glane.text.dates.values import Point
    from glane.text.dates.words import DateWords


@dataclass(frozen=True, slots=True)
class Frame:
    """What a relative expression is reckoned from.

    Attributes:
        groups: what its pattern captured.
        words: what words stand for.
        reference: the document's date.
        context: the date that the text named before; ``None`` where there is none.
        year: the year to put where the text says none; ``None`` where nothing tells.
    """

    groups: Mapping[str, str | None]
    words: DateWords
    reference: date | None
    context: Point | None
    year: int | None

    def text(self, name: str) -> str:
        """Return what a group captured."""
        return self.groups.get(name) or ""

    def value(self, name: str) -> str:
        """Return the value of the word that a group captured."""
        return self.words.value(name, self.text(name))

    @property
    def unit(self) -> str:
        """The unit of time that was captured."""
        return self.value("unit") or self.value("fiscal") or self.value("weekendname")

    def step(self, name: str) -> tuple[int, Point | None]:
        """Return the step of a direction and what it starts from."""
        step, anchor = self.value(name).split()
        start = of_date(self.reference) if self.reference else None
        if anchor == "context" and self.context is not None:
            start = self.context
        return int(step), start
