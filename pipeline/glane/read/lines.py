"""Text laid out as the pipeline reads it best: a paragraph a line, list items with a dash, cells with bars between.

Blocks stand apart by a blank line, items and rows of one block by a line end: nothing that belongs to two cells,
two items or two paragraphs is read as one.
"""

from __future__ import annotations

import re

ITEM = "- "
CELLS = " | "

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_SOFT_HYPHEN = "\u00ad"


class Lines:
    """Collects lines. Blanks of French typography (U+00A0, U+202F …) stay, runs of ordinary ones become one."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._parts: list[str] = []
        self._current: list[str] = []
        self._prefix = ""
        self._block = False

    def add(self, text: str | None) -> None:
        """Add text to the line."""
        if text:
            self._current.append(text)

    def end(self, *, block: bool = False) -> None:
        """End the line, if there is something on it; with ``block``, what follows stands apart."""
        line = squeeze("".join(self._current))
        self._current.clear()
        if line.strip():
            if self._parts:
                self._parts.append("\n\n" if self._block else "\n")
            self._parts.append(self._prefix + line)
            self._prefix = ""
            self._block = False
        self._block = self._block or block

    def item(self) -> None:
        """End the line, and begin the next one as a list item."""
        self.end()
        self._prefix = ITEM

    def end_item(self) -> None:
        """End the line and the item: what follows is none, even if there was nothing in it."""
        self.end()
        self._prefix = ""

    def row(self, cells: list[str]) -> None:
        """Add a table row as a line of its own; one with nothing in it is left out."""
        self.end()
        written = [squeeze(cell) for cell in cells]
        if any(written):
            self.add(CELLS.join(written))
            self.end()

    def text(self) -> str:
        """Return all of it, with a line end at the end."""
        self.end()
        return "".join([*self._parts, "\n"]) if self._parts else ""


def squeeze(text: str) -> str:
    """Write runs of ordinary blanks as one, none at the ends; hyphens that only allow a break go."""
    return _BLANKS.sub(" ", text.replace(_SOFT_HYPHEN, "")).strip(" ")
