"""`glane_figures`: numbers that measure or count."""

from __future__ import annotations

from functools import partial

from spacy.language import Language

from glane.components.annotator import Annotator
from glane.components.counted import count
from glane.components.state import Resources, State, resources_for
from glane.text.candidate import Candidate
from glane.text.figures import find_figures


class Figures(Annotator):
    """Finds figures; dates must have been found. `glane_counted` says what they count."""

    def __init__(self, resources: Resources) -> None:
        """Take the grammar of figures from the rules."""
        self._rules = resources.rules.figures

    def annotate(self, state: State) -> None:
        """Add a candidate for each figure."""
        taken = [(match.start, match.end) for match in state.dates]
        state.figures = find_figures(state.shadow.text, self._rules, taken)
        state.candidates += [
            Candidate(figure.start, figure.end, "figure", figure.rule, value=figure) for figure in state.figures
        ]
        state.evidence.foresee(partial(count, state, self._rules))


@Language.factory("glane_figures", default_config={"packs": []})
def make_figures(nlp: Language, name: str, packs: list[str]) -> Figures:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Figures(resources_for(packs))
