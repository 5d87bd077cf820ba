"""Records with the texts they were made from: what annotation formats are written from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glane.read.annotations import Texts
    from glane_records.models import DocumentRecord, MentionRecord, Record


class ExportError(ValueError):
    """Records that a format cannot hold: the message is one line."""


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A document's text and the mentions found in it, in the order of the text."""

    document: str
    text: str = field(repr=False)
    mentions: tuple[MentionRecord, ...]


@dataclass(slots=True)
class _Group:
    header: DocumentRecord | None = None
    mentions: list[MentionRecord] = field(default_factory=list)


def annotate(records: Iterable[Record], texts: Texts) -> Iterator[AnnotatedText]:
    """Join records with texts, document by document, in the order of the records.

    Raises:
        TextError: a text is missing or has changed.
        ExportError: a document comes twice, or a mention does not fit its text.
    """
    groups: dict[str, _Group] = {}
    for record in records:
        group = groups.setdefault(record.id if record.kind == "document" else record.document, _Group())
        if record.kind != "document":
            group.mentions.append(record)
        elif group.header is None:
            group.header = record
        else:
            msg = f"document {record.id!r} comes twice in the records"
            raise ExportError(msg)
    for document, group in groups.items():
        text = texts.find(document, group.header.sha256 if group.header else None)
        for mention in group.mentions:
            if text[mention.start : mention.end] != mention.text:
                msg = f"mention {mention.id} does not fit its text in {texts.name}"
                raise ExportError(msg)
        mentions = sorted(group.mentions, key=lambda m: (m.start, m.end, m.kind))
        yield AnnotatedText(document, text, tuple(mentions))


def check_flat(annotated: AnnotatedText, name: str) -> None:
    """Refuse mentions that overlap, for a format that gives each token one tag."""
    end = 0
    for mention in annotated.mentions:
        if mention.start < end:
            refuse(mention, name, "overlaps the mention before it")
        end = mention.end


def check_edges(annotated: AnnotatedText, name: str) -> None:
    """Refuse mentions that begin or end with white space, for a format of tokens."""
    for mention in annotated.mentions:
        if mention.text != mention.text.strip():
            refuse(mention, name, "begins or ends with white space")


def refuse(mention: MentionRecord, name: str, why: str) -> NoReturn:
    """Say that a format cannot hold a mention."""
    msg = f"mention {mention.id} {why}: {name} cannot hold it"
    raise ExportError(msg)
