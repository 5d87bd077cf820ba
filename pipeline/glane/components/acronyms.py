"""`glane_acronyms`: acronyms that the document defines."""

from __future__ import annotations

from spacy.language import Language

from glane.components.annotator import Annotator
from glane.components.state import Resources, State, resources_for
from glane.text.acronyms.find import definitions


class Acronyms(Annotator):
    """Finds definitions; `glane_names` decides what they are names of."""

    def __init__(self, resources: Resources) -> None:
        """Take the words of definitions from the rules, and the countries, which are no short form of anything."""
        self._rules = resources.rules.acronyms
        forms = {form for row in resources.rules.countries for form in (row.name, *row.aliases)}
        self._countries = frozenset(form for form in forms if not form.isupper())

    def annotate(self, state: State) -> None:
        """Note the definitions of the document."""
        found = definitions(state.shadow.text, self._rules)
        state.definitions = [one for one in found if one.short not in self._countries]


@Language.factory("glane_acronyms", default_config={"packs": []})
def make_acronyms(nlp: Language, name: str, packs: list[str]) -> Acronyms:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Acronyms(resources_for(packs))
