from __future__ import annotations

import datetime

import pytest

from glane.read import FORMATS
from glane.read.formats import parse

MARKDOWN = next(one for one in FORMATS if one.name == "Markdown")


def read(text):
    return parse(MARKDOWN, text.encode())


def test_blocks_come_without_their_marks():
    text = """# Le *plan* Hydra

Le ministère de l’**Eau** a promis
3\u202f500 [forages](https://exemple.org/2019 "1999") le `3 mars`,\\
à Niamey.

- Niger
  - Zinder &amp; Maradi
* Mali

1. un

> Une citation

| Pays | Date |
|------|-----:|
| Niger | mars |
| Mali | 2021 |

```
du code
```
![Carte du Niger](carte.png)
"""
    assert read(text).text.splitlines() == [
        "Le plan Hydra",
        "",
        "Le ministère de l’Eau a promis 3\u202f500 forages le 3 mars,",
        "à Niamey.",
        "",
        "- Niger",
        "- Zinder & Maradi",
        "",
        "- Mali",
        "",
        "- un",
        "",
        "Une citation",
        "",
        "Pays | Date",
        "Niger | mars",
        "Mali | 2021",
        "",
        "du code",
        "",
        "Carte du Niger",
    ]


def test_notes_come_without_their_marks():
    text = """Le Niger a 12 forages[^1], *et*[^2] 3 puits[^puits].
`[^a-z]` reste.

[^1]: Rapport 2021.
[^2]: https://exemple.org/2019
[^puits]: Au *sud*, [voir][lien].
Suite.

[lien]: https://exemple.org/2020
"""
    assert read(text).text.splitlines() == [
        "Le Niger a 12 forages, et 3 puits. [^a-z] reste.",
        "",
        "Rapport 2021.",
        "https://exemple.org/2019",
        "Au sud, voir. Suite.",
    ]


def test_a_note_that_is_an_address_is_no_link():
    text = "Le Niger[^1] en 2021.\n\n[^1]: https://exemple.org/2019\n[lien]: /x\n"
    assert read(text).text.splitlines()[0] == "Le Niger en 2021."


def test_a_line_end_behind_a_hyphen_stays():
    assert read("Le port a reçu 3 mil-\nlions d’euros -\nen *tout*-\net hier.").text == (
        "Le port a reçu 3 mil-\nlions d’euros - en tout-\net hier.\n"
    )


def test_pages_in_markdown_lose_their_tags():
    text = "<style>\np { color: red }\n\n</style>\n<!-- caché -->\n<div>\n<h2>Le plan</h2><p>Le <b>Niger</b></p></div>\n\nFin"
    assert read(text).text.split() == ["Le", "plan", "Le", "Niger", "Fin"]
    assert "plan\n" in read(text).text


def test_front_matter_is_metadata():
    text = """---
title: "Le plan Hydra"
date: 2021-03-18 10:00:00 +01:00
author: Awa Diop
tags: [eau, 12, {a: 1}]
published: true
score: .nan
image: {url: x}
---
Le Niger
"""
    found = read(text)
    assert (found.text, found.title, found.date) == ("Le Niger\n", "Le plan Hydra", datetime.date(2021, 3, 18))
    assert found.metadata == {"author": "Awa Diop", "tags": ["eau", 12], "published": True, "score": None}


@pytest.mark.parametrize(
    "front",
    [
        "---\nUn texte entre deux traits\n---\n",
        "---\n[[[[\n---\n",
        "---\n" + "[" * 3_000 + "\n---\n",
        "---\n!!python/object/apply:os.system [ls]\n---\n",
        "---\ntitle: x\n",
    ],
)
def test_what_is_no_front_matter_is_text(front):
    found = read(f"{front}\nLe Niger\n")
    assert (found.title, found.metadata) == (None, {})
    assert found.text.endswith("Le Niger\n")


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("---\ntitle: Le plan : l'eau: [\n---\n", "cannot be read as YAML"),
        ("---\n# plan\n\ntitle: x\ndate: 2021-03-18\n", "has no end, or is longer than 4,000 characters"),
        (f"---\ntitle: {'x' * 4_000}\n---\n", "has no end, or is longer than 4,000 characters"),
    ],
)
def test_front_matter_that_cannot_be_read_is_remarked(front, why):
    found = read(f"{front}\nLe Niger\n")
    assert found.remarks == (f"its front matter {why}: it is read as text",)
    assert found.date is None


@pytest.mark.parametrize(
    "text", ["---\nUn texte : deux traits\n---\n", "---\n\n# Titre\n", "---\ntitle: x\n---\n", "title: x\n"]
)
def test_a_rule_above_a_text_is_no_front_matter(text):
    assert read(text).remarks == ()


@pytest.mark.parametrize("date", ["1970-01-01", "hier", "12", "[2021]"])
def test_dates_of_front_matter_that_cannot_be(date):
    assert read(f"---\ndate: {date}\n---\nLe Niger").date is None


@pytest.mark.parametrize(
    ("date", "kept"), [("4 juin 2017", "4 juin 2017"), ("1970-01-01", "1970-01-01"), ("[2017, 2018]", [2017, 2018])]
)
def test_a_date_that_cannot_be_read_stays_in_the_metadata_with_a_remark(date, kept):
    found = read(f"---\ndate: {date}\nlieu: Ouro\n---\nLe Niger")
    assert (found.date, found.metadata) == (None, {"date": kept, "lieu": "Ouro"})
    (remark,) = found.remarks
    assert "is no ISO date from 1990 to 2099: it is left in the metadata" in remark


def test_an_empty_date_is_no_date_and_no_remark():
    found = read("---\ndate:\nlieu: Ouro\n---\nLe Niger")
    assert (found.date, found.metadata, found.remarks) == (None, {"lieu": "Ouro"}, ())


def test_front_matter_that_multiplies_itself_is_cut():
    rows = "".join(
        f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert read(f"---\na: &a [x]\n{rows}---\nLe Niger").metadata == {"a": ["x"], **{one: [] for one in "bcdefghi"}}
