"""Checks on the knowledge base that need more than one row: forms that entities share, and parents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from glane.rules.knowledge import EntityRow

ProblemKind: TypeAlias = Literal["name", "acronym", "parent", "word"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that a reader of the knowledge base should decide.

    Attributes:
        kind: ``name`` (two entities share a name or alias), ``acronym`` (they share an acronym, or the
            acronym of one is the name of the other), ``parent`` (there is no such entity, or the
            parents form a ring), ``word`` (an acronym is also a common word or the symbol of a unit).
        form: the form, or the id of the missing parent.
        ids: the entities concerned, sorted.
    """

    kind: ProblemKind
    form: str
    ids: tuple[str, ...]

    def __str__(self) -> str:
        """Say it in one line, for a terminal."""
        return f"{self.kind}: {self.form!r} ({', '.join(self.ids)})"


def check_knowledge(rows: Sequence[EntityRow], words: Collection[str] = frozenset()) -> list[Problem]:
    """Find what is doubtful in a knowledge base.

    Args:
        rows: all entities, organisations and programmes together.
        words: common words in lower case and symbols of units with their case, for problems of kind ``word``.

    Returns:
        The problems, sorted. Names are compared without regard to case, acronyms with their case.
    """
    names = _by_form(rows, lambda row: {form.casefold() for form in (row.name, *row.aliases)})
    acronyms = _by_form(rows, lambda row: set(row.acronyms))
    return sorted(
        [
            *_shared("name", names),
            *_shared("acronym", acronyms),
            *_acronyms_as_names(acronyms, names),
            *_dead_parents(rows),
            *(
                Problem("word", form, tuple(sorted(ids)))
                for form, ids in acronyms.items()
                if form in words or form.casefold() in words
            ),
        ]
    )


def _by_form(rows: Sequence[EntityRow], forms: Callable[[EntityRow], set[str]]) -> dict[str, set[str]]:
    table: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for form in forms(row):
            table[form].add(row.id)
    return table


def _shared(kind: ProblemKind, table: Mapping[str, set[str]]) -> Iterator[Problem]:
    return (Problem(kind, form, tuple(sorted(ids))) for form, ids in table.items() if len(ids) > 1)


def _acronyms_as_names(acronyms: Mapping[str, set[str]], names: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Yield the acronyms of an entity that are, whatever the case, a name of another."""
    for form, ids in acronyms.items():
        others = names.get(form.casefold(), set()) - ids
        if others:
            yield Problem("acronym", form, tuple(sorted(ids | others)))


def _dead_parents(rows: Iterable[EntityRow]) -> Iterator[Problem]:
    parents = {row.id: row.parent for row in rows}
    for start, parent in parents.items():
        if parent is None:
            continue
        if parent not in parents or start in _ancestors(start, parents):
            yield Problem("parent", parent, (start,))


def _ancestors(start: str, parents: Mapping[str, str | None]) -> set[str]:
    """Walk up until the chain ends, leaves the table, or comes round."""
    seen: set[str] = set()
    at = parents.get(start)
    while at is not None and at not in seen:
        seen.add(at)
        at = parents.get(at)
    return seen
