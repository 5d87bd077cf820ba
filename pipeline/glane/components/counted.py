"""`glane_counted`: what the figures count.

It stands behind the components that ask the model most, so that the words it needs are tagged together with theirs, and
behind the mentions: who gives money is not what it is.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.language import Language

from glane.components.annotator import Annotator
from glane.components.state import Resources, State, resources_for
from glane.text.figures.counted import counted_by_level, counted_noun

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules


class CountedThings(Annotator):
    """Finds what the figures of the document count."""

    def __init__(self, resources: Resources) -> None:
        """Take the classes of words from the rules."""
        self._rules = resources.rules.figures

    def annotate(self, state: State) -> None:
        """Note the place of what each figure counts, where the text says it."""
        state.counted = _without_givers(count(state, self._rules), state)


def count(state: State, rules: FigureRules) -> dict[int, tuple[int, int]]:
    """Find what the figures of a document count.

    Args:
        state: of the document, with its dates and figures.
        rules: classes of words.

    Returns:
        Start and end offset of the counted phrase, by the start of its figure.
    """
    words = state.words
    dates = frozenset(match.start for match in state.dates)
    found = [counted_noun(words, one.start, one.end, one.quantity, rules, dates) for one in state.figures]
    # «124 la semaine précédente»
    found = [None if of is not None and of[0] in dates else of for of in found]
    _share(found, state, rules)
    return {figure.start: of for figure, of in zip(state.figures, found, strict=True) if of is not None}


def _without_givers(counted: dict[int, tuple[int, int]], state: State) -> dict[int, tuple[int, int]]:
    """Leave out who gives money, which is not what it is: «150 000 € de la Banque des Ports»."""
    named = {mention.candidate.start for mention in state.mentions}
    money = {figure.start for figure in state.figures if figure.quantity == "money"}
    return {start: of for start, of in counted.items() if start not in money or of[0] not in named}


def _share(found: list[tuple[int, int] | None], state: State, rules: FigureRules) -> None:
    """Give two figures one thing counted: «passer de 195 à 215 agents», «24 dossiers à Paris et 12 à Lyon»."""
    for index, (one, other) in enumerate(pairwise(state.figures)):
        if other.rule == "figure.elided" and found[index + 1] is None:
            # «170 agents sur 5 ans, dont 15 en 2018»
            passed = index > 0 and one.quantity == "duration" != other.quantity
            said = index - 1 if passed else index
            found[index + 1] = found[said] if state.figures[said].unit == other.unit else None
        if one.rule != "figure.change" or other.quantity != "count":
            continue
        behind = found[index + 1]
        if behind is None or behind[0] < other.end:
            behind = counted_by_level(state.words, one.start, rules) or behind or found[index]
        found[index] = found[index + 1] = behind


@Language.factory("glane_counted", default_config={"packs": []})
def make_counted(nlp: Language, name: str, packs: list[str]) -> CountedThings:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return CountedThings(resources_for(packs))
