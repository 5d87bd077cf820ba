"""The pipeline put together, and its way from a text to records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from thinc.config import Config

import glane.components.acronyms
import glane.components.dates
import glane.components.entities
import glane.components.figures
import glane.components.mentions
import glane.components.model
import glane.components.names  # noqa: F401 (importing them registers the factories)
from glane.components.annotator import Annotator
from glane.components.layout import Layout
from glane.components.records import make_records
from glane.components.state import resources_for, state_of
from glane.components.tokenizer import ComposingTokenizer, FrenchTokenizer
from glane.rules.load import builtin_folder
from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date as day
    from pathlib import Path

    from pydantic import JsonValue
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from glane.components.state import State
    from glane_records.models import Record


class FrenchText(Language):  # type: ignore[no-untyped-call]
    """A pipeline for French that makes spaCy's French tokenizer only when a `Doc` is asked for.

    Making it takes spaCy longer than loading all the rest, and records need no `Doc`.
    """

    lang = "fr"
    rules_version = ""
    """Version of the rules; in ``meta`` too, which spaCy puts together anew whenever it is asked."""


def build_pipeline(
    packs: Sequence[str | Path] = (),
    *,
    ner: bool | None = None,
    vocab: Vocab | bool = True,
    sources: Sequence[str] | None = None,
) -> Language:
    """Build the pipeline that `models/glane_fr/config.cfg` describes.

    Args:
        packs: folders of rules laid over the built-in ones.
        ner: ``None``: a statistical model tells parts of speech, of the words on which something depends; ``True``: its
            entities are evidence for names too; ``False``: no statistical model is loaded at all.
        vocab: as for `spacy.load`.
        sources: evidence for names, where it is not what the configuration says.

    Returns:
        A pipeline of the components of glane.

    Raises:
        RuleError: a rule file cannot be used.
    """
    resources = resources_for([str(pack) for pack in packs])  # a broken pack is told before the model is loaded
    config = Config().from_disk(builtin_folder() / "config.cfg")
    nlp = FrenchText(vocab)
    nlp.tokenizer = ComposingTokenizer(FrenchTokenizer(nlp.vocab))
    nlp.max_length = 2**31  # the limit guards the memory of statistical components, and there are none in this pipeline
    for name in config["glane"]["pipeline"]:
        if name == "glane_model" and ner is False:
            continue
        options: dict[str, Any] = dict(config["components"].get(name, {}))
        if name not in {"glane_mentions", "glane_model"}:
            options["packs"] = [str(pack) for pack in packs]
        if name == "glane_names":
            options["sources"] = [*(sources if sources is not None else options["sources"]), *(["ner"] if ner else [])]
        if name == "glane_model":
            options["recogniser"] = bool(ner)
        nlp.add_pipe(name, config=options)
    nlp.meta["glane_rules"] = nlp.rules_version = resources.rules.version
    return nlp


def process(nlp: Language, text: str, date: day | None = None) -> Doc:
    """Run the pipeline over one text of any length.

    Args:
        nlp: from `build_pipeline`.
        text: the text.
        date: its date; relative expressions resolve against it.

    Returns:
        The annotated document.
    """
    # The tokenizer is called by itself: `Language.make_doc` refuses long texts, for the statistical components' sake.
    doc = nlp.tokenizer(text)
    doc.user_data["glane_reference"] = date
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc


def read(nlp: Language, text: str, date: day | None = None) -> State:
    """Find what is in one text of any length, as `process` does, but make no `Doc` where nothing needs one.

    Args:
        nlp: from `build_pipeline`.
        text: the text.
        date: its date.

    Returns:
        What was found.
    """
    return read_together(nlp, [(text, date)])[0]


def read_together(nlp: Language, texts: Sequence[tuple[str, day | None]]) -> list[State]:
    """Do the same with several short texts, which ask the statistical model together; each call has a price of its own.

    Args:
        nlp: from `build_pipeline`.
        texts: each with its date.

    Returns:
        What was found in each; it does not depend on the others. An error in one ends them all.
    """
    pipes: list[object] = [pipe for _, pipe in nlp.pipeline]
    annotators = [pipe for pipe in pipes[1:] if isinstance(pipe, Annotator)]
    if len(annotators) != len(pipes) - 1 or not isinstance(pipes[0], Layout):
        return [state_of(process(nlp, text, date)) for text, date in texts]
    states = [pipes[0].begin(make_shadow(text), date) for text, date in texts]
    for annotator in annotators:
        annotator.annotate_all(states)
    return states


def records_of(
    nlp: Language,
    text: str,
    *,
    document_id: str,
    source: str,
    title: str | None = None,
    date: day | None = None,
    metadata: Mapping[str, JsonValue] | None = None,
    pages: Sequence[int] = (),
    state: State | None = None,
) -> list[Record]:
    """Extract the records of one text: the document's own first, then its mentions in the order of the text.

    Args:
        nlp: the pipeline.
        text: any text.
        document_id: its id.
        source: where it was read from.
        title: its title.
        date: its date; relative expressions resolve against it.
        metadata: what else the input says of it.
        pages: offset in the text of the start of each page.
        state: what `read_together` found in it; without it, the text is read.

    Raises:
        ValueError: the text holds half a character (a lone surrogate), which no record could quote.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        msg = f"the text holds a lone surrogate at offset {error.start}"
        raise ValueError(msg) from error
    return make_records(
        read(nlp, text, date) if state is None else state,
        text,
        document_id=document_id,
        source=source,
        title=title,
        date=date,
        rules_version=nlp.rules_version if isinstance(nlp, FrenchText) else nlp.meta["glane_rules"],
        metadata=metadata,
        pages=pages,
    )
