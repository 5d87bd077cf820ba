"""Which kinds are taken for which."""

from __future__ import annotations

from glane.evaluate.confusion import count_confusion
from glane.evaluate.mention import Mention
from glane.evaluate.pairing import DocumentPair


def mention(kind: str, start: int, end: int) -> Mention:
    return Mention(
        document="d", start=start, end=end, kind=kind, text="x" * (end - start), value=None,
        entity=None, of=None, modifier=None, rule=None,
    )  # fmt: skip


def test_each_mention_is_counted_once() -> None:
    gold = (mention("organisation", 0, 5), mention("programme", 10, 20), mention("date", 30, 34))
    predicted = (mention("organisation", 0, 4), mention("organisation", 10, 20), mention("figure", 40, 42))
    assert count_confusion([DocumentPair("d", gold, predicted)]) == {
        ("organisation", "organisation"): 1,
        ("programme", "organisation"): 1,
        ("date", None): 1,
        (None, "figure"): 1,
    }
