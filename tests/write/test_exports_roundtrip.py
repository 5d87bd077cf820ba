"""Out and back: no span, no kind and no value is lost, whatever the text holds."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sample
from glane.evaluate.sides import read_mentions
from glane.gold import gold_of
from glane.read.annotations import ANNOTATION_FORMATS, Texts, read_annotations
from glane.write.formats import FORMATS, export_records
from glane.write.gold import write_gold

PIECES = [
    *(
        "OTAN",
        "l’",
        "é",
        "e\u0301",
        "🕊",
        "👨\u200d👩\u200d👧",
        "3\u202f500",
        "«",
        "»",
        ".",
        ",",
        "-",
        "%",
        "x=y|z",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\u00a0",
        "\u2028",
        "\x85",
        "\x0c",
        "\u200b",
        "\ufeff",
        "\U0010ffff",
        "#",
        "_",
    ),
    *("-DOCSTART-", "T1\tdate 0 4\tx", '"', "\\", "{", "<b>"),
]
VALUES = st.text(st.sampled_from("aé%|= .;🕊\"'\\#"), min_size=1, max_size=8).filter(lambda v: v.strip() == v)


@st.composite
def documents(draw):
    """A text and flat mentions in it that neither begin nor end with white space."""
    text = "".join(draw(st.lists(st.sampled_from(PIECES), max_size=25)))
    visible = [offset for offset, character in enumerate(text) if not character.isspace()]
    count = draw(st.integers(0, min(4, len(visible) // 2)))
    ends = sorted(draw(st.sets(st.sampled_from(visible), min_size=2 * count, max_size=2 * count)) if count else ())
    spans = [(ends[2 * i], ends[2 * i + 1] + 1) for i in range(count)]
    mentions = []
    for start, end in spans:
        if mentions and mentions[-1][2] > start:
            continue
        kind = draw(st.sampled_from(["organisation", "programme", "date", "figure", "country"]))
        mentions.append((kind, start, end, draw(VALUES), draw(st.sampled_from(visible))))
    return text, mentions


def make(document, text, found):
    records = []
    for kind, start, end, value, of in found:
        fields = {
            "organisation": {
                "name": value,
                "acronym": None,
                "entity": "e",
                "wikidata": None,
                "subtype": None,
            },
            "programme": {"name": value, "acronym": None, "entity": "e", "wikidata": None, "subtype": "plan"},
            "date": {
                "edtf": None if value == "a" else value,
                "earliest": None,
                "latest": None,
                "precision": None,
                "modifier": "mid",
            },
            "figure": {
                "value": 1.5,
                "low": 1.5,
                "high": 1.5,
                "unit": value,
                "quantity": "measure",
                "of": text[of : of + 1],
                "of_start": of,
                "of_end": of + 1,
                "modifier": "about",
            },
            "country": {"name": value, "code": "NE"},
        }[kind]
        records.append(sample.mention(document, text, kind, start, end, fields))
    return [sample.header(document, text, records), *records]


def round_trip(name, folder, texts, records, *, with_texts=True):
    path = folder / name
    export_records(records, FORMATS[name], path, texts=texts)
    return dict(read_annotations(path, name, texts if with_texts else None))


@pytest.mark.parametrize("name", ANNOTATION_FORMATS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents(), min_size=1, max_size=3))
def test_nothing_is_lost(name, drawn):
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        ids = [f"a/é b{number}%" for number in range(len(drawn))]
        texts = {identifier: text for identifier, (text, _) in zip(ids, drawn, strict=True)}
        lines = "".join(
            f'{{"id": {sample.json.dumps(identifier)}, "text": {sample.json.dumps(text)}}}\n'
            for identifier, text in texts.items()
        )
        (folder / "texts.jsonl").write_text(lines)
        records = [
            record
            for identifier, (text, found) in zip(ids, drawn, strict=True)
            for record in make(identifier, text, found)
        ]
        expected = {
            identifier: tuple(gold_of(r) for r in records if r.kind != "document" and r.document == identifier)
            for identifier in ids
        }
        found = round_trip(name, folder, Texts(folder / "texts.jsonl"), records)
        if name == "conll":  # a text without tokens has no line
            found = {identifier: found.get(identifier, ()) for identifier in ids}
        assert found == expected


@pytest.mark.parametrize("name", [name for name in ANNOTATION_FORMATS if name != "conll"])
def test_texts_come_with_the_format(tmp_path, name):
    texts = Texts(sample.write_documents(tmp_path / "documents", sample.TEXTS))
    found = round_trip(name, tmp_path, texts, sample.records(), with_texts=False)
    gold = [mention for each in found.values() for mention in each]
    assert gold == [gold_of(record) for record in sample.records() if record.kind != "document"]


@pytest.mark.parametrize("name", ANNOTATION_FORMATS)
def test_evaluation_sees_no_difference(tmp_path, name):
    texts = Texts(sample.write_documents(tmp_path / "documents", sample.TEXTS))
    found = round_trip(name, tmp_path, texts, sample.records())
    with (tmp_path / "gold.jsonl").open("wb") as stream:
        write_gold([mention for each in found.values() for mention in each], stream)
    records = sample.write_records(tmp_path / "records.jsonl", sample.records())
    sides = [
        [
            (m.document, m.kind, m.start, m.end, m.text, m.value, m.of, m.modifier)
            for each in read_mentions(path).values()
            for m in each
        ]
        for path in (records, tmp_path / "gold.jsonl")
    ]
    assert sides[0] == sides[1]
