"""Annotations as people leave them in each tool."""

from __future__ import annotations

import json

import pytest

import sample
from glane.read.annotations import (
    AnnotationError,
    TextError,
    Texts,
    code_point_offsets,
    read_annotations,
)
from glane.write.formats import FORMATS, export_records


@pytest.fixture
def texts(tmp_path):
    return sample.read_texts(tmp_path)


@pytest.fixture
def exported(tmp_path, texts):
    def run(name):
        export_records(sample.records(), FORMATS[name], tmp_path / name, texts=texts)
        return tmp_path / name

    return run


def gold(path, name, texts=None):
    found = dict(read_annotations(path, name, texts))
    return {document: [(m.kind, m.surface, m.value) for m in each] for document, each in found.items()}


def edit_lines(path, change):
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    change(lines)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def test_brat_corrections(exported, texts):
    folder = exported("brat")
    path = folder / "ministere/eau.ann"
    lines = path.read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if not line.startswith("T3")]  # its note stays behind: it is harmless
    kept[0] = "T1\torganisation 3 24\tministère de l’Eau du"
    kept[1] = "#1\tAnnotatorNotes T1\tMinistère de l’Eau"
    kept += [
        "T20\tcountry 25 30\tNiger",
        "#20\tAnnotatorNotes T20\tNE",
        "E1\tthing:T20",
        "*\tEquiv T1 T20",
        "",
    ]
    path.write_bytes("\r\n".join(kept).encode())
    assert gold(folder, "brat", texts)["ministere/eau"] == [
        ("organisation", "ministère de l’Eau du", "Ministère de l’Eau"),
        ("country", "Niger", "NE"),
        ("figure", "1,5 à 2 millions d’euros", "1500000..2000000 EUR"),
        ("figure", "40 %", "40 %"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T1 date 0 2\tLe", r"eau\.ann:1: is no text-bound annotation: 'T1 date 0 2\\tLe'"),
        ("T1\tdate 0 x\tLe", r"eau\.ann:1: is no text-bound annotation"),
        (
            "T1\tdate 0 2;13 15\tLe de",
            r"eau\.ann:1: a mention in pieces cannot be gold: ' ministère ' is between",
        ),
        ("T1\tplace 0 2\tLe", r"eau\.ann:1: unknown kind 'place' \(kinds: organisation, programme,"),
        ("T1\tdate 0 2000\tLe", r"eau\.ann:1: 0:2000 is no span of a text of 109 characters"),
        ("T1\tdate 2 2\t", r"eau\.ann:1: 2:2 is no span"),
    ],
)
def test_brat_lines_that_cannot_be(exported, line, message):
    folder = exported("brat")
    (folder / "ministere/eau.ann").write_text(line, encoding="utf-8")
    with pytest.raises(AnnotationError, match=message):
        gold(folder, "brat")


def test_brat_folders_that_cannot_be(exported, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(AnnotationError, match=r"empty: holds no \.ann file"):
        gold(tmp_path / "empty", "brat")
    folder = exported("brat")
    (folder / "ministere/eau.txt").unlink()
    with pytest.raises(AnnotationError, match=r"eau\.txt: cannot be read: No such file"):
        gold(folder, "brat")


def test_conll_corrections(exported, texts):
    path = exported("conll")
    content = path.read_text(encoding="utf-8")
    content = content.replace("2021 otan/kosovo 55:59 _ I-date", "2021 otan/kosovo 55:59 _ I-figure")
    content = content.replace("En otan/kosovo 48:50 _ O", "En otan/kosovo 48:50 _ I-date")
    path.write_text(content, encoding="utf-8")
    assert gold(path, "conll", texts)["otan/kosovo"] == [
        ("organisation", "OTAN", "Organisation du traité de l’Atlantique Nord"),
        ("programme", "KFOR", "KFOR"),
        ("date", "1999", "1999/.."),
        ("date", "En", None),
        ("date", "mai", "2021-05"),
        ("figure", "2021", None),
        ("figure", "3\u202f500", "3500"),
        ("figure", "27", "27"),
    ]


def test_conll_needs_the_texts_and_fits_them(exported, texts):
    path = exported("conll")
    with pytest.raises(AnnotationError, match="name them with --documents"):
        gold(path, "conll")
    content = path.read_text(encoding="utf-8")
    path.write_text(content.replace("Hydra ", "Hydre "), encoding="utf-8")
    with pytest.raises(AnnotationError, match="ministere/eau 77:82 is 'Hydra', not 'Hydre'"):
        gold(path, "conll", texts)
    path.write_text(content.replace(" B-programme", " B-plan"), encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"conll:\d+: unknown kind 'plan'"):
        gold(path, "conll", texts)
    for line in ("Le O", "Le d 0-2 _ O", "Le d 0:2 _ E-date", "Le d 0:2 O"):
        path.write_text(f"\n{line}\n")
        with pytest.raises(AnnotationError, match="conll:2: has not the five columns"):
            gold(path, "conll", texts)


def region(label, start, end, identifier="r", **fields):
    place = {"start": start, "end": end}
    found = [{"id": identifier, "from_name": "label", "type": "labels", "value": {**place, "labels": [label]}}]
    found += [
        {"id": identifier, "from_name": name, "type": "textarea", "value": {**place, "text": value}}
        for name, value in fields.items()
    ]
    return found


def test_label_studio_takes_what_people_said(exported, caplog):
    path = exported("labelstudio")
    tasks = json.loads(path.read_text(encoding="utf-8"))
    tasks[0]["annotations"] = [
        {"result": region("date", 0, 2), "was_cancelled": True, "updated_at": "2026-03-03"},
        {"result": region("country", 25, 30, value=["NE"]), "updated_at": "2026-03-02T10:00:00Z"},
        {"result": region("date", 3, 5), "updated_at": "2026-03-01T10:00:00Z"},
    ]
    path.write_text(json.dumps(tasks), encoding="utf-8")
    assert gold(path, "labelstudio")["ministere/eau"] == [("country", "Niger", "NE")]
    assert [record.getMessage().split(": ", 1)[1] for record in caplog.records] == [
        "task 1: 2 annotations: the last one is taken",
        "nobody annotated 1 task(s): their predictions are taken",
    ]
    tasks[0]["annotations"][2]["ground_truth"] = True
    path.write_text(json.dumps(tasks), encoding="utf-8")
    found = gold(path, "labelstudio")
    assert found["ministere/eau"] == [("date", "mi", None)]
    assert len(found["otan/kosovo"]) == 6


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is not JSON"),
        ("{}", "is no list of tasks"),
        ('[{"text": "a", "label": []}]', "task 1: 'data' is missing or no object"),
        ('[{"data": {"text": "a"}}]', "task 1: 'document' is missing or no string"),
        (
            '[{"data": {"text": "a", "document": "d"}, "annotations": [{"result": ['
            '{"id": "r", "from_name": "label", "value": {"start": "0", "end": 1, "labels": ["date"]}}]}]}]',
            "task 1: 'start' is missing or no integer",
        ),
    ],
)
def test_label_studio_files_that_cannot_be(tmp_path, content, message):
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(AnnotationError, match=message):
        gold(tmp_path / "a.json", "labelstudio")


def test_doccano_corrections_in_each_of_its_forms(exported, texts):
    path = exported("doccano")

    def change(lines):
        lines[0]["label"] = [[25, 30, "country"], *lines[0]["label"][1:2]]
        lines[0]["id"] = 7
        # A project with relations; what was carried along may stand under "meta".
        kosovo = lines[1]
        kosovo["meta"] = {"document": kosovo.pop("document"), "mentions": kosovo.pop("mentions")}
        kosovo["entities"] = [
            {"id": 1, "label": label, "start_offset": start, "end_offset": end}
            for start, end, label in kosovo.pop("label")
        ]

    edit_lines(path, change)
    found = gold(path, "doccano", texts)
    assert found["ministere/eau"] == [
        ("country", "Niger", None),
        ("figure", "1,5 à 2 millions d’euros", "1500000..2000000 EUR"),
    ]
    assert found["otan/kosovo"][0] == ("organisation", "OTAN", "Organisation du traité de l’Atlantique Nord")
    edit_lines(path, lambda lines: lines[0].update(label=[[0, "2", "date"]]))
    with pytest.raises(AnnotationError, match=r"doccano:1: \[0, '2', 'date'\] is no label"):
        gold(path, "doccano")
    edit_lines(path, lambda lines: lines[0].update(text="a🕊", label=[[0, 2, "date"]], mentions=None))
    with pytest.raises(AnnotationError, match="0:2 is no span of the text"):
        gold(path, "doccano")


def test_prodigy_leaves_out_what_was_not_accepted(exported, caplog):
    path = exported("prodigy")

    def change(lines):
        lines[0]["answer"] = "ignore"
        lines[1]["answer"] = "accept"
        lines[1]["spans"] = [{"start": 14, "end": 18, "label": "organisation", "token_start": 2, "token_end": 2}]

    edit_lines(path, change)
    assert gold(path, "prodigy") == {"otan/kosovo": [("organisation", "OTAN", None)]}
    assert "prodigy:1: left out, it was answered with 'ignore'" in caplog.text
    edit_lines(path, lambda lines: lines[1].update(meta={}))
    with pytest.raises(AnnotationError, match="prodigy:2: 'document' is missing"):
        gold(path, "prodigy")


def test_docbin_entities_of_any_pipeline(exported, tmp_path):
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin, Span

    nlp = spacy.blank("fr")
    docs = list(DocBin().from_disk(exported("docbin")).get_docs(nlp.vocab))
    docs[0].ents = [Span(docs[0], 0, 1, label="date"), *docs[0].ents[1:2]]
    DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "b.spacy")
    assert gold(tmp_path / "b.spacy", "docbin")["ministere/eau"] == [
        ("date", "Le", None),
        ("figure", "1,5 à 2 millions d’euros", "1500000..2000000 EUR"),
    ]
    DocBin(docs=[nlp("rien")]).to_disk(tmp_path / "c.spacy")
    with pytest.raises(AnnotationError, match=r"document 1: .* does not say which document it is"):
        gold(tmp_path / "c.spacy", "docbin")
    (tmp_path / "d.spacy").write_bytes(b"x")
    with pytest.raises(AnnotationError, match="is no DocBin"):
        gold(tmp_path / "d.spacy", "docbin")


@pytest.mark.parametrize("name", ["brat", "labelstudio", "doccano", "docbin", "prodigy"])
def test_texts_are_compared(exported, tmp_path, name):
    other = Texts(sample.write_documents(tmp_path / "other", {**sample.TEXTS, "otan/kosovo": "autre"}))
    with pytest.raises(AnnotationError, match=r"the text of 'otan/kosovo' is not that of .*other"):
        gold(exported(name), name, other)
    (tmp_path / "other/otan/kosovo.txt").unlink()
    with pytest.raises(TextError, match="'otan/kosovo' is missing"):
        gold(tmp_path / name, name, Texts(tmp_path / "other"))


def test_a_mention_given_twice_counts_once_and_a_document_may_not(exported):
    path = exported("doccano")
    edit_lines(path, lambda lines: lines[0].update(label=lines[0]["label"] * 2))
    assert len(gold(path, "doccano")["ministere/eau"]) == 4
    edit_lines(path, lambda lines: lines.append(lines[0]))
    with pytest.raises(AnnotationError, match=r"doccano:3: 'ministere/eau' stands in .*doccano:1 already"):
        gold(path, "doccano")


def test_offsets():
    assert code_point_offsets("a🕊b") == {0: 0, 1: 1, 3: 2, 4: 3}
