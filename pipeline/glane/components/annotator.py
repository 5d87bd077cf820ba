"""What the components of glane have in common: each fills its part of a document's state."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from glane.components.state import state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from glane.components.state import State


class Annotator(ABC):
    """A component that reads and fills the state; records can be made of a state without a spaCy `Doc`."""

    @abstractmethod
    def annotate(self, state: State) -> None:
        """Add what the component finds in the document."""

    def annotate_all(self, states: Sequence[State]) -> None:
        """Do several documents; what is found in one does not depend on the others."""
        for state in states:
            self.annotate(state)

    def __call__(self, doc: Doc) -> Doc:
        """Do the same as a component of a spaCy pipeline.

        Raises:
            ValueError: `glane_layout`, which makes the state, has not run.
        """
        self.annotate(state_of(doc))
        return doc
