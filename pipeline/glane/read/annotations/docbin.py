"""spaCy's ``DocBin`` as ``glane export`` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from glane.read.annotations.gold import AnnotatedDocument, AnnotationError, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read(path: Path) -> Iterator[AnnotatedDocument]:
    """Read documents: ``doc.ents``, with the value in ``kb_id_``.

    Raises:
        AnnotationError: the file is no DocBin, or a document has no id.
        OSError: the file cannot be read.
    """
    import spacy
    from spacy.tokens import DocBin

    data = path.read_bytes()
    try:
        docs = list(DocBin().from_bytes(data).get_docs(spacy.blank("fr").vocab))
    except Exception as error:  # zlib, msgpack and numpy each raise their own
        msg = f"{path}: is no DocBin: {error}"
        raise AnnotationError(msg) from error
    for number, doc in enumerate(docs, start=1):
        place = f"{path}: document {number}"
        carried: Any = doc.user_data.get("glane")
        if not isinstance(carried, dict) or not isinstance(carried.get("document"), str):
            msg = f"{place}: user_data['glane'] does not say which document it is"
            raise AnnotationError(msg)
        details = carried.get("mentions") or {}
        spans = []
        for entity in doc.ents:
            start, end, label = entity.start_char, entity.end_char, entity.label_
            more = details.get(f"{start}-{end}-{label}", {})
            spans.append(Span(start, end, label, entity.kb_id_ or None, more.get("of"), more.get("modifier")))
        yield AnnotatedDocument(carried["document"], doc.text, tuple(spans), place)
