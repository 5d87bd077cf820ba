"""`glane_figures`: numbers that measure or count, and what they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from glane.components.state import Resources, resources_for, state_of
from glane.text.candidate import Candidate, Counted
from glane.text.counted import Tok, counted_noun
from glane.text.figures import find_figures

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Figures:
    """Finds figures; dates must have been found."""

    def __init__(self, resources: Resources) -> None:
        """Take the grammar of figures from the rules."""
        self._rules = resources.rules.figures

    def __call__(self, doc: Doc) -> Doc:
        """Add a candidate for each figure."""
        state = state_of(doc)
        taken = [(match.start, match.end) for match in state.dates]
        found = find_figures(state.shadow.text, self._rules, taken)
        if found:
            text = state.shadow.text
            tokens = [Tok(t.idx, t.idx + len(t), text[t.idx : t.idx + len(t)], t.pos_) for t in doc]
            state.figures = [
                Counted(figure, counted_noun(tokens, figure.start, figure.end, figure.quantity, self._rules))
                for figure in found
            ]
        state.candidates += [
            Candidate(item.figure.start, item.figure.end, "figure", item.figure.rule, value=item)
            for item in state.figures
        ]
        return doc


@Language.factory("glane_figures", default_config={"packs": []})
def make_figures(nlp: Language, name: str, packs: list[str]) -> Figures:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Figures(resources_for(packs))
