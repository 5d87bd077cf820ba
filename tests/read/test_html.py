from __future__ import annotations

import datetime
import socket

import pytest

from glane.read import FORMATS, InputError
from glane.read.formats import parse

trafilatura = pytest.importorskip("trafilatura")

HTML = next(one for one in FORMATS if one.name == "HTML")
FILLING = (
    "<p>Le ministère de l’Eau a lancé un programme de forages qui durera cinq ans et qui concernera toutes les régions du "
    "pays, à commencer par celles que la sécheresse a touchées.</p>"
)
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le plan Hydra - Ministère de l’Eau</title>
<meta name="author" content="Awa Diop"><meta property="article:published_time" content="2021-03-18T10:00:00+01:00">
<link rel="canonical" href="https://www.exemple.org/actu/plan"></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/actus">Actualités 1997</a></li></ul></nav>
<script>document.write("<p>Écrit par un script en 1999</p>")</script><style>p {{ color: red }}</style>
<main><article><h1>Le plan Hydra</h1>{FILLING}
<p>Le 3&nbsp;mars, il a promis 3&#8239;500&nbsp;forages<sup><a href="#n1">1</a></sup> le 1<sup>er</sup> avril&nbsp;;
«&nbsp;l’admi&shy;nis&shy;tration&nbsp;» suit.<br>Une deuxième ligne.</p>
<h2>Où et quand</h2><ul><li>Niger&nbsp;: 1&#x202f;200 forages</li><li>Mali<ul><li>Kidal</li></ul></li></ul>
<table><tr><th>Pays</th><th>Date</th></tr><tr><td>Niger</td><td>mars</td></tr>
<tr><td>Tchad<br>Sud</td><td><p>1<sup>er</sup> mai</p><p>2021</p></td></tr></table></article></main></body></html>"""


def read(page: str | bytes):
    return parse(HTML, page.encode() if isinstance(page, str) else page)


def test_the_main_text_has_a_block_a_line():
    lines = read(PAGE).text.splitlines()
    assert lines[0] == "Le plan Hydra"
    assert lines[4:] == [
        "Le 3\u00a0mars, il a promis 3\u202f500\u00a0forages le 1er avril\u00a0; «\u00a0l’administration\u00a0» suit.",
        "Une deuxième ligne.",
        "",
        "Où et quand",
        "",
        "- Niger\u00a0: 1\u202f200 forages",
        "- Mali",
        "- Kidal",
        "",
        "Pays | Date",
        "Niger | mars",
        "Tchad Sud | 1er mai 2021",
    ]


def test_scripts_styles_and_navigation_are_no_text():
    text = read(PAGE).text
    assert not [word for word in ("script", "1999", "color", "1997", "Accueil") if word in text]


def test_metadata_are_taken_from_the_head():
    found = read(PAGE)
    assert (found.title, found.date) == ("Le plan Hydra", datetime.date(2021, 3, 18))
    assert found.metadata == {
        "author": "Awa Diop",
        "url": "https://www.exemple.org/actu/plan",
        "sitename": "exemple.org",
    }


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<h1>Bilan du 3 mars 2019</h1><p class=date>3 mars 2019</p><time datetime=2019-03-03>hier</time>"),
        ('<meta name="date" content="1970-01-01">', ""),
        ('<meta name="date" content="2150-01-01">', ""),
        ('<meta name="date" content="hier">', ""),
    ],
)
def test_a_date_in_the_text_or_an_implausible_one_is_not_that_of_the_page(head, body):
    assert read(f"<html><head>{head}</head><body>{body}{FILLING}</body></html>").date is None


def test_a_date_in_linked_data_is_that_of_the_page():
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-05-06"}</script>'
    assert read(f"<html><body>{FILLING}{data}</body></html>").date == datetime.date(2020, 5, 6)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="iso-8859-15">', "iso-8859-15"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">', "windows-1250"),
        ('<meta charset="no-such-thing">', "windows-1252"),
        ('<meta charset="hex">', "windows-1252"),
        ("", "utf-16"),
    ],
)
def test_encodings(declared, encoding):
    page = f"<html><head>{declared}</head><body><p>Le marché européen de l'énergie</p></body></html>"
    assert read(page.encode(encoding)).text == "Le marché européen de l'énergie\n"


def test_short_and_empty_pages():
    assert read("<p>Le Niger").text == "Le Niger\n"
    assert read("").text == read("<html><script>x</script></html>").text == ""


def test_what_is_no_character_is_replaced_or_left_out():
    assert read("<p>Le\0 Niger &#xD800;&#0;| fin</p>").text.replace("\ufffd", "").startswith("Le Niger")
    read("<p>&#xD800;").text.encode()


def test_tables_that_lay_out_a_page_are_no_rows():
    page = f"<table><tr><td><ul><li>Accueil</li></ul></td><td><h1>Titre</h1>{FILLING}</td></tr></table>"
    assert " | " not in read(page).text


def test_a_long_page_is_taken_whole_but_for_navigation():
    page = f"<body><nav>Menu</nav><h1>Titre</h1>{FILLING * 7000}<p>Fin</p></body>"
    lines = read(page).text.split("\n\n")
    assert (lines[0], lines[-1], len(lines)) == ("Titre", "Fin\n", 7002)


def test_tags_that_are_never_closed_do_not_hide_the_text():
    assert read("<h1>Titre</h1>" + "<p><font><b>Le Niger. " * 1000).text.count("Le Niger.") == 1000


def test_a_page_nested_too_deeply_is_told():
    with pytest.raises(InputError, match="cannot be read as HTML: Excessive depth") as told:
        read("<div>" * 10_000 + "Le Niger")
    assert told.value.code == "damaged"


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_):
        pytest.fail("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    remote = '<!DOCTYPE html SYSTEM "http://exemple.org/a.dtd"><base href="http://exemple.org/">'
    sources = '<img src="http://exemple.org/a.png"><iframe src="http://exemple.org/"></iframe>'
    assert "ministère de l’Eau" in read(f"{remote}{sources}{FILLING}").text
