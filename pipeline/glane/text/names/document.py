"""What is known of a document before names are read in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glane.text.acronyms.find import Definition
    from glane.text.words import Words


@dataclass(frozen=True, slots=True)
class Document:
    """A document, as those see it who read its names.

    Attributes:
        text: that of its shadow.
        words: of the text.
        definitions: the pairs of a short form and a long one that it gives.
        is_shouted: whether an offset stands in a line of capitals.
    """

    text: str
    words: Words
    definitions: Sequence[Definition]
    is_shouted: Callable[[int], bool]
