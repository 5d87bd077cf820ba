"""`glane_acronyms`: acronyms that the document defines."""

from __future__ import annotations

from spacy.language import Language

from glane.components.annotator import Annotator
from glane.components.state import Resources, State, resources_for
from glane.text.acronyms import definitions


class Acronyms(Annotator):
    """Finds definitions; `glane_names` decides what they are names of."""

    def __init__(self, resources: Resources) -> None:
        """Take the words of definitions from the rules."""
        self._rules = resources.rules.acronyms

    def annotate(self, state: State) -> None:
        """Note the definitions of the document."""
        state.definitions = definitions(state.shadow.text, self._rules)


@Language.factory("glane_acronyms", default_config={"packs": []})
def make_acronyms(nlp: Language, name: str, packs: list[str]) -> Acronyms:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Acronyms(resources_for(packs))
