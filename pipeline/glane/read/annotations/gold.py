"""What the annotation formats are read into: spans of a document, and the gold made from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from glane.gold import GoldMention
from glane.line_ends import blank_returns
from glane_records import KINDS, MentionKind

if TYPE_CHECKING:
    from glane.read.annotations.texts import Texts


class AnnotationError(ValueError):
    """Annotations that cannot be read: the message is one line, ``file:line: what is wrong``."""


@dataclass(frozen=True, slots=True)
class Span:
    """One annotation as a tool gives it.

    Attributes:
        start: offset of the first code point.
        end: offset behind the last code point.
        label: its kind, if it is one of `KINDS`.
        value: normalised value as gold writes it, where it is known.
        of: what a figure counts.
        modifier: bound or approximation of a figure, part of a date.
        place: where it stands, for messages, of a format that has a line for each.
    """

    start: int
    end: int
    label: str
    value: str | None = None
    of: str | None = None
    modifier: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with the annotations that a tool gives it.

    Attributes:
        document: its id.
        text: its text as the tool holds it, or ``None`` for a format that does not hold it.
        spans: the annotations, in any order.
        place: where it stands, for messages.
        tokens: start, end and form of the pieces that the text must hold, of a format without text.
    """

    document: str
    text: str | None
    spans: tuple[Span, ...]
    place: str
    tokens: tuple[tuple[int, int, str], ...] = ()


def make_gold(annotated: AnnotatedDocument, texts: Texts | None = None) -> tuple[GoldMention, ...]:
    """Turn a document's annotations into gold, in the order of the text.

    Args:
        annotated: the document.
        texts: the texts as they were read; without them, that of the tool is taken.

    Returns:
        The mentions; those given twice (same span, same kind) once.

    Raises:
        AnnotationError: a kind is unknown, a span is outside the text, the texts differ, or there is none.
    """
    text = _choose_text(annotated, texts)
    for start, end, form in annotated.tokens:
        if text[start:end] != form:
            msg = f"{annotated.place}: {annotated.document} {start}:{end} is {text[start:end]!r}, not {form!r}"
            raise AnnotationError(msg)
    found: dict[tuple[int, int, str], GoldMention] = {}
    for span in annotated.spans:
        place = span.place or annotated.place
        if not is_kind(span.label):
            msg = f"{place}: unknown kind {span.label!r} (kinds: {', '.join(KINDS)})"
            raise AnnotationError(msg)
        if not 0 <= span.start < span.end <= len(text):
            msg = f"{place}: {span.start}:{span.end} is no span of a text of {len(text)} characters"
            raise AnnotationError(msg)
        found.setdefault(
            (span.start, span.end, span.label),
            GoldMention(
                document=annotated.document,
                start=span.start,
                end=span.end,
                kind=span.label,
                surface=text[span.start : span.end],
                value=span.value or None,
                of=span.of or None,
                modifier=span.modifier or None,
            ),
        )
    return tuple(found[key] for key in sorted(found))


def _choose_text(annotated: AnnotatedDocument, texts: Texts | None) -> str:
    if texts is None:
        if annotated.text is None:
            msg = f"{annotated.place}: this format does not hold the texts: name them with --documents"
            raise AnnotationError(msg)
        return annotated.text
    text = texts.find(annotated.document)
    if annotated.text is not None and blank_returns(annotated.text) != blank_returns(text):
        msg = f"{annotated.place}: the text of {annotated.document!r} is not that of {texts.name}"
        raise AnnotationError(msg)
    return text


def is_kind(label: str) -> TypeGuard[MentionKind]:
    """Whether a label is one of `KINDS`."""
    return label in KINDS
