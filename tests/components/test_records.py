"""From mentions to records: places, sentences, sections, values."""

from __future__ import annotations

from components.extracting import document_of, extract, mentions_of

TEXT = """# Le bilan de l'année
L'OTAN compte 32 pays. M. Adou l'a dit à Niamey, au Niger.

2. Les forces
La KFOR reste. Elle compte environ 4 000 soldats… L'ONU aussi :
- le Tchad ;
- le Mali.
"""


def test_each_mention_has_its_sentence_and_its_section() -> None:
    assert [(one.text, one.sentence, one.section) for one in mentions_of(TEXT)] == [
        ("OTAN", "L'OTAN compte 32 pays.", "Le bilan de l'année"),
        ("32", "L'OTAN compte 32 pays.", "Le bilan de l'année"),
        ("Niger", "M. Adou l'a dit à Niamey, au Niger.", "Le bilan de l'année"),
        ("KFOR", "La KFOR reste.", "2. Les forces"),
        ("4 000", "Elle compte environ 4 000 soldats…", "2. Les forces"),
        ("ONU", "L'ONU aussi :", "2. Les forces"),
        ("Tchad", "- le Tchad ;", "2. Les forces"),
        ("Mali", "- le Mali.", "2. Les forces"),
    ]


def test_a_heading_is_its_own_sentence_and_stands_in_the_section_above() -> None:
    first, second = mentions_of("Le Niger en tête\n\nLe Tchad ensuite\n")
    assert (first.sentence, first.section) == ("Le Niger en tête", None)
    assert (second.sentence, second.section) == ("Le Tchad ensuite", "Le Niger en tête")


def test_a_sentence_without_an_end_is_cut_around_its_mention() -> None:
    text = "mot " * 2_000 + "au Niger " + "mot " * 2_000
    (niger,) = mentions_of(text)
    assert len(niger.sentence) == 2_005
    assert niger.sentence[1_000:1_005] == "Niger"


def test_an_id_names_the_document_and_the_place() -> None:
    niger, tchad = mentions_of("Niger, Tchad")
    assert (niger.id, niger.document, tchad.id) == ("d#0-5", "d", "d#7-12")


def test_who_gives_money_is_not_what_it_is() -> None:
    text = "Le fonds a reçu 3 M€ de l'UE et 500 000 euros de subventions ; il aide 12 écoles du Niger."
    found = [(one.text, one.of) for one in mentions_of(text) if one.kind == "figure"]
    assert found == [("3 M€", None), ("500 000 euros", "subventions"), ("12", "écoles")]


def test_figures_say_where_what_they_count_stands() -> None:
    text = "Un dont de 12 000 tonnes, e\u0301te\u0301 de 3 à 5 pays, un tiers des élèves, 1,5 %."
    found = [
        (one.text, one.value, one.low, one.high, one.unit, one.of) for one in mentions_of(text) if one.kind == "figure"
    ]
    assert found == [
        ("12 000 tonnes", 12000, 12000, 12000, "t", None),
        ("3 à 5", None, 3, 5, None, "pays"),
        ("un tiers", 0.3333, 0.3333, 0.3333, None, "élèves"),
        ("1,5 %", 1.5, 1.5, 1.5, "%", None),
    ]
    assert all(
        text[one.of_start : one.of_end] == one.of for one in mentions_of(text) if one.kind == "figure" and one.of
    )
    numbers = [one.value for one in mentions_of(text) if one.kind == "figure"]
    assert [type(number) for number in numbers] == [int, type(None), float, float]


def test_dates_have_their_edges() -> None:
    since, until, around = mentions_of("Depuis mars 2019, jusqu'en 2021, vers 1960.")
    assert (since.edtf, since.earliest, since.latest, since.precision) == ("2019-03/..", "2019-03-01", None, "interval")
    assert (until.edtf, until.earliest, until.latest, until.precision) == ("../2021", None, "2021-12-31", "interval")
    assert (around.edtf, around.earliest, around.latest, around.precision) == (
        "1960~",
        "1960-01-01",
        "1960-12-31",
        "year",
    )
    (unanchored,) = mentions_of("L'an dernier.")
    assert (unanchored.edtf, unanchored.earliest, unanchored.latest, unanchored.precision) == (None, None, None, None)


def test_one_entity_for_all_mentions_of_a_thing() -> None:
    text = "L’Agence des balises de mer (ABM) publie. L’ABM recrute ; l’Agence des balises de mer aussi. L’Agence dort."
    names = [(one.text, one.name, one.acronym, one.entity, one.subtype) for one in mentions_of(text)]
    rest = ("Agence des balises de mer", "ABM", "organisation:agence-des-balises-de-mer", "agency")
    assert names == [
        ("Agence des balises de mer", *rest),
        ("ABM", *rest),
        ("ABM", *rest),
        ("Agence des balises de mer", *rest),
        ("Agence", *rest),
    ]


def test_a_programme_with_the_acronym_of_an_organisation_has_no_subtype_of_an_organisation() -> None:
    found = mentions_of("Le Programme d'appui aux marchés (PAM) aide le Niger. Le PAM emploie dix agents.")
    assert {one.subtype for one in found if one.kind == "programme"} == {"programme"}
    assert found[0].text == "Programme d'appui aux marchés"


def test_the_document_record_counts() -> None:
    head, *mentions = extract(TEXT)
    assert head.kind == "document"
    assert head.mentions.model_dump() == {"organisation": 2, "programme": 1, "date": 0, "figure": 2, "country": 3}
    assert (head.characters, head.source, len(mentions)) == (len(TEXT), "d.txt", 8)
    assert document_of("").sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_wrapped_line_is_one_sentence_and_its_name_one_name() -> None:
    text = "Le bilan du ministère\nde la Santé\n\nLe Niger a saisi le ministère des\nAffaires étrangères le 15\nmars 2021.\n"
    assert [(one.kind, one.text, one.section) for one in mentions_of(text)] == [
        ("organisation", "ministère\nde la Santé", None),
        ("country", "Niger", "Le bilan du ministère de la Santé"),
        ("organisation", "ministère des\nAffaires étrangères", "Le bilan du ministère de la Santé"),
        ("date", "15\nmars 2021", "Le bilan du ministère de la Santé"),
    ]
    first, *others = mentions_of(text)
    assert first.sentence == "Le bilan du ministère\nde la Santé"
    assert {one.sentence for one in others} == {text.split("\n\n")[1].strip()}
    assert all(text[one.start : one.end] == one.text for one in mentions_of(text))
    assert [one.name for one in mentions_of(text) if one.kind == "organisation"] == [
        "ministère de la Santé",
        "ministère des Affaires étrangères",
    ]


def test_a_number_whose_noun_was_said_before_counts_the_same() -> None:
    text = "Le comité a vu 24 dossiers à Paris et 12 à Lyon, contre 9 la semaine précédente."
    assert [(one.value, one.of) for one in mentions_of(text) if one.kind == "figure"] == [
        (24, "dossiers"),
        (12, "dossiers"),
        (9, None),
    ]


def test_a_rule_names_no_entity_but_that_of_the_record() -> None:
    text = "Au Mali, le ministère des Affaires sociales recrute. Au Burkina Faso, le Fonds pour l'innovation de l'OTAN paie."
    named = [one for one in mentions_of(text) if one.kind in {"organisation", "programme"}]
    assert [(one.rule, one.entity) for one in named] == [
        ("head:ministere", "organisation:ministere-des-affaires-sociales"),
        ("head:fonds", "programme:fonds-pour-l-innovation"),
        ("kb:otan", "otan"),
    ]


def test_bodies_of_one_name_are_told_apart_by_their_owners() -> None:
    text = (
        "La commission des affaires sociales du Sénat et la commission des affaires sociales de l'Assemblée nationale "
        "votent. La commission des affaires sociales siège."
    )
    entities = [one.entity for one in mentions_of(text) if one.kind == "organisation" and one.rule == "head:commission"]
    assert entities == [
        "organisation:commission-des-affaires-sociales-du-senat",
        "organisation:commission-des-affaires-sociales-de-l-assemblee-nationale",
        "organisation:commission-des-affaires-sociales-de-l-assemblee-nationale",
    ]


def test_an_acronym_is_written_as_in_the_document_and_is_not_the_name_in_capitals() -> None:
    named = [one for one in mentions_of("L'ARCEP décide. BPIFRANCE paie.") if one.kind == "organisation"]
    assert [(one.entity, one.acronym) for one in named] == [("arcep", "ARCEP"), ("bpifrance", None)]
