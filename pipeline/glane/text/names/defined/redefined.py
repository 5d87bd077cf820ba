"""Acronyms that a document explains twice, once as what is not recorded: «le Conseil … (CSA)», «le Code des sociétés … (CSA)»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glane.text.acronyms.find import Definition
    from glane.text.names.defined.established import Established

_SPELT = ("bracket", "expansion")
"""Ends of the rules of definitions whose letters spell the long form."""

_STEM = 4
"""Letters by which words are compared."""


def find_redefined(definitions: Iterable[Definition], established: Sequence[Established]) -> frozenset[tuple[int, int]]:
    """Find the places of acronyms that stand there for another long form than the body or the undertaking of that name.

    Args:
        definitions: of the document.
        established: those whose long form names something.

    Returns:
        Start and end of the short forms.
    """
    longs: dict[str, set[str]] = {}
    kept = {(item.definition.short_start, item.definition.short_end) for item in established}
    for item in established:
        longs.setdefault(item.definition.short, set()).add(fold(item.definition.long))
    return (
        frozenset(
            (given.short_start, given.short_end)
            for given in definitions
            if given.short in longs
            and given.rule.endswith(_SPELT)
            and not _is_alike(fold(given.long), longs[given.short])
        )
        - kept
    )


def _is_alike(long: str, others: Iterable[str]) -> bool:
    """Whether a long form has a word with one of some, in another order or another language: «Armadas», «armées»."""
    stems = _stems(long)
    return any(long in other or other in long or stems & _stems(other) for other in others)


def _stems(long: str) -> set[str]:
    """The beginnings of the longer words of a long form."""
    words = (word for part in long.split() for word in part.split("'"))
    return {word[:_STEM] for word in words if len(word) >= _STEM}
