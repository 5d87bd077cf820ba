"""`glane_figures`: numbers that measure or count."""

from __future__ import annotations

from collections import Counter
from functools import partial

from spacy.language import Language

from glane.components.annotator import Annotator
from glane.components.counted import count
from glane.components.state import Resources, State, resources_for
from glane.text.candidate import Candidate
from glane.text.figures.find import find_figures
from glane.text.names.known.namesakes import LONGEST_VAGUE


class Figures(Annotator):
    """Finds figures; dates must have been found. `glane_counted` says what they count."""

    def __init__(self, resources: Resources) -> None:
        """Take the grammar of figures from the rules."""
        self._resources = resources
        self._rules = resources.rules.figures

    def annotate(self, state: State) -> None:
        """Add a candidate for each figure."""
        taken = [(match.start, match.end) for match in state.dates]
        state.figures = find_figures(
            state.shadow.text, self._rules, taken, partial(count_bodies, state, self._resources), state.written
        )
        state.candidates += [
            Candidate(figure.start, figure.end, "figure", figure.rule, value=figure) for figure in state.figures
        ]
        state.evidence.foresee(partial(count, state, self._rules))


def count_bodies(state: State, resources: Resources) -> Counter[str]:
    """Count the bodies of each country that a document names, but for those that may well be another country's.

    Args:
        state: of the document, with its words.
        resources: the knowledge base, and what it has of bodies with one name.

    Returns:
        How often bodies of a country are named, by its code.
    """
    namesakes = resources.namesakes
    counts: Counter[str] = Counter()
    for match in resources.knowledge.find_entities(state.words):
        row = match.rows[0]
        short = (
            match.form == "acronym"
            and match.end == match.first + 1
            and len(state.words[match.first].text) <= LONGEST_VAGUE
        )
        if row.country is None or len(match.rows) > 1 or short or namesakes.is_title(row):
            continue
        if not (namesakes.is_common(row) and namesakes.is_default(row.country)):
            counts[row.country] += 1
    return counts


@Language.factory("glane_figures", default_config={"packs": []})
def make_figures(nlp: Language, name: str, packs: list[str]) -> Figures:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Figures(resources_for(packs))
