"""Where in a text the runs of letters and digits stand with which something may begin: a number, a date.

A text has few of them among its words, and fewer forms than words; so each form is looked at once, and the text only
where one of these stands.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from glane.text.memory import Memory

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from glane.text.words import Words


class Seeds:
    """Finds the runs that something may begin with."""

    def __init__(
        self, run: re.Pattern[str], opens: Callable[[str], object], small: AbstractSet[str] | None = None
    ) -> None:
        """Find runs.

        Args:
            run: what a run looks like; it takes all characters of its kind that touch each other.
            opens: whether something may begin with a run, as it stands in the text.
            small: of the runs that are small letters only, those with which something may begin, if it is known.
        """
        self._run = run
        self._opens = opens
        self._small = small
        self._inside: Memory[tuple[int, ...]] = Memory(partial(_inside, run=run, opens=opens))

    def find(self, text: str, words: Words | None) -> Iterator[re.Match[str]]:
        """Find the runs of a text, in order.

        Args:
            text: of a shadow; parts of it may be blotted out.
            words: the words of the shadow, as they were split; without them, all runs of the text are looked at.
        """
        if words is None or words.joined or "_" in text:  # words that are no runs of the text
            yield from (run for run in self._run.finditer(text) if self._opens(run[0]))
            return
        inside = self._inside
        forms: Iterable[str] = words.places
        if self._small is not None:
            forms = (words.places.keys() & self._small).union(words.irregular)
        starts = [
            words[index].start + offset
            for form in filter(inside.__getitem__, forms)  # few
            for offset in inside[form]
            for index in words.places[form]
        ]
        starts.sort()
        for start in starts:
            run = self._run.match(text, start)
            if run is not None and self._opens(run[0]):
                yield run


def _inside(form: str, *, run: re.Pattern[str], opens: Callable[[str], object]) -> tuple[int, ...]:
    """Where in a form such runs begin."""
    if form.isalpha():  # one run, as most forms are
        return (0,) if opens(form) else ()
    return tuple(match.start() for match in run.finditer(form) if opens(match[0]))
