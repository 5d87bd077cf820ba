"""Whether the two sides, or gold and its text, count alike: what each quotes where they overlap, and by how much gold is off."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.evaluate.match import overlapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glane.evaluate.mention import Mention

_NEAR = 200
"""Code points on either side of a mention, in which its surface is looked for."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Gold that does not quote its text.

    Attributes:
        document: its id.
        wrong: how many mentions of gold the text contradicts.
        total: how many mentions gold has there.
        shift: what is to be added to gold's offsets, where it is the same for most; else 0.
        first: file and line of the first of them.
    """

    document: str
    wrong: int
    total: int
    shift: int
    first: str | None


def find_other_text(gold: Sequence[Mention], predicted: Sequence[Mention]) -> Mention | None:
    """Return the first mention of gold, if any, that quotes other code points than a mention predicted where they overlap."""
    other = (
        g for g, p in overlapping(gold, predicted) if _quoted(gold[g], predicted[p]) != _quoted(predicted[p], gold[g])
    )
    found = min(other, default=None)
    return None if found is None else gold[found]


def _quoted(mention: Mention, other: Mention) -> str:
    """What a mention quotes of the span that it shares with another."""
    start, end = max(mention.start, other.start), min(mention.end, other.end)
    return mention.text[start - mention.start : end - mention.start]


def find_shift(gold: Sequence[Mention], predicted: Sequence[Mention]) -> int:
    """Return what is to be added to gold's offsets for most of it to stand where the same words are predicted; else 0."""
    starts: dict[str, list[int]] = defaultdict(list)
    for mention in predicted:
        starts[mention.text].append(mention.start)
    return _most_common(
        _nearest(sorted(starts[mention.text]), mention.start) for mention in gold if mention.text in starts
    )


def find_contradictions(gold: Mapping[str, Sequence[Mention]], texts: Mapping[str, str]) -> Iterator[Contradiction]:
    """Find the documents whose text is not what gold quotes of it; those without a text are passed over."""
    for document, text in sorted(texts.items()):
        mentions = gold.get(document, ())
        wrong = [mention for mention in mentions if text[mention.start : mention.end] != mention.text]
        if wrong:
            shift = _most_common(_nearest(_places(mention, text), mention.start) for mention in wrong)
            yield Contradiction(document, len(wrong), len(mentions), shift, wrong[0].origin)


def _places(mention: Mention, text: str) -> list[int]:
    """Where the words of a mention stand, before its start and behind it."""
    before = text.rfind(mention.text, max(0, mention.start - _NEAR), mention.end)
    behind = text.find(mention.text, mention.start, mention.end + _NEAR)
    return [place for place in (before, behind) if place >= 0]


def _nearest(places: Sequence[int], start: int) -> int | None:
    """How far it is to the nearest of some places, which are in order."""
    index = bisect_left(places, start)
    return min((place - start for place in places[max(0, index - 1) : index + 1]), key=abs, default=None)


def _most_common(shifts: Iterable[int | None]) -> int:
    """The shift of more than half of the mentions that were found elsewhere, of two at least."""
    counts = Counter(shift for shift in shifts if shift is not None)
    for shift, count in counts.most_common(1):
        if count > 1 and 2 * count > counts.total():
            return shift
    return 0
