"""`glane_dates`: calendar expressions with their EDTF values."""

from __future__ import annotations

from spacy.language import Language

from glane.components.annotator import Annotator
from glane.components.state import Resources, State, resources_for
from glane.text.candidate import Candidate
from glane.text.dates.find import find_dates


class Dates(Annotator):
    """Finds dates."""

    def __init__(self, resources: Resources) -> None:
        """Take the grammar of dates from the rules."""
        self._rules = resources.rules.dates

    def annotate(self, state: State) -> None:
        """Add a candidate for each date."""
        state.dates = find_dates(state.shadow.text, self._rules, state.reference, state.written)
        state.candidates += [
            Candidate(match.start, match.end, "date", match.rule, value=match) for match in state.dates
        ]


@Language.factory("glane_dates", default_config={"packs": []})
def make_dates(nlp: Language, name: str, packs: list[str]) -> Dates:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Dates(resources_for(packs))
