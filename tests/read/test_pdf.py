from __future__ import annotations

import datetime

import pytest

from components.extracting import mentions_of
from glane.read import FORMATS, InputError
from glane.read.formats import parse
from hostile_files import encrypted_pdf, looping_pdf
from pdf_files import column, make_pdf

pytest.importorskip("pypdfium2")

PDF = next(one for one in FORMATS if one.name == "PDF")
WIDE = [
    "Le ministère de l’Eau a lancé le 3 mars 2021 un programme qui durera cinq ans et",
    "concernera toutes les régions du pays, à commencer par celles que la sécheresse a",
    "touchées.",
]


def read(*pages, **options):
    return parse(PDF, make_pdf(*pages, **options))


def paragraphs(*pages):
    return read(*pages).text.split("\n\n")[:-1]


def test_pages_begin_where_their_text_begins():
    found = read(column("Première page"), [], column("Troisième page", "Suite"))
    assert found.text == "Première page\n\nTroisième page\n\nSuite\n\n"
    assert found.pages == (0, 15, 15)
    assert found.remarks == ("1 of its 3 pages hold no text: blank or scanned",)


def test_lines_of_a_paragraph_are_joined():
    assert paragraphs(column(*WIDE)) == [" ".join(WIDE)]


@pytest.mark.parametrize(
    "page",
    [
        [*column("Le plan", size=18), *column(*WIDE, top=730)],
        column("Le plan Hydra", *WIDE),
        [*column(*WIDE), *column("Un autre", top=690)],
        [
            *column(*WIDE[:2]),
            *column("Un autre commence en retrait, et va jusqu’à la marge de droite", top=732, left=90),
        ],
        column(*WIDE, "- le Niger", "- le Mali"),
        column(*WIDE[:2], "2) le Niger"),
    ],
)
def test_what_is_no_paragraph_stays_apart(page):
    found = paragraphs(page)
    written = [text for _, _, _, text in page]
    assert 1 < len(found) < len(written) or written == ["Le plan", *WIDE]
    assert " ".join(found).split() == " ".join(written).split()
    assert [written[0], *WIDE[:1]] != [" ".join(written[:2])]
    for line in ("Le plan", "Le plan Hydra", "Un autre", "- le Niger", "- le Mali", "2) le Niger"):
        assert line not in written or line in found


def test_cells_of_a_row_stay_apart():
    rows = [("Pays", "Date", "Montant"), ("Niger", "12", "mars"), ("Congo démocratique", "2021", "3 %")]
    page = [
        (left, 700 - 14 * n, 11, cell)
        for n, row in enumerate(rows)
        for left, cell in zip((72, 250, 350), row, strict=True)
    ]
    assert paragraphs(page) == ["Pays | Date | Montant", "Niger | 12 | mars", "Congo démocratique | 2021 | 3 %"]


def test_columns_are_not_read_across():
    left = column("Le Niger a reçu une aide de", "l’Union européenne en 2020.", left=72)
    right = column("Le Mali attend la sienne ; la", "Mauritanie a refusé.", left=320)
    assert not [line for line in paragraphs(left + right) if "Niger" in line and "Mali" in line]


def test_words_broken_at_line_ends_are_mended_as_the_document_spells_them():
    broken = column(
        "Depuis mars 2019, le vice-président de l’administration et les sous-",
        "préfets, avec l’adminis-",
        "tration des eaux, la vice-",
        "présidente, les États-",
        "Unis, et le minis-",
        "tère.",
    )
    told = column("L’administration et les sous-préfets ont parlé à la vice-présidente du ministère.", top=400)
    [first, _] = paragraphs(broken + told)
    assert first.endswith(
        "sous-préfets, avec l’administration des eaux, la vice-présidente, les États-Unis, et le ministère."
    )


def test_words_keep_hyphen_and_line_end_where_nothing_says_that_words_are_broken():
    assert paragraphs(
        column("Il a rencontré le vice-", "président du conseil des Mou-", "Lins et des pê-", "ches.")
    ) == ["Il a rencontré le vice-\nprésident du conseil des Mou-Lins et des pê-\nches."]


def test_a_broken_word_gives_the_value_that_it_has_whole():
    found = read(
        column(
            "Le 9 sep-",
            "tembre 2020, le Fonds d’appui aux pêcheries (FAP) a versé 4,5 mil-",
            "liards d’euros au Comité natio-",
            "nal des pêches et au port de Pointe-",
            "Noire, en Nouvelle-",
            "Zélande.",
        )
    )
    mentions = mentions_of(found.text)
    assert [(one.text, value_of(one)) for one in mentions] == [
        ("9 sep-\ntembre 2020", "2020-09-09"),
        ("Fonds d’appui aux pêcheries", "Fonds d'appui aux pêcheries"),
        ("FAP", "Fonds d'appui aux pêcheries"),
        ("4,5 mil-\nliards d’euros", 4_500_000_000),
        ("Comité natio-\nnal des pêches", "Comité national des pêches"),
        ("Nouvelle-Zélande", "NZ"),
    ]
    assert {one.section for one in mentions} == {None}
    assert len({one.sentence for one in mentions}) == 1


def value_of(mention):
    for field in ("edtf", "value", "code", "name"):
        if getattr(mention, field, None) is not None:
            return getattr(mention, field)
    return None


def test_ligatures_are_letters_again():
    assert paragraphs(column("Le bureau des ﬁnances, en ﬂèche : l’eﬀort du cœur")) == [
        "Le bureau des finances, en flèche : l’effort du cœur"
    ]


def test_metadata():
    info = {"Title": "Rapport d’été", "Author": "Awa Diop", "CreationDate": "D:20210318120000+01'00'"}
    found = read(column("Le Niger"), info=info)
    assert (found.title, found.date) == ("Rapport d’été", datetime.date(2021, 3, 18))
    assert found.metadata == {"author": "Awa Diop"}


@pytest.mark.parametrize("date", ["D:19700101000000Z", "D:20219918", "hier", ""])
def test_a_date_that_cannot_be_is_none(date):
    assert read(column("Le Niger"), info={"CreationDate": date}).date is None


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (make_pdf([]), "no-text", "its page holds no text, only pictures: scanned, it needs text recognition"),
        (make_pdf([], []), "no-text", "its 2 pages hold no text"),
        (encrypted_pdf(), "encrypted", "is encrypted: save it without a password first"),
        (looping_pdf(), "too-large", "has 1,000,000 pages, more than 20,000"),
        (make_pdf(column("Le Niger"))[:300], "damaged", "cannot be read as PDF"),
        (b"%PDF-1.7\n" + b"\0\xff" * 1000, "damaged", "cannot be read as PDF"),
        (b"", "damaged", "cannot be read as PDF"),
        (
            b"PK\x03\x04" + bytes(99),
            "binary",
            "is a ZIP archive or an office document, not PDF: name it .docx if it is",
        ),
        (b"\x89PNG" + bytes(99), "binary", "is an image, not PDF: it needs text recognition (OCR) first"),
    ],
)
def test_what_gives_no_text_says_why(data, code, message):
    with pytest.raises(InputError) as told:
        parse(PDF, data)
    assert told.value.code == code
    assert str(told.value).startswith(message)


def test_a_page_that_cannot_be_read_leaves_the_others():
    pages = b"<< /Type /Pages /Kids [5 0 R 99 0 R] /Count 2 >>"
    found = read(column("Le Niger"), pages=pages)
    assert found.text == "Le Niger\n\n"
