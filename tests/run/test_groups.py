from __future__ import annotations

import pytest

import fake_pipeline
from glane.read import Document, Failure
from glane.run.documents import extract
from glane.run.extraction import Extraction
from glane.run.groups import CHARACTERS, MOST, group_short

TEXTS = [
    "Le ministère de la Transition écologique (MTE) a financé 4 projets en mai 2019. Le MTE en attend 3 000.",
    "La mission compte douze observateurs, venus de l'Union européenne.",
    "",
    "Le projet KATIMA a démarré. L'Agence de l'eau Seine-Normandie y verse deux tiers du budget total.",
]


def documents(*sizes):
    return [Document(str(number), "x" * size) for number, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("sizes", "groups"),
    [
        ([], []),
        ([0, 0, 0], [3]),
        ([1] * (MOST + 1), [MOST, 1]),
        ([CHARACTERS, 1], [1, 1]),
        ([1, CHARACTERS, 1], [1, 1, 1]),
        ([CHARACTERS // 2] * 3, [2, 1]),
        ([1, CHARACTERS * 9, 1, 1], [1, 1, 2]),
    ],
)
def test_short_documents_are_grouped_long_ones_are_alone(sizes, groups):
    inputs = documents(*sizes)
    found = list(group_short(inputs))
    assert [len(group) for group in found] == groups
    assert [item for group in found for item in group] == inputs


def test_failures_keep_their_place_and_what_is_full_waits_for_nothing():
    def inputs():
        yield Failure("c", "c.txt", "binary", "is binary")
        yield from documents(3, CHARACTERS)
        pytest.fail("asked for more than it needs")

    groups = group_short(inputs())
    assert [len(next(groups)), len(next(groups))] == [2, 1]


def test_what_is_read_together_gives_the_same_records_for_fewer_calls_of_the_model(nlp, monkeypatch):
    inputs = [Document(str(number), text, source=f"{number}.txt") for number, text in enumerate(TEXTS)]
    expected = [extract(document, nlp) for document in inputs]
    model = nlp.get_pipe("glane_model")._model
    calls = []
    tag = model.tag
    monkeypatch.setattr(model, "tag", lambda texts: calls.append(len(texts)) or tag(texts))
    extraction = Extraction(nlp, list)
    assert list(extraction.together(inputs)) == expected
    together = sum(map(bool, calls))
    calls.clear()
    assert [extraction(document) for document in inputs] == expected
    assert together < sum(map(bool, calls)) - 1


def test_one_that_fails_takes_no_other_with_it(nlp):
    good = Document("a", TEXTS[0], source="a.txt")
    bad = Document("b", "Le \ud800 Sénat", source="b.txt")
    [before, failure, after] = Extraction(nlp, list).together([good, bad, good])
    assert before == after == extract(good, nlp)
    assert (failure.source, failure.message) == ("b.txt", "ValueError: the text holds a lone surrogate at offset 3")


def test_where_reading_together_fails_each_is_read_alone(monkeypatch):
    fake_pipeline.patch(monkeypatch)

    def fail(nlp, texts):
        raise RuntimeError(texts)

    monkeypatch.setattr("glane.components.build.read_together", fail)
    good, bad = Document("a", "Le Niger", source="a.txt"), Document("b", "BOOM", source="b.txt")
    [before, failure, after] = Extraction(fake_pipeline.load(), len).together([good, bad, good])
    assert (before, failure.message, after) == (2, "RuntimeError: two lines", 2)


def test_records_that_cannot_be_rendered_are_a_failure_of_their_document(fake):
    def render(records):
        return records[0].title.encode().decode()

    good, bad = Document("a", "x", title="T"), Document("b", "x", title="\ud800")
    extraction = Extraction(fake_pipeline.load(), render)
    [before, failure, after] = extraction.together([good, bad, good])
    assert (before, after, extraction(good), extraction(bad)) == ("T", "T", "T", failure)
    assert failure.message.startswith("UnicodeEncodeError: ")
