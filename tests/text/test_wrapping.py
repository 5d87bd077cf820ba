"""Line ends in the middle of a sentence: which are read as blanks, and which stay."""

from __future__ import annotations

from pathlib import Path

import pytest

import glane_fr
from glane.rules.layout import WrapRow
from glane.rules.table import read_table
from glane.text.shadow import make_shadow
from glane.text.wrapping import join_lines, make_wraps
from growth import is_linear

WRAPS = make_wraps(read_table(Path(glane_fr.__file__).parent / "layout" / "wraps.tsv", WrapRow))


def joined(text: str) -> str:
    return join_lines(make_shadow(text), WRAPS).text


def lines_of(text: str) -> list[str]:
    return joined(text).split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "la Société des barrages\ndu Nord",
        "le ministère des Moulins\net des Canaux",
        "Le Conseil des\nMoulins est saisi.",
        "Réunion du\n15 mars 2021",
        "Le lac appartient à l’\nAgence des lacs.",
        "ARRÊTÉ DU CONSEIL DES\nMOULINS",
        "Le canal a coûté plus de 12\n% du budget.",
        "Le canal est ouvert depuis le 15\nmars 2021.",
        "Le port a coûté 2,5\nmillions d’euros.",
        "Le port compte 200\n000 quais.",
        "Le projet «\nMarémoule » est ouvert.",
        "Le projet « Marémoule\n» est ouvert.",
        "La société Digues &\nCanaux est ouverte.",
        "Les digues du canal que le Conseil a fait\nbâtir tiennent encore.",
        "Le Conseil a ouvert deux écluses à\nVillemoule",
        "- les écluses que le Conseil a ouvertes depuis\nhier",
        "L’Agence des lacs, qui a été fondée pour la\npêche, la navigation et le sel",
    ],
)
def test_a_line_that_goes_on_is_joined(text: str) -> None:
    assert joined(text) == make_shadow(text).text.replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "la Banque des lacs\nl’Union des ports",  # items that open with an article
        "agence des lacs\nagence des ports",
        "ministère des Moulins\nagence des ports\nsociété des barrages",
        "pour les pêcheurs\npour les meuniers",
        "Banque des lacs\nUnion des ports\nAgence des canaux",
        "Les membres sont :\nla Banque des lacs\nl’Union des ports",
        "Le Conseil délibère\n- de la pêche\n- du sel",
        "Le Conseil délibère\na) de la pêche\nb) du sel",
        "Le Conseil délibère\no de la pêche\no du sel",
        "Le Conseil délibère\n• de la pêche",
        "Le Conseil délibère.\net puis il se tait",
        "Le Conseil délibère ;\net puis il se tait",
        "Le Conseil « délibère. »\net puis il se tait",
        "Le ministère des Moulins\n\net des Canaux",
        "Le ministère des\n \nMoulins",
        "Moulins | 12 | de Villemoule\net 14 | de Valsec",
        "Moulins\t12 de\nCanaux\t14",
        "Moulins     12 de\nCanaux     14",
        "À la une\nLe Conseil des moulins délibère",
        "Vitamine A\nVitamine D",
        "Statut\nétabli",
        "Le Conseil favorise le déve-\nloppement des canaux",
        "Organe\nagence des ports\nStatut\nétabli",
        "De\nJeanne Meunier\nÀ\nJean Passeur\nObjet\nréunion du conseil",
        "Membres\nMinistère des Moulins et des Canaux\nOrganisation nationale des pêcheurs\nUnion des ports",
        "Mars 12\navril 15\nmai 20",
        "Juges\nmars 12",
        "Contexte\nLe Conseil des moulins a ouvert trois écluses sur le canal.",
        "Conseil des moulins\n12 rue du Canal\n99000 Villemoule",
        "----------------\nde la pêche",
        "Le Conseil\n# de la pêche",
        "1 Les eaux montaient\n2 Les eaux baissaient",
        "Le vent du nord a pris la barque du passeur\nLa pluie du soir a pris la maison du meunier\nLe fleuve a pris la vie",
        "",
        "\n",
        "\n\n",
    ],
)
def test_a_line_end_that_parts_stays(text: str) -> None:
    assert joined(text) == make_shadow(text).text


PARAGRAPH = """Le bilan du canal
Le Conseil des moulins a ouvert hier trois écluses sur le canal de
Villemoule. Elles ont été payées par l’Union des ports et la Banque
Centrale des lacs, qui avait prêté aussi au Fonds des digues quelque
argent il y a longtemps. Le Conseil en rendra compte au printemps à
tous les meuniers, dont les moulins tournent peu, devant l’Assemblée
Générale des ports.
Les suites du bilan
- rien n’est décidé"""


def test_a_paragraph_of_full_lines_is_joined_where_capitals_follow_too() -> None:
    lines = lines_of(PARAGRAPH)
    assert [line[:17] for line in lines] == [
        "Le bilan du canal",
        "Le Conseil des mo",
        "Les suites du bil",
        "- rien n'est déci",
    ]
    assert "la Banque Centrale des lacs" in lines[1]
    assert lines[1].endswith("l'Assemblée Générale des ports.")


def test_a_list_of_names_is_not_joined_because_one_of_its_lines_goes_on() -> None:
    names = ["Ministère des Moulins du Nord", "Organisation des pêcheurs du lac", "Union des ports, des digues"]
    assert lines_of("\n".join([*names, "et des canaux", "Agence du sel"])) == [
        *names[:2],
        f"{names[2]} et des canaux",
        "Agence du sel",
    ]


def test_titles_that_fill_their_lines_by_chance_are_not_joined() -> None:
    titles = [f"Le Conseil des moulins ouvre une écluse au point {number} du canal" for number in range(100, 120)]
    assert lines_of("\n".join(titles)) == titles


def test_a_narrow_column_is_joined_when_most_of_its_lines_surely_go_on() -> None:
    text = "En 2005 le Conseil\ndécide de porter son\neffort sur les digues\net les écluses du\ncanal."
    assert lines_of(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x0b", " \n", "\n   "])
def test_any_line_end_will_do_and_the_length_stays(end: str) -> None:
    text = f"le ministère des Moulins{end}et des Canaux"
    shadow = join_lines(make_shadow(text), WRAPS)
    assert shadow.text.split() == text.split()
    assert "\n" not in shadow.text
    assert len(shadow.text) == len(text)


def test_offsets_lead_back_where_accents_are_composed() -> None:
    source = "le ministe\u0300re des\nMoulins"
    shadow = join_lines(make_shadow(source), WRAPS)
    start = shadow.text.index("des Moulins")
    first, last = shadow.to_source(start, start + len("des Moulins"))
    assert source[first:last] == "des\nMoulins"


def test_a_text_without_line_ends_is_the_same_shadow() -> None:
    shadow = make_shadow("Le Conseil des moulins")
    assert join_lines(shadow, WRAPS) is shadow


@pytest.mark.parametrize(
    "unit", ["de\n", "le canal que le Conseil a ouvert hier\n", "A\n", "«\n", "12 \n", "\n", " ", "-", "» ", "a\r\n"]
)
def test_time_is_linear(unit: str) -> None:
    assert is_linear(joined, unit, size=20_000)
