"""`glane_model`: the statistical model, asked only about the words on which something depends."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from glane.components.annotator import Annotator
from glane.components.arithmetic import multiply_with_numpy, one_thread
from glane.components.evidence import Evidence
from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Token

    from glane.components.state import State
    from glane.text.words import Word

BATCH = 4_000
"""Words that the model reads at once: its memory grows with it."""

KEPT_WORDS = 10_000
"""Different words after which the model begins with an empty vocabulary again: some megabytes."""

_TAGGING = ("tok2vec", "morphologizer")
_UNUSED = ("parser", "senter", "attribute_ruler", "lemmatizer", "tokenizer", "strings")
"""What of a model is not loaded. Its strings are the names of half a million vectors, which are found by hash."""


class StatisticalModel:
    """The tagger and the entity recogniser of a spaCy model, on words that glane has split."""

    def __init__(self, nlp: Language) -> None:
        """Take the components of a loaded model."""
        self._known: Any = nlp.vocab
        self._tagging: list[Any] = [pipe for name, pipe in nlp.pipeline if name in _TAGGING]
        for pipe in self._tagging:
            multiply_with_numpy(pipe.model)
        self._tags = [_pos(label) for label in self._tagging[-1].labels] if self._tagging else []
        self._recogniser: Any = dict(nlp.pipeline).get("ner")
        self._vocab = self._make_vocab()

    def tag(self, texts: Sequence[Sequence[Word]]) -> Iterator[list[str]]:
        """Give the part of speech of each word of some texts.

        Yields:
            Universal POS tags, `PARTICIPLE` for past participles.
        """
        for docs in self._batches(texts):
            with one_thread():
                for pipe in self._tagging[:-1]:
                    pipe.set_annotations(docs, pipe.predict(docs))
                found = self._tagging[-1].predict(docs) if self._tagging else ()
            for numbers in found:
                yield [self._tags[number] for number in numbers.tolist()]

    def recognise(self, texts: Sequence[Sequence[Word]]) -> Iterator[list[tuple[int, int, str]]]:
        """Find entities in some texts.

        Yields:
            Of each text the first index, the end index and the label of its entities.
        """
        for docs in self._batches(texts):
            if self._recogniser is not None:
                self._recogniser.set_annotations(docs, self._recogniser.predict(docs))
            for doc in docs:
                yield [(span.start, span.end, span.label_) for span in doc.ents]

    def _batches(self, texts: Sequence[Sequence[Word]]) -> Iterator[list[Doc]]:
        docs: list[Doc] = []
        size = 0
        for words in texts:
            if not docs and len(self._vocab) > KEPT_WORDS:
                self._vocab = self._make_vocab()
            docs.append(self._make_doc(words))
            size += len(words)
            if size >= BATCH:
                yield docs
                docs, size = [], 0
        if docs:
            yield docs

    def _make_doc(self, words: Sequence[Word]) -> Doc:
        spaces = [after.start > word.end for word, after in pairwise(words)]
        return Doc(self._vocab, words=[word.text for word in words], spaces=[*spaces, False])

    def _make_vocab(self) -> Vocab:
        """Make a vocabulary that knows the model's vectors and labels, and no word yet.

        spaCy keeps every word that a vocabulary has seen. A memory zone lets go of the words, but not of their room in the
        hash tables, which grow with all that were ever there.
        """
        vectors = self._known.vectors
        vectors.strings = StringStore()  # else the words of the vocabulary before go over to the new one
        vocab = Vocab(lex_attr_getters=self._known.lex_attr_getters)
        vocab.vectors = vectors
        for label in self._recogniser.labels if self._recogniser is not None else ():
            vocab.strings.add(label)
        return vocab


def _pos(label: str) -> str:
    """Read the part of speech out of a label of the morphologizer: «POS=VERB|Tense=Past|VerbForm=Part»."""
    features = dict(feature.split("=", 1) for feature in label.split("|") if "=" in feature)
    past = features.get("VerbForm") == "Part" and features.get("Tense") == "Past"
    pos = features.get("POS", "")
    return PARTICIPLE if pos == "VERB" and past else pos


def is_past_participle(token: Token) -> bool:
    """Whether a tagger takes a verb for a past participle."""
    return "Part" in token.morph.get("VerbForm", []) and "Past" in token.morph.get("Tense", [])


@lru_cache(maxsize=2)
def load_model(name: str, *, tagger: bool = True, recogniser: bool = True) -> StatisticalModel:
    """Load a spaCy model once.

    It is loaded as a model of no language in particular: its tokenizer is not used, since glane splits words by itself, and
    spaCy takes seconds to make the exceptions of a French one.

    Args:
        name: of an installed model.
        tagger: whether the tagger is wanted.
        recogniser: whether the entity recogniser is wanted.
    """
    exclude = [*_UNUSED, *(() if tagger else _TAGGING), *(() if recogniser else ("ner",))]
    return StatisticalModel(spacy.load(name, exclude=exclude, config={"nlp": {"lang": "xx"}}))


class Model(Annotator):
    """Lends the model's opinion to the components behind it."""

    def __init__(self, model: StatisticalModel) -> None:
        """Take the model."""
        self._model = model

    def annotate(self, state: State) -> None:
        """Have the model answer where words are asked for their tags; nothing is read yet."""
        state.evidence = Evidence(state.plain, self._model)


@Language.factory("glane_model", default_config={"model": "fr_core_news_md", "tagger": True, "recogniser": False})
def make_model(nlp: Language, name: str, model: str, tagger: bool, recogniser: bool) -> Callable[[Doc], Doc]:  # noqa: ARG001
    """Make the component.

    Args:
        nlp: the pipeline.
        name: of the component in it.
        model: an installed spaCy model of French.
        tagger: whether its parts of speech are evidence.
        recogniser: whether its entities are evidence for names.
    """
    return Model(load_model(model, tagger=tagger, recogniser=recogniser))
