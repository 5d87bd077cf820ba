"""spaCy's ``DocBin``: what ``spacy train`` learns from."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from glane.gold import gold_of
from glane.write.annotated import check_edges, check_flat

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from glane.write.annotated import AnnotatedText

NAME = "spaCy"


def write(documents: Iterable[AnnotatedText], stream: IO[bytes]) -> None:
    """Write documents tokenised by spaCy's French tokenizer, the mentions as ``doc.ents``.

    A token that crosses the edge of a mention is split. An entity's ``kb_id_`` is its value;
    ``doc.user_data["glane"]`` holds the document's id, and ``of`` and ``modifier`` by ``START-END-KIND``.

    Raises:
        ExportError: mentions overlap, or one begins or ends with white space.
    """
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("fr")
    found = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True)
    for document in documents:
        check_flat(document, NAME)
        check_edges(document, NAME)
        found.add(_make_doc(document, nlp))
    stream.write(found.to_bytes())


def _make_doc(annotated: AnnotatedText, nlp: Language) -> Doc:
    from spacy.tokens import Doc, Span

    edges = sorted({edge for mention in annotated.mentions for edge in (mention.start, mention.end)})
    words, spaces = _cut(nlp.tokenizer(annotated.text), edges)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    begins = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    entities = []
    details: dict[str, dict[str, str]] = {}
    for mention in annotated.mentions:
        gold = gold_of(mention)
        begin, end = begins[mention.start], ends[mention.end]
        entities.append(Span(doc, begin, end, label=mention.kind, kb_id=gold.value or ""))
        more = {"of": gold.of, "modifier": gold.modifier}
        if any(more.values()):
            key = f"{mention.start}-{mention.end}-{mention.kind}"
            details[key] = {name: value for name, value in more.items() if value}
    doc.set_ents(entities)
    doc.user_data["glane"] = {"document": annotated.document, "mentions": details}
    return doc


def _cut(tokens: Doc, edges: Sequence[int]) -> tuple[list[str], list[bool]]:
    """Split tokens at the edges inside them; return their forms and whether a blank follows each."""
    words: list[str] = []
    spaces: list[bool] = []
    following = 0
    for token in tokens:
        start = 0
        while following < len(edges) and edges[following] < token.idx + len(token):
            edge = edges[following] - token.idx
            following += 1
            if edge > start:
                words.append(token.text[start:edge])
                spaces.append(False)
                start = edge
        words.append(token.text[start:])
        spaces.append(bool(token.whitespace_))
    return words, spaces
