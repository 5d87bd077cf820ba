"""Hyphens at line ends: which break a word, which belong to it, and which end a line."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

import glane_fr
from glane.components.state import resources_for
from glane.rules.layout import WrapRow
from glane.rules.table import read_table
from glane.text.broken import read_on
from glane.text.shadow import Shadow, make_shadow
from glane.text.wrapping import make_wraps
from growth import is_linear

WRAPS = make_wraps(read_table(Path(glane_fr.__file__).parent / "layout" / "wraps.tsv", WrapRow))
DICTIONARY = resources_for([]).dictionary


def shadow_of(text: str) -> Shadow:
    return read_on(make_shadow(text), WRAPS, lambda: DICTIONARY.spelling)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # words that the rules know
        ("Il coûte 7 mil-\nliards.", "Il coûte 7 milliards."),
        ("en sep-\ntembre", "en septembre"),
        ("le minis-\ntère", "le ministère"),
        ("le vice-prési-\ndent", "le vice-président"),
        ("LE MINIS-\nTÈRE", "LE MINISTÈRE"),
        ("Orga-\nnisation", "Organisation"),
        ("l’orga-\n  nisation", "l'organisation"),
        ("le minis-  \r\ntère", "le ministère"),
        ("le minis\u2010\ntère", "le ministère"),
        ("le minis\u00ad\ntère", "le ministère"),
        ("le minis\u00ac\ntère", "le ministère"),
        ("le minis-\n\ftère", "le ministère"),
        ("a | le minis-\ntère", "a | le ministère"),
        # words of the document
        ("Le dro-\nbonnet des drobonnets, ou drobonnet", "Le drobonnet des drobonnets, ou drobonnet"),
        ("Le dro-\nbonnet, ou dro-bonnet", "Le dro-bonnet, ou dro-bonnet"),
        ("DRO-\nBONNETS, ou drobonnets", "DROBONNETS, ou drobonnets"),
        # known with a hyphen, or two words
        ("en Nouvelle-\nZélande", "en Nouvelle-Zélande"),
        ("la vice-\nprésidente", "la vice-présidente"),
        ("Hier le porte-\nparole du conseil des moulins", "Hier le porte-parole du conseil des moulins"),
        ("Ces vingt-\ndeux moulins", "Ces vingt-deux moulins"),
        ("Hier le conseil, c’est-à-\ndire les moulins", "Hier le conseil, c'est-à-dire les moulins"),
        ("les accords franco-\nallemands", "les accords franco-allemands"),
        # neither known, small letters on both sides of a full line
        ("Le conseil a vu le bardouf-\nlage des moulins", "Le conseil a vu le bardouflage des moulins"),
        ("Il a vu Bardouf-\nligny ce matin", "Il a vu Bardoufligny ce matin"),
        # a capital or a digit behind the hyphen of a full line
        ("Le conseil siège à Bardouf-\nLes-Moulins", "Le conseil siège à Bardouf-Les-Moulins"),
        ("Le conseil a siégé en 2018-\n2019 à Bardouf.", "Le conseil a siégé en 2018-2019 à Bardouf."),
        ("LE CONSEIL DE BARDOUF-\nZOLÉ", "LE CONSEIL DE BARDOUF-ZOLÉ"),
        # two on end
        ("le minis-\ntère de l’agri-\nculture", "le ministère de l'agriculture"),
    ],
)
def test_a_word_is_read_over_its_line_end(text: str, read: str) -> None:
    for source in (text, unicodedata.normalize("NFD", text)):
        shadow = shadow_of(source)
        assert shadow.text == read
        assert "".join(source[slice(*shadow.to_source(i, i + 1))] for i in range(len(read))).replace("\n", "")
        assert shadow.to_source(0, len(read)) == (0, len(source))


@pytest.mark.parametrize(
    "text",
    [
        "Achats-\nventes\nDons-\nlegs et dotations du conseil",  # short lines beside a longer one
        "- des moulins -\nbarques",
        "Les pages\n- 12 -\ndu bilan",
        "Les pages 11-\n12\n",
        "Le conseil a siégé de 2018-\n2019",
        "Le conseil des moulins a vu-\n\nles barques",
        "Le conseil des moulins délibère sur le volet-\na) des barques",
        "Le conseil des moulins délibère sur le volet-\n- des barques",
        "Le conseil des moulins délibère sur le volet-\n(barques)",
        "Le bardouf du conseil      le zol-\nzobard du canal   barques",  # columns, read across
        "Moulins | le zol-\nzobard | 12",
        "Le conseil —\nou bardouf",
        "-\nbarque",
        "--\nbarque",
        "mou-",
        "mou-\n",
    ],
)
def test_a_line_that_may_end_in_a_hyphen_stays(text: str) -> None:
    assert shadow_of(text).text.count("\n") == make_shadow(text).text.count("\n")


NARROW = """Le conseil a vu
hier bien des gra-
doufles, et tous
les meuniers."""


def test_the_lines_of_a_narrow_column_are_as_long_as_those_beside_them() -> None:
    assert "gradoufles" in shadow_of(NARROW).text


def test_lines_with_broken_words_go_on_like_the_others() -> None:
    whole = "Le conseil des moulins a ouvert hier trois écluses sur le canal de\nVillemoule. Elles ont été payées par l’Union"
    broken = "Le conseil des moulins a ouvert hier trois écluses sur le ca-\nnal de Villemoule. Elles ont été payées par\nl’Union"
    assert shadow_of(broken).text == make_shadow(whole).text.replace("\n", " ")


def test_offsets_lead_there_and_back() -> None:
    shadow = shadow_of("Au minis-\ntère, en Nouvelle-\nZélande.")
    assert shadow.text == "Au ministère, en Nouvelle-Zélande."
    assert shadow.to_source(3, 12) == (3, 14)
    assert shadow.to_source(3, 8) == (3, 8)
    assert shadow.to_source(8, 12) == (10, 14)
    assert shadow.quote(3, 12) == "ministère"
    assert shadow.quote(17, 33) == "Nouvelle-Zélande"
    assert [shadow.without_gaps(offset) for offset in (3, 7, 8, 9, 10, 14, 35)] == [3, 7, 8, 8, 8, 12, 32]


def test_a_text_without_broken_words_asks_for_no_word() -> None:
    def refuse() -> None:
        raise AssertionError

    text = "Le vice-président\n- du conseil\n– des moulins"
    assert read_on(make_shadow(text), WRAPS, refuse).text == make_shadow(text).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "unit",
    [
        "mou-\n",
        "le minis-\ntère ",
        "a-\n",
        "-\n",
        "- \n ",
        "zol-\nzobard\n",
        "12-\n",
        "x" * 50 + "-\n",
        "z-" * 9 + "\n",
    ],
)
def test_time_is_linear(unit: str) -> None:
    assert is_linear(shadow_of, unit)


@pytest.mark.parametrize("unit", ["a", " ", "-", "mou-", "a - "])
def test_time_is_linear_in_a_line(unit: str) -> None:
    assert is_linear(lambda line: shadow_of(f"le minis-\ntère{line}-\nx"), unit)
