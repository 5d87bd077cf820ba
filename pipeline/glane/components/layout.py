"""`glane_layout`: shadow, words, headings and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from glane.components.evidence import Evidence, Span
from glane.components.model import is_past_participle
from glane.components.state import KEY, Resources, State, resources_for
from glane.text.broken import read_on
from glane.text.capitals import read_capitals
from glane.text.layout import Line, split_lines, split_sentences
from glane.text.notes import without_notes
from glane.text.shadow import make_shadow
from glane.text.split import split_words
from glane.text.words import PARTICIPLE, tag_words
from glane.text.wrapping import make_wraps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date as day

    from spacy.tokens import Doc

    from glane.text.shadow import Shadow


_COMMON = "aeinorst"
"""Small letters that make up most of a line."""


class Layout:
    """Makes the state that the other components of glane fill."""

    def __init__(self, resources: Resources) -> None:
        """Take the abbreviations and the words at line ends from the rules."""
        self._abbreviations = resources.rules.abbreviations
        self._wraps = make_wraps(resources.rules.wraps)
        self._dictionary = resources.dictionary
        self._knowledge = resources.knowledge
        self._lexicon = resources.lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Split the document; spaCy's components that ran before lend their tags and entities."""
        shadow = doc.user_data.get("glane_shadow") or make_shadow(doc.text)
        state = self.begin(shadow, doc.user_data.pop("glane_reference", None))
        place = state.shadow.without_gaps
        if doc.has_annotation("POS"):
            tag_words(state.words, _tags(doc, place))
        state.evidence.entities = [Span(place(span.start_char), place(span.end_char), span.label_) for span in doc.ents]
        doc.user_data[KEY] = state
        return doc

    def begin(self, shadow: Shadow, reference: day | None) -> State:
        """Split a text.

        Args:
            shadow: of the text.
            reference: its date; relative expressions resolve against it.

        Returns:
            The state that the other components fill.
        """
        shadow = read_on(shadow, self._wraps, lambda: self._dictionary.spelling)
        text = shadow.text
        written = split_words(text)
        words = without_notes(written, self._knowledge)
        lines = split_lines(text)
        shouted = [(line.start, line.end) for line in lines if _is_shouted(text, line)]
        plain = read_capitals(words, shouted, self._lexicon)
        state = State(shadow, reference, words, plain, written, Evidence(plain), shouted=shouted)
        state.headings = [(line.start, line.end) for line in lines if line.heading]
        state.sentences = [sentence for line in lines for sentence in split_sentences(text, line, self._abbreviations)]
        return state


def _tags(doc: Doc, place: Callable[[int], int]) -> Iterator[tuple[int, int, str]]:
    for token in doc:
        if not token.is_space:
            pos = token.pos_
            if pos == "VERB" and is_past_participle(token):
                pos = PARTICIPLE
            yield place(token.idx), place(token.idx + len(token)), pos


def _is_shouted(text: str, line: Line) -> bool:
    """Whether a line is all in capitals: capitals in it say nothing."""
    content = text[line.start : line.end]
    if sum(map(content.count, _COMMON)) > 0.2 * len(content):  # settles most lines, at little cost
        return False
    letters = list(filter(str.isalpha, content))
    return len(letters) >= 12 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


@Language.factory("glane_layout", default_config={"packs": []})
def make_layout(nlp: Language, name: str, packs: list[str]) -> Layout:  # noqa: ARG001
    """Make the component.

    Args:
        nlp: the pipeline.
        name: of the component in it.
        packs: folders of rules laid over the built-in ones.
    """
    return Layout(resources_for(packs))
