"""`glane_acronyms`: acronyms that the document defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from glane.components.state import Resources, resources_for, state_of
from glane.text.acronyms import definitions

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Acronyms:
    """Finds definitions; `glane_names` decides what they are names of."""

    def __init__(self, resources: Resources) -> None:
        """Take the words of definitions from the rules."""
        self._rules = resources.rules.acronyms

    def __call__(self, doc: Doc) -> Doc:
        """Note the definitions of the document."""
        state = state_of(doc)
        state.definitions = definitions(state.shadow.text, self._rules)
        return doc


@Language.factory("glane_acronyms", default_config={"packs": []})
def make_acronyms(nlp: Language, name: str, packs: list[str]) -> Acronyms:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Acronyms(resources_for(packs))
