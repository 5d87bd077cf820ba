"""`glane_dates`: calendar expressions with their EDTF values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from glane.components.state import Resources, resources_for, state_of
from glane.text.candidate import Candidate
from glane.text.dates import find_dates

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Dates:
    """Finds dates."""

    def __init__(self, resources: Resources) -> None:
        """Take the grammar of dates from the rules."""
        self._rules = resources.rules.dates

    def __call__(self, doc: Doc) -> Doc:
        """Add a candidate for each date."""
        state = state_of(doc)
        state.dates = find_dates(state.shadow.text, self._rules, state.reference)
        state.candidates += [
            Candidate(match.start, match.end, "date", match.rule, value=match) for match in state.dates
        ]
        return doc


@Language.factory("glane_dates", default_config={"packs": []})
def make_dates(nlp: Language, name: str, packs: list[str]) -> Dates:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Dates(resources_for(packs))
