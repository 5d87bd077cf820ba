"""What the annotation formats are read into: spans of a document, and the lines of gold made from them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeGuard, get_args

from glane_records import KINDS, MentionKind
from glane_records.models import DateModifier, FigureModifier

if TYPE_CHECKING:
    from glane.read.annotations.texts import Texts
    from glane_records.models import FigureRecord, MentionRecord

MODIFIERS: tuple[str, ...] = (*get_args(DateModifier), *get_args(FigureModifier))
"""What ``modifier`` may be: of dates, then of figures."""


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
    """

    start: int
    end: int
    label: str
    value: str | None = None
    of: str | None = None
    modifier: str | None = None


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


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A line of gold; see ``corpus/README.md``."""

    document: str
    start: int
    end: int
    kind: MentionKind
    surface: str
    value: str | None = None
    of: str | None = None
    modifier: str | None = None

    def to_line(self) -> str:
        """Return the mention as a line of JSON."""
        fields: dict[str, str | int | None] = {
            "document": self.document,
            "start": self.start,
            "end": self.end,
            "type": self.kind,
            "surface": self.surface,
            "value": self.value,
        }
        if self.of is not None:
            fields["of"] = self.of
        if self.modifier is not None:
            fields["modifier"] = self.modifier
        return json.dumps(fields, ensure_ascii=False) + "\n"


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
        if not is_kind(span.label):
            msg = f"{annotated.place}: unknown kind {span.label!r} (kinds: {', '.join(KINDS)})"
            raise AnnotationError(msg)
        if not 0 <= span.start < span.end <= len(text):
            msg = f"{annotated.place}: {span.start}:{span.end} is no span of a text of {len(text)} characters"
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


def blank_returns(text: str) -> str:
    r"""Write all line ends as ``\n`` without moving anything: ``\r\n`` becomes a blank and ``\n``.

    Browsers count ``\r\n`` as one character or as two: tools that run in them misplace what stands behind.
    """
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def gold_of(record: MentionRecord) -> GoldMention:
    """Return what gold would say of a record: its place, its kind and its value as gold writes it."""
    value, of, modifier = _content(record)
    return GoldMention(
        document=record.document,
        start=record.start,
        end=record.end,
        kind=record.kind,
        surface=record.text,
        value=value,
        of=of,
        modifier=modifier,
    )


def _content(record: MentionRecord) -> tuple[str | None, str | None, str | None]:
    if record.kind == "date":
        return record.edtf, None, record.modifier
    if record.kind == "figure":
        return _write_figure(record), record.of, record.modifier
    if record.kind == "country":
        return record.code, None, None
    return record.name, None, None


def _write_figure(record: FigureRecord) -> str:
    if record.value is not None:
        number = write_number(record.value)
    else:
        number = "..".join("" if side is None else write_number(side) for side in (record.low, record.high))
    return f"{number} {record.unit}" if record.unit else number


def write_number(number: float) -> str:
    """Write a number in decimal, without an exponent and without zeros that say nothing."""
    written = format(Decimal(repr(number)), "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
