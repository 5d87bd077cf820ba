"""`glane_mentions`: decides between candidates that overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from glane.components.state import Mention, state_of
from glane.text.mentions import choose

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Mentions:
    """Turns candidates into mentions."""

    def __call__(self, doc: Doc) -> Doc:
        """Choose the candidates that stand; names of what is not recorded only keep their place."""
        state = state_of(doc)
        state.mentions = [Mention(c) for c in choose(state.candidates) if c.kind != "other"]
        return doc


@Language.factory("glane_mentions")
def make_mentions(nlp: Language, name: str) -> Mentions:  # noqa: ARG001
    """Make the component."""
    return Mentions()
