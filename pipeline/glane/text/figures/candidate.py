"""A candidate for a figure: a number with its unit, or two of them joined to a range, in its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from glane.rules.figures import LinkKind
    from glane.text.figures.units import Measured


class FigureCandidate(NamedTuple):
    """A number with its unit, or two of them joined to a range.

    Attributes:
        first: the number, or the lower bound.
        last: the number, or the upper bound.
        text: shadow text.
        folded: the same in lower case.
    """

    first: Measured
    last: Measured
    text: str
    folded: str

    @property
    def start(self) -> int:
        """Offset of the first code point."""
        return self.first.start

    @property
    def end(self) -> int:
        """Offset behind the last code point."""
        return self.last.end

    @property
    def is_range(self) -> bool:
        """Whether it has two bounds."""
        return self.first is not self.last

    @property
    def has_unit(self) -> bool:
        """Whether it has a unit."""
        return self.last.unit is not None

    @property
    def is_plain(self) -> bool:
        """Whether it is plain digits without grouping, multiplier or decimals."""
        return self.last.number.style == "plain" and self.last.multiplier == 1 and self.last.number.form == "digits"


@dataclass(slots=True)
class FigureState:
    """A candidate with what is known of it: the link to the next one, whether it numbers something, or is no number."""

    item: FigureCandidate
    link: LinkKind | None = None
    is_identifier: bool = False
    is_excluded: bool = False
    rule: str | None = None
