"""The pipeline put together, and its way from a text to records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc
from thinc.config import Config

import glane.components.acronyms
import glane.components.dates
import glane.components.entities
import glane.components.figures
import glane.components.layout
import glane.components.mentions
import glane.components.names  # noqa: F401 (importing them registers the factories)
from glane.components.records import make_records
from glane.components.state import resources_for, state_of
from glane.components.tokenizer import ComposingTokenizer
from glane.rules.load import builtin_folder
from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date as day
    from pathlib import Path

    from pydantic import JsonValue
    from spacy.language import Language
    from spacy.vocab import Vocab

    from glane_records.models import Record

PIECE = 50_000
"""Code points that the statistical components read at once: their memory grows with it."""


def build_pipeline(
    packs: Sequence[str | Path] = (),
    *,
    ner: bool = True,
    vocab: Vocab | bool = True,
    sources: Sequence[str] | None = None,
) -> Language:
    """Build the pipeline that `models/glane_fr/config.cfg` describes.

    Args:
        packs: folders of rules laid over the built-in ones.
        ner: whether the statistical entities are evidence for names.
        vocab: as for `spacy.load`.
        sources: evidence for names, where it is not what the configuration says.

    Returns:
        The French model's tokenizer, tagger and entity recogniser with the components of glane behind them.

    Raises:
        RuleError: a rule file cannot be used.
    """
    resources = resources_for([str(pack) for pack in packs])  # a broken pack is told before the model is loaded
    config = Config().from_disk(builtin_folder() / "config.cfg")
    settings = config["glane"]
    exclude = [*settings["exclude"], *([] if ner else ["ner"])]
    nlp = spacy.load(settings["model"], exclude=exclude, vocab=vocab)
    nlp.tokenizer = ComposingTokenizer(nlp.tokenizer)
    # Long texts reach the statistical components in pieces, so the limit that guards their memory is not needed.
    nlp.max_length = 2**31
    for name in settings["pipeline"]:
        options: dict[str, Any] = dict(config["components"].get(name, {}))
        if name != "glane_mentions":
            options["packs"] = [str(pack) for pack in packs]
        if name == "glane_names":
            wanted = sources if sources is not None else options["sources"]
            options["sources"] = [source for source in wanted if ner or source != "ner"]
        nlp.add_pipe(name, config=options)
    nlp.meta["glane_rules"] = resources.rules.version
    return nlp


def process(nlp: Language, text: str, date: day | None = None) -> Doc:
    """Run the pipeline over one text of any length.

    Args:
        nlp: from `build_pipeline`.
        text: the text.
        date: its date; relative expressions resolve against it.

    Returns:
        The annotated document; for a long text, one that was read in pieces by the statistical components, and as a
        whole by those of glane.
    """
    own = [name for name in nlp.pipe_names if name.startswith("glane_")]
    # The tokenizer is called by itself: `Language.make_doc` refuses long texts, for the statistical components' sake.
    if len(text) <= PIECE:
        doc = nlp.tokenizer(text)
        statistical = [(name, pipe) for name, pipe in nlp.pipeline if name not in own]
        for _, pipe in statistical:
            doc = pipe(doc)
    else:
        shadow = make_shadow(text)
        # One piece at a time: a batch of them is computed at once, and memory would grow with the text after all.
        readable = shadow.text if shadow.starts else text
        pieces = [_without_tensor(piece) for piece in nlp.pipe(_pieces(readable), disable=own, batch_size=1)]
        doc = Doc.from_docs(pieces, ensure_whitespace=False) or nlp.tokenizer("")
        if shadow.starts:
            doc.user_data["glane_shadow"] = shadow
    doc.user_data["glane_reference"] = date
    for name in own:
        doc = nlp.get_pipe(name)(doc)
    return doc


def _without_tensor(doc: Doc) -> Doc:
    """Let go of the vectors of the model's last layer, which nothing reads any more."""
    doc.tensor = doc.tensor[:0]
    return doc


def _pieces(text: str) -> Iterator[str]:
    """Cut a text at line ends, else at blanks, else anywhere, into pieces that the model can hold."""
    start = 0
    while start < len(text):
        end = min(start + PIECE, len(text))
        if end < len(text):
            cut = text.rfind("\n", start, end)
            if cut <= start:
                cut = text.rfind(" ", start, end)
            if cut > start:
                end = cut + 1
        yield text[start:end]
        start = end


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

    Raises:
        ValueError: the text holds half a character (a lone surrogate), which no record could quote.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        msg = f"the text holds a lone surrogate at offset {error.start}"
        raise ValueError(msg) from error
    state = state_of(process(nlp, text, date))
    return make_records(
        state,
        text,
        document_id=document_id,
        source=source,
        title=title,
        date=date,
        rules_version=nlp.meta["glane_rules"],
        metadata=metadata,
        pages=pages,
    )
