"""`glane_figures`: numbers that measure or count, and what they count."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.language import Language

from glane.components.annotator import Annotator
from glane.components.state import Resources, State, resources_for
from glane.text.candidate import Candidate, Counted
from glane.text.counted import counted_by_level, counted_noun
from glane.text.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.figures import FigureRules
    from glane.text.counted_phrase import Tagged
    from glane.text.figures import FigureMatch


class Figures(Annotator):
    """Finds figures; dates must have been found."""

    def __init__(self, resources: Resources) -> None:
        """Take the grammar of figures from the rules."""
        self._rules = resources.rules.figures

    def annotate(self, state: State) -> None:
        """Add a candidate for each figure."""
        taken = [(match.start, match.end) for match in state.dates]
        found = find_figures(state.shadow.text, self._rules, taken)
        state.evidence.rehearse(lambda: self._count(state, found))
        state.figures = self._count(state, found)
        state.candidates += [
            Candidate(item.figure.start, item.figure.end, "figure", item.figure.rule, value=item)
            for item in state.figures
        ]

    def _count(self, state: State, found: Sequence[FigureMatch]) -> list[Counted]:
        words = state.words
        counted = [counted_noun(words, one.start, one.end, one.quantity, self._rules) for one in found]
        dates = frozenset(match.start for match in state.dates)
        # «124 la semaine précédente»
        counted = [None if of is not None and of[0] in dates else of for of in counted]
        _share(counted, found, words, self._rules)
        return [Counted(figure, of) for figure, of in zip(found, counted, strict=True)]


def _share(
    counted: list[tuple[int, int] | None], found: Sequence[FigureMatch], tokens: Sequence[Tagged], rules: FigureRules
) -> None:
    """Give two figures one thing counted: «passer de 195 à 215 agents», «24 dossiers à Paris et 12 à Lyon»."""
    for index, (one, other) in enumerate(pairwise(found)):
        if other.rule == "figure.elided":
            counted[index + 1] = counted[index + 1] or counted[index]
        if one.rule != "figure.change" or other.quantity != "count":
            continue
        behind = counted[index + 1]
        if behind is None or behind[0] < other.end:
            behind = counted_by_level(tokens, one.start, rules) or behind or counted[index]
        counted[index] = counted[index + 1] = behind


@Language.factory("glane_figures", default_config={"packs": []})
def make_figures(nlp: Language, name: str, packs: list[str]) -> Figures:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Figures(resources_for(packs))
