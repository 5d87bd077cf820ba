"""Which stretches of a text the statistical model reads: those in which something depends on what it says.

The model's network looks at a word and at `REACH` words on either side, no farther. So it says of a word in a short stretch
what it would say of it in the whole text, to the last bit, if the stretch holds that many words around it; and
reading a fifth of the words costs a fifth of the time. A stretch never crosses a line end, so that what is said of a
paragraph does not depend on the paragraphs beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glane.text.words import Word

REACH = 4
"""Words on either side that the model's network sees: four convolutions, each over the next word on either side."""

LONGEST = 256
"""Words; longer stretches are cut, since memory grows with them."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words.

    Attributes:
        first: index of its first word.
        end: index behind its last one.
        sure_first: index of the first word that has its whole context in the stretch.
        sure_end: index behind the last such word.
    """

    first: int
    end: int
    sure_first: int
    sure_end: int


def make_windows(words: Sequence[Word], wanted: Iterable[int], before: int = 0, after: int = 0) -> Iterator[Window]:
    """Make the stretches in which some words have their context.

    Args:
        words: of the text.
        wanted: indices of words.
        before: how many words in front of each are wanted too, as far as the line goes.
        after: how many behind it.

    Yields:
        Stretches, in order; those that would overlap are one, unless it grew too long.
    """
    current: Window | None = None
    for index in sorted(set(wanted)):
        if words[index].text == "\n" or (current is not None and current.sure_end > index + after):
            continue
        window = _around(words, index, before, after)
        if current is not None and window.first <= current.end and window.end - current.first <= LONGEST:
            window = Window(current.first, window.end, current.sure_first, window.sure_end)
        elif current is not None:
            yield current
        current = window
    if current is not None:
        yield current


def _around(words: Sequence[Word], index: int, before: int, after: int) -> Window:
    first = _walk(words, index, -1, before + REACH)
    last = _walk(words, index, 1, after + REACH)
    opens = first == 0 or words[first - 1].text == "\n"
    closes = last + 1 == len(words) or words[last + 1].text == "\n"
    return Window(first, last + 1, first if opens else first + REACH, last + 1 if closes else last + 1 - REACH)


def _walk(words: Sequence[Word], index: int, step: int, most: int) -> int:
    """Go some words on, but not over a line end."""
    for _ in range(most):
        following = index + step
        if not 0 <= following < len(words) or words[following].text == "\n":
            break
        index = following
    return index
