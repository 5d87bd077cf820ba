"""Each export, as the tool that it is for reads it."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date

import pytest

import sample
from glane.read.annotations import TextError, Texts, read_annotations, utf16_offsets
from glane.write import OutputError, conll
from glane.write.annotated import ExportError
from glane.write.formats import FORMATS, MissingExtraError, export_records
from glane.write.tables import Column, document_columns, mention_columns
from glane_records.schema import json_schema

RECORDS = sample.records()


@pytest.fixture
def texts(tmp_path):
    return sample.read_texts(tmp_path)


def export(name, path, texts=None, records=RECORDS, **options):
    return export_records(iter(records), FORMATS[name], path, texts=texts, **options)


def mentions(kind=None):
    return [one for one in RECORDS if one.kind != "document" and kind in (None, one.kind)]


# Tables


def json_types(schema):
    found = {schema.get("type")} | {one.get("type") for one in schema.get("anyOf", ())}
    return found - {None, "null"}


def test_every_field_of_every_kind_is_a_column_of_its_type():
    columns = {column.name: column.type for column in (*mention_columns(), *document_columns())}
    for name, definition in json_schema()["$defs"].items():
        if not name.endswith("Record"):
            continue
        for field, schema in definition["properties"].items():
            if name == "DocumentRecord" and field in ("kind", "mentions"):
                continue
            found = json_types(schema)
            is_date = "date" if any("\\d{4}-" in one.get("pattern", "") for one in schema.get("anyOf", ())) else "text"
            expected = "number" if "number" in found else "integer" if "integer" in found else is_date
            assert (field, columns[field]) == (field, expected)


def test_parquet_in_pandas(tmp_path):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    export("parquet", tmp_path / "r.parquet")
    frame = pandas.read_parquet(tmp_path / "r.parquet")
    assert list(frame["text"]) == [one.text for one in mentions()]
    assert list(frame.columns) == [column.name for column in mention_columns()]
    assert str(frame["start"].dtype) == "int64"
    assert frame["high"].max() == 2_000_000
    documents = pandas.read_parquet(tmp_path / "r.documents.parquet")
    assert list(documents["id"]) == ["ministere/eau", "otan/kosovo"]
    assert list(documents["mentions_figure"]) == [2, 2]
    assert frame["page"].dropna().tolist() == [1, 1, 2, 2]
    assert list(documents["metadata"]) == ['{"auteur": "Adou, É.", "mots": ["eau", 3]}', "{}"]


def test_parquet_in_polars(tmp_path):
    polars = pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    export("parquet", tmp_path / "r.parquet")
    frame = polars.read_parquet(tmp_path / "r.parquet")
    assert frame.schema["earliest"] == polars.Date
    assert frame.schema["value"] == polars.Float64
    assert frame.filter(polars.col("edtf") == "1999/..")["earliest"].to_list() == [date(1999, 1, 1)]


@pytest.mark.parametrize("name", ["parquet", "csv"])
def test_tables_in_duckdb_have_types(tmp_path, name):
    duckdb = pytest.importorskip("duckdb")
    if name == "parquet":
        pytest.importorskip("pyarrow")
    path, documents = export(name, tmp_path / f"r.{name}")
    query = (
        "SELECT any_value(typeof(start)), any_value(typeof(low)), any_value(typeof(earliest)), "
        f"any_value(typeof(text)), sum(high) FROM '{path}'"
    )
    (types,) = duckdb.sql(query).fetchall()
    # A CSV's numbers are typed by what they look like: all of the sample are whole.
    assert types[:4] == ("BIGINT", "DOUBLE" if name == "parquet" else "BIGINT", "DATE", "VARCHAR")
    assert types[4] == 2_003_567
    join = f"SELECT d.date, m.text FROM '{path}' m JOIN '{documents}' d ON d.id = m.document WHERE code IS NULL"
    assert (date(2023, 3, 14), "OTAN") in duckdb.sql(join).fetchall()


def test_parquet_says_its_version_and_is_the_same_each_time(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    for name in ("a", "b"):
        export("parquet", tmp_path / f"{name}.parquet")
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    metadata = parquet.read_schema(tmp_path / "a.parquet").metadata
    assert metadata[b"glane_schema_version"] == b"1.1"


def test_a_missing_package_is_named_with_its_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r'pip install "glane\[parquet\]"'):
        export("parquet", tmp_path / "r.parquet")
    assert list(tmp_path.iterdir()) == []


def test_csv_is_read_back(tmp_path):
    import csv

    export("csv", tmp_path / "r.csv")
    with (tmp_path / "r.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["kind"], row["text"], int(row["start"])) for row in rows] == [
        (one.kind, one.text, one.start) for one in mentions()
    ]
    assert [row["low"] for row in rows if row["unit"] == "EUR"] == ["1500000"]
    assert [row["page"] for row in rows] == ["1", "1", "2", "2", *([""] * 6)]
    with (tmp_path / "r.documents.csv").open(encoding="utf-8", newline="") as lines:
        assert json.loads(next(csv.DictReader(lines))["metadata"]) == {"auteur": "Adou, É.", "mots": ["eau", 3]}


def test_csv_for_a_french_spreadsheet(tmp_path):
    cells = {"text": '=HYPERLINK("x");"é"', "value": 1.5, "low": None}
    stream = io.BytesIO()
    from glane.write.csv import write_rows

    columns = [Column("text", "text"), Column("value", "number"), Column("low", "number")]
    write_rows([cells], columns, stream, excel=True)
    assert stream.getvalue().decode() == '\ufefftext;value;low\r\n"\'=HYPERLINK(""x"");""é""";1,5;\r\n'
    pandas = pytest.importorskip("pandas")
    export("csv", tmp_path / "r.csv", excel=True)
    frame = pandas.read_csv(tmp_path / "r.csv", sep=";", decimal=",", encoding="utf-8-sig")
    assert list(frame["text"]) == [one.text for one in mentions()]


def test_numbers_are_written_out():
    stream = io.BytesIO()
    from glane.write.csv import write_rows

    write_rows([{"value": 1e21}, {"value": 0.1}, {"value": 3}], [Column("value", "number")], stream)
    assert stream.getvalue() == b"value\r\n1000000000000000000000\r\n0.1\r\n3\r\n"


# Annotation formats


def test_docbin_in_spacy(tmp_path, texts):
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin
    from spacy.training import Example, offsets_to_biluo_tags

    export("docbin", tmp_path / "a.spacy", texts)
    export("docbin", tmp_path / "b.spacy", texts)
    assert (tmp_path / "a.spacy").read_bytes() == (tmp_path / "b.spacy").read_bytes()
    nlp = spacy.blank("fr")
    docs = list(DocBin().from_disk(tmp_path / "a.spacy").get_docs(nlp.vocab))
    assert [doc.text for doc in docs] == [sample.TEXTS["ministere/eau"], sample.TEXTS["otan/kosovo"]]
    found = [(ent.label_, ent.text, ent.start_char) for doc in docs for ent in doc.ents]
    assert found == [(one.kind, one.text, one.start) for one in mentions()]
    assert docs[1].ents[2].kb_id_ == "1999/.."
    # As spacy train does: the reference against a fresh tokenisation, no entity misaligned.
    for doc in docs:
        example = Example(nlp.make_doc(doc.text), doc)
        assert "-" not in offsets_to_biluo_tags(doc, [(e.start_char, e.end_char, e.label_) for e in doc.ents])
        assert len(example.get_aligned_spans_y2x(doc.ents)) == len(doc.ents)


def test_conll_in_spacys_converter(tmp_path, texts):
    pytest.importorskip("spacy")
    from spacy.training.converters import conll_ner_to_docs

    export("conll", tmp_path / "a.conll", texts)
    content = (tmp_path / "a.conll").read_text(encoding="utf-8")
    docs = list(conll_ner_to_docs(content, no_print=True))
    found = [(ent.label_, "".join(ent.text.split())) for doc in docs for ent in doc.ents]
    assert found == [(one.kind, "".join(one.text.split())) for one in mentions()]
    assert [len(list(doc.sents)) for doc in docs] == [2, 3]


def test_conll_lines(tmp_path, texts):
    export("conll", tmp_path / "a.conll", texts)
    lines = (tmp_path / "a.conll").read_text(encoding="utf-8").split("\n")
    assert lines[:3] == ["-DOCSTART- -X- O O", "", "Le ministere/eau 0:2 _ O"]
    assert "l’ ministere/eau 16:18 _ I-organisation" in lines
    assert "3 otan/kosovo 69:70 value=3500|of=soldats%20de%2027%20pays|modifier=about B-figure" in lines
    assert "500 otan/kosovo 71:74 _ I-figure" in lines
    assert lines[0] == conll.DOCUMENT


def test_prodigy_tokens_and_spans_agree(tmp_path, texts):
    export("prodigy", tmp_path / "a.jsonl", texts)
    tasks = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [task["meta"]["document"] for task in tasks] == ["ministere/eau", "otan/kosovo"]
    for task in tasks:
        tokens = task["tokens"]
        assert [token["id"] for token in tokens] == list(range(len(tokens)))
        for token in tokens:
            assert task["text"][token["start"] : token["end"]] == token["text"]
        for span in task["spans"]:
            assert tokens[span["token_start"]]["start"] == span["start"]
            assert tokens[span["token_end"]]["end"] == span["end"]
    assert [(span["label"], span["value"]) for span in tasks[0]["spans"]] == [
        ("organisation", "ministère de l’Eau du Niger"),
        ("figure", "1500000..2000000 EUR"),
        ("programme", "programme Hydra"),
        ("figure", "40 %"),
    ]


def test_doccano_counts_as_a_browser_does(tmp_path, texts):
    export("doccano", tmp_path / "a.jsonl", texts)
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()]
    kosovo = lines[1]
    assert kosovo["document"] == "otan/kosovo"
    assert "\r" not in kosovo["text"]
    units = kosovo["text"].encode("utf-16-le")
    surfaces = [units[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in kosovo["label"]]
    assert surfaces == [one.text for one in mentions() if one.document == "otan/kosovo"]
    assert utf16_offsets("a🕊b") == [0, 1, 3, 4]


def test_label_studio_tasks_fit_the_interface(tmp_path, texts):
    from xml.etree import ElementTree

    path, interface = export("labelstudio", tmp_path / "a.json", texts)
    tasks = json.loads(path.read_text(encoding="utf-8"))
    tags = {tag.get("name"): tag for tag in ElementTree.parse(interface).iter() if tag.get("name")}
    kinds = {"labels": "Labels", "textarea": "TextArea", "choices": "Choices"}
    for task in tasks:
        text = task["data"]["text"]
        (prediction,) = task["predictions"]
        for item in prediction["result"]:
            tag = tags[item["from_name"]]
            assert tag.tag == kinds[item["type"]]
            assert tag.get("toName") == item["to_name"] == "text"
            value = item["value"]
            assert text[value["start"] : value["end"]] == value["text"] or item["type"] == "textarea"
            for chosen in value.get("labels", value.get("choices", ())):
                assert chosen in [option.get("value") for option in tag]
    labels = [i for task in tasks for i in task["predictions"][0]["result"] if i["type"] == "labels"]
    assert [(i["value"]["labels"], i["value"]["text"]) for i in labels] == [([m.kind], m.text) for m in mentions()]


def test_label_studio_in_its_own_library(tmp_path, texts):
    interfaces = pytest.importorskip("label_studio_sdk.label_interface")
    path, interface = export("labelstudio", tmp_path / "a.json", texts)
    checker = interfaces.LabelInterface(interface.read_text(encoding="utf-8"))
    for task in json.loads(path.read_text(encoding="utf-8")):
        assert checker.validate_prediction(task["predictions"][0], return_errors=True) == []


def test_brat_files(tmp_path, texts):
    export("brat", tmp_path / "brat", texts)
    names = sorted(p.relative_to(tmp_path / "brat").as_posix() for p in (tmp_path / "brat").rglob("*.*"))
    assert names == [
        "annotation.conf",
        "ministere/eau.ann",
        "ministere/eau.txt",
        "otan/kosovo.ann",
        "otan/kosovo.txt",
    ]
    text = (tmp_path / "brat/otan/kosovo.txt").read_bytes().decode()
    assert len(text) == len(sample.TEXTS["otan/kosovo"])
    lines = (tmp_path / "brat/otan/kosovo.ann").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "T1\torganisation 14 18\tOTAN"
    assert lines[1] == "#1\tAnnotatorNotes T1\tOrganisation du traité de l’Atlantique Nord"
    assert "A1\tmodifier T5 about" in lines
    assert "T7\tof 75 93\tsoldats de 27 pays" in lines
    assert "R1\tof Arg1:T5 Arg2:T7" in lines


def test_brat_cuts_spans_at_line_ends(tmp_path):
    text = "au Haut\r\n\tCommissariat\u2028ici"
    fields = {"name": "HC", "acronym": None, "entity": "hc", "wikidata": None, "subtype": None}
    record = sample.mention("d", text, "organisation", 3, 22, fields)
    folder = sample.write_documents(tmp_path / "documents", {"d": text})
    export("brat", tmp_path / "brat", Texts(folder), [record])
    line = (tmp_path / "brat/d.ann").read_text(encoding="utf-8").split("\n")[0]
    # The blank before the line end stands for the carriage return.
    assert line == "T1\torganisation 3 8;10 22\tHaut  Commissariat"


def test_brat_takes_any_ids_and_gives_them_back(tmp_path):
    ids = ["a", "a.txt/c", "a.ann/c", "annotation.conf/d", "../a", "/a", "é%2F", "x" * 300, "y/" * 600 + "z"]
    fields = {"name": "ONU", "acronym": None, "entity": "onu", "wikidata": None, "subtype": None}
    (tmp_path / "d.jsonl").write_text("\n".join(json.dumps({"id": name, "text": "l'ONU"}) for name in ids))
    records = [sample.mention(name, "l'ONU", "organisation", 2, 5, fields) for name in ids]
    export("brat", tmp_path / "brat", Texts(tmp_path / "d.jsonl"), records)
    found = dict(read_annotations(tmp_path / "brat", "brat"))
    assert {name: [mention.surface for mention in each] for name, each in found.items()} == {
        name: ["ONU"] for name in ids
    }


def test_folders_with_something_in_them_stay(tmp_path, texts):
    (tmp_path / "brat").mkdir()
    export("brat", tmp_path / "brat", texts)  # empty: taken
    before = (tmp_path / "brat/otan/kosovo.ann").read_bytes()
    with pytest.raises(OutputError, match="not empty"):
        export("brat", tmp_path / "brat", texts, records=RECORDS[:1])
    assert (tmp_path / "brat/otan/kosovo.ann").read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["brat", "documents"]  # noqa: PTH208


# What cannot be


def test_texts_are_found_by_id_or_by_what_they_say(tmp_path):
    folder = sample.write_documents(tmp_path / "d", {f"sub/{name}": t for name, t in sample.TEXTS.items()})
    export("conll", tmp_path / "a.conll", Texts(folder))
    lines = [json.dumps({"id": name, "text": text}) for name, text in sample.TEXTS.items()]
    (tmp_path / "d.jsonl").write_text("\n".join(lines))
    export("conll", tmp_path / "b.conll", Texts(tmp_path / "d.jsonl"))
    assert (tmp_path / "a.conll").read_bytes() == (tmp_path / "b.conll").read_bytes()


def test_changed_and_missing_texts_are_told(tmp_path):
    folder = sample.write_documents(tmp_path / "documents", {"otan/kosovo": "autre"})
    for records, message in (
        (RECORDS, "documents: the text of 'ministere/eau' is missing"),
        (RECORDS[5:], r"the text of 'otan/kosovo' is not the one the records were made from \(sha256 b?"),
    ):
        with pytest.raises(TextError, match=message):
            export("conll", tmp_path / "a.conll", Texts(folder), records)
    with pytest.raises(ExportError, match="mention otan/kosovo#14-18 does not fit its text"):
        export("conll", tmp_path / "a.conll", Texts(folder), RECORDS[6:])
    with pytest.raises(ExportError, match="name their folder with --documents"):
        export("conll", tmp_path / "a.conll")
    assert not (tmp_path / "a.conll").exists()


FIELDS = {"name": "N", "code": "NE"}


@pytest.mark.parametrize("name", ["conll", "docbin"])
def test_overlaps_are_refused_where_a_token_has_one_tag(tmp_path, name):
    text = "abc def"
    folder = sample.write_documents(tmp_path / "documents", {"d": text})
    found = [sample.mention("d", text, "country", start, end, FIELDS) for start, end in ((0, 7), (4, 7))]
    with pytest.raises(ExportError, match="mention d#4-7 overlaps the mention before it"):
        export(name, tmp_path / "out", Texts(folder), found)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["conll", "docbin", "prodigy", "brat"])
def test_white_space_at_the_edge_is_refused_where_it_would_be_lost(tmp_path, name):
    text = "abc\ndef"
    folder = sample.write_documents(tmp_path / "documents", {"d": text})
    with pytest.raises(ExportError, match="mention d#0-4 begins or ends with"):
        export(name, tmp_path / "out", Texts(folder), [sample.mention("d", text, "country", 0, 4, FIELDS)])


def test_a_document_that_comes_twice_is_refused(tmp_path, texts):
    with pytest.raises(ExportError, match="'ministere/eau' comes twice"):
        export("conll", tmp_path / "a", texts, [*RECORDS, *RECORDS])


def test_docbin_takes_texts_beyond_spacys_limit(tmp_path):
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    text = "Niger. " * 150_000
    folder = sample.write_documents(tmp_path / "documents", {"d": text})
    export("docbin", tmp_path / "a", Texts(folder), [sample.mention("d", text, "country", 0, 5, FIELDS)])
    (doc,) = DocBin().from_disk(tmp_path / "a").get_docs(spacy.blank("fr").vocab)
    assert len(doc.text) == len(text)
