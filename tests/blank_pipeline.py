"""The components of glane without a statistical model: quick to load, and all that tests of rules need."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import spacy

import glane.components.build  # noqa: F401 (registers the factories)
from glane.components.tokenizer import ComposingTokenizer

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS = ("layout", "dates", "figures", "acronyms", "names", "mentions", "counted", "entities")


@cache
def blank_pipeline(*packs: str) -> Language:
    """Make the pipeline with some folders of rules; nothing is tagged, and no entity is guessed."""
    nlp = spacy.blank("fr")
    nlp.tokenizer = ComposingTokenizer(nlp.tokenizer)
    for name in COMPONENTS:
        nlp.add_pipe(f"glane_{name}", config={} if name == "mentions" else {"packs": list(packs)})
    return nlp
