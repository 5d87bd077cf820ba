"""The text that a report shows of a document: as it was read, or pieced together from its records."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from glane_records import FigureRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glane_records import MentionRecord


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document's text; offsets count code points of the document."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset behind the last code point."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is known of a document's text.

    Attributes:
        pieces: in the order of the text, never overlapping; one piece where the text is known.
        whole: whether that is all of it.
    """

    pieces: tuple[Piece, ...]
    whole: bool

    def slice(self, start: int, end: int) -> str | None:
        """The text between two offsets; ``None`` where no single piece has it."""
        index = bisect_right(self.pieces, start, key=attrgetter("start")) - 1
        if index < 0 or end > self.pieces[index].end:
            return None
        piece = self.pieces[index]
        return piece.text[start - piece.start : end - piece.start]

    def find(self, sentence: str, start: int, end: int) -> tuple[int, int] | None:
        """Find the sentence around a span; ``None`` where the text does not have it there."""
        index = bisect_right(self.pieces, start, key=attrgetter("start")) - 1
        if index < 0:
            return None
        piece = self.pieces[index]
        low = max(0, end - piece.start - len(sentence))
        found = piece.text.find(sentence, low, start - piece.start + len(sentence))
        return None if found < 0 else (piece.start + found, piece.start + found + len(sentence))


def show_text(mentions: Sequence[MentionRecord], text: str | None, others: Iterable[tuple[int, str]] = ()) -> Shown:
    """Make the text to show under some mentions.

    Args:
        mentions: of one document.
        text: the document's text, where it is at hand. One that does not have the mentions at their places is
            not this document's, and is let be.
        others: further stretches known (the start and text of gold mentions), to fill gaps with.

    Returns:
        The text; without it, the sentences of the records, each at its place as far as it can be told.
    """
    if text is not None and all(text[m.start : m.end] == m.text for m in mentions):
        return Shown((Piece(0, text),), whole=True)
    pieces = _piece_together(sorted(mentions, key=lambda m: (m.start, m.end)))
    for start, stretch in sorted(others):
        _insert(pieces, Piece(start, stretch))
    return Shown(tuple(pieces), whole=False)


def _piece_together(mentions: Sequence[MentionRecord]) -> list[Piece]:
    """The sentences of mentions, which are sorted by start.

    A record has its sentence but not the sentence's offset: mentions of one sentence settle it together.
    """
    pieces: list[Piece] = []
    group: list[MentionRecord] = []
    starts: set[int] = set()
    for mention in mentions:
        own = _possible_starts(mention)
        shared = starts & own
        if group and mention.sentence == group[0].sentence and shared:
            group.append(mention)
            starts = shared
            continue
        _add_group(pieces, group, starts)
        group, starts = [mention], own
    _add_group(pieces, group, starts)
    return pieces


def _possible_starts(mention: MentionRecord) -> set[int]:
    """Where the sentence can start so that it has the mention (and what a figure counts) at its place."""
    starts = {mention.start - at for at in _occurrences(mention.sentence, mention.text) if at <= mention.start}
    if isinstance(mention, FigureRecord) and mention.of is not None and mention.of_start is not None:
        counted = {mention.of_start - at for at in _occurrences(mention.sentence, mention.of)}
        return starts & counted or starts
    return starts


def _occurrences(sentence: str, text: str) -> list[int]:
    found = []
    at = sentence.find(text)
    while at >= 0:
        found.append(at)
        at = sentence.find(text, at + 1)
    return found


def _add_group(pieces: list[Piece], group: Sequence[MentionRecord], starts: set[int]) -> None:
    """Add the sentence of a group, cut where it runs into the last piece; and the mentions it lacks."""
    if group and starts:
        behind = pieces[-1].end if pieces else 0
        start = min((s for s in starts if s >= behind), default=max(starts))
        _append(pieces, Piece(start, group[0].sentence))
    for mention in group:
        _append(pieces, Piece(mention.start, mention.text))


def _append(pieces: list[Piece], piece: Piece) -> None:
    behind = pieces[-1].end if pieces else 0
    rest = piece.text[max(0, behind - piece.start) :]
    if rest:
        pieces.append(Piece(max(piece.start, behind), rest))


def _insert(pieces: list[Piece], piece: Piece) -> None:
    index = bisect_right(pieces, piece.start, key=attrgetter("start"))
    behind = pieces[index - 1].end if index else 0
    before = pieces[index].start if index < len(pieces) else piece.end
    if behind <= piece.start and piece.end <= before:
        pieces.insert(index, piece)
