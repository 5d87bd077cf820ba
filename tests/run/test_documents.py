from __future__ import annotations

import contextlib
import dataclasses
import datetime
import gc
import json

import pytest

import fake_pipeline
from glane.read import Document, Failure
from glane.run import extract_documents, run_job
from glane.run.extraction import KEPT_WORDS
from glane.run.key import key_of

GOOD = Document("a", "Le Niger en 2014", datetime.date(2020, 1, 2), "T", "a.txt")
BAD = Document("b", "BOOM", source="b.txt")
UNREAD = Failure("c", "c.txt", "binary", "is binary")


pytestmark = pytest.mark.usefixtures("fake")


def test_a_document_becomes_its_records():
    [[document, country, date]] = extract_documents([GOOD], None)
    assert (document.id, document.source, document.title, document.date) == ("a", "a.txt", "T", "2020-01-02")
    assert (country.kind, country.start, date.edtf) == ("country", 3, "2014")


def test_of_a_time_the_day_counts():
    document = dataclasses.replace(GOOD, date=datetime.datetime(2020, 1, 2, 23, 59))
    assert document == GOOD
    assert type(document.date) is datetime.date
    [records] = extract_documents([document], None)
    assert records[0].date == "2020-01-02"


def test_without_a_handler_the_first_failure_is_raised():
    with pytest.raises(RuntimeError, match="two"):
        list(extract_documents([BAD], None))
    with pytest.raises(ValueError, match=r"^c\.txt: is binary$"):
        list(extract_documents([UNREAD], None))


def test_a_document_from_nowhere_is_named_by_its_id(caplog):
    with pytest.raises(ValueError, match=r"^note: took more than 1 s$"):
        list(extract_documents([Failure("note", "", "timeout", "took more than 1 s")], None))
    list(extract_documents([Document("vide", "")], None))
    assert caplog.messages == ["vide: is empty: no mentions"]


@pytest.mark.parametrize("jobs", [0, -1])
def test_fewer_processes_than_one_are_refused(jobs):
    with pytest.raises(ValueError, match=f"^jobs must be 1 or more, not {jobs}$"):
        extract_documents([GOOD], None, jobs=jobs)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_no_document_is_told(jobs):
    with pytest.raises(TypeError, match=r"must be a glane\.read\.Document, not str; glane\.extract\(\) takes a text"):
        list(extract_documents([GOOD, "Le Niger"], fake_pipeline.load(), jobs=jobs, load=fake_pipeline.load))


def test_with_a_handler_the_others_are_done(caplog):
    failures = []
    done = list(extract_documents([BAD, UNREAD, GOOD], None, on_failure=failures.append))
    assert [records[0].id for records in done] == ["a"]
    assert failures == [Failure("b", "b.txt", "extraction", "RuntimeError: two lines"), UNREAD]
    assert caplog.messages == []


def test_traceback_is_for_debugging(caplog):
    caplog.set_level("DEBUG", "glane")
    list(extract_documents([BAD], None, on_failure=lambda _: None))
    assert "Traceback" in caplog.text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.txt: is empty: no mentions"),
        (" \n\u00a0\r", "a.txt: is only white space: no mentions"),
        ("In the Niger", "a.txt: its language seems to be 'en': glane reads French"),
    ],
)
def test_doubtful_documents_are_done_with_a_warning(caplog, text, message):
    [records] = extract_documents([Document("a", text, source="a.txt")], None)
    assert records[0].characters == len(text)
    assert caplog.messages == [message]


def test_extraction_is_lazy():
    seen = []

    def documents():
        for name in "ab":
            seen.append(name)
            yield Document(name, "Niger")

    next(extract_documents(documents(), None))
    assert seen == ["a"]


class Lines:
    """An output that keeps what is written."""

    def __init__(self):
        self.entries = []

    def write(self, entry):
        self.entries.append(entry)

    @property
    def records(self):
        return [json.loads(line) for entry in self.entries for line in entry.lines.splitlines()]


def test_a_job_gives_account():
    output, steps, failures = Lines(), [], []
    report = run_job(
        [BAD, GOOD, UNREAD],
        fake_pipeline.load(),
        output,
        on_input=lambda: steps.append(len(output.records)),
        on_failure=failures.append,
    )
    assert (report.documents, report.mentions) == (1, {"country": 1, "date": 1})
    assert report.failures == failures
    assert [failure.id for failure in failures] == ["b", "c"]
    assert steps == [0, 3, 3]


def test_a_date_is_for_documents_without_one():
    output = Lines()
    relative = Document("r", "l’an dernier")
    run_job([relative, GOOD], fake_pipeline.load(), output, date=datetime.date(2023, 5, 6))
    dates = [record["date"] for record in output.records if record["kind"] == "document"]
    assert dates == ["2023-05-06", "2020-01-02"]
    assert [record["edtf"] for record in output.records if record["kind"] == "date"] == ["2022", "2014"]


def test_kinds_are_chosen_and_counted():
    output = Lines()
    report = run_job([GOOD], fake_pipeline.load(), output, kinds={"date"})
    document, date = output.records
    assert (document["kind"], date["kind"]) == ("document", "date")
    assert (document["mentions"]["country"], document["mentions"]["date"]) == (0, 1)
    assert report.mentions == {"date": 1}


def test_what_the_output_raises_ends_the_job():
    class Refusing:
        def write(self, entry):
            raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        run_job([GOOD], fake_pipeline.load(), Refusing())


def test_words_that_come_late_are_let_go(monkeypatch):
    entered = []

    class Growing(fake_pipeline.Pipeline):
        words = 0

        @property
        def vocab(self):
            self.words += KEPT_WORDS * 3 // 5
            return range(self.words)

        @contextlib.contextmanager
        def memory_zone(self):
            entered.append(True)
            yield
            entered.append(False)

    documents = [Document(str(number), "x" * 500_000) for number in range(9)]
    run_job(documents, Growing(), Lines())
    assert entered == [True, False] * 3  # one at a time; the words of the first million characters are kept


def test_a_key_says_whether_an_input_is_the_same():
    one = Document("a", "Le Niger", None, None, "a.txt")
    others = [
        Document("b", "Le Niger", None, None, "a.txt"),
        Document("a", "Le Niger.", None, None, "a.txt"),
        Document("a", "Le Niger", datetime.date(2020, 1, 2), None, "a.txt"),
        Document("a", "Le Niger", None, "None", "a.txt"),
        Document("a", "Le Niger", None, None, "b.txt"),
        Failure("a", "a.txt", "binary", "Le Niger"),
    ]
    keys = {key_of(item) for item in [one, *others]}
    assert len(keys) == 7
    assert key_of(Document("a", "Le Niger", None, None, "a.txt")) == key_of(one)
    assert key_of(Document("a", "\ud83d")) != key_of(Document("a", "\ud83e"))


def test_what_is_loaded_is_left_alone_by_the_garbage_collector_only_during_a_job():
    seen = []
    before = gc.get_freeze_count()

    def inputs():
        seen.append(gc.get_freeze_count())
        yield GOOD

    run_job(inputs(), fake_pipeline.load(), Lines())
    assert seen[0] > 10_000
    assert gc.get_freeze_count() == before
