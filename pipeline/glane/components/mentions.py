"""`glane_mentions`: decides between candidates that overlap."""

from __future__ import annotations

from spacy.language import Language

from glane.components.annotator import Annotator
from glane.components.state import Mention, State
from glane.text.mentions import choose


class Mentions(Annotator):
    """Turns candidates into mentions."""

    def annotate(self, state: State) -> None:
        """Choose the candidates that stand; names of what is not recorded only keep their place."""
        state.mentions = [Mention(c) for c in choose(state.candidates) if c.kind != "other"]


@Language.factory("glane_mentions")
def make_mentions(nlp: Language, name: str) -> Mentions:  # noqa: ARG001
    """Make the component."""
    return Mentions()
