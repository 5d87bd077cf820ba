from __future__ import annotations

import datetime
import io

import pytest

from glane.read import FORMATS, InputError
from glane.read.formats import parse
from hostile_files import LAUGHS, make_docx, paragraph

docx = pytest.importorskip("docx")

DOCX = next(one for one in FORMATS if one.name == "DOCX")


def read(document):
    data = io.BytesIO()
    document.save(data)
    return parse(DOCX, data.getvalue())


def read_xml(body):
    return parse(DOCX, make_docx(body)).text


def test_blocks_come_in_reading_order():
    document = docx.Document()
    document.add_heading("Le plan Hydra", 0)
    document.add_heading("1. Où et quand", 1)
    line = document.add_paragraph("Le ministère de l’")
    line.add_run("Eau").bold = True
    line.add_run(" a promis 3\u202f500\u00a0forages le 3\u00a0mars.\nUne autre ligne.")
    document.add_paragraph("Niger", style="List Bullet")
    document.add_paragraph("Mali", style="List Number")
    table = document.add_table(2, 2)
    for row, cells in enumerate((("Pays", "Date"), ("Niger", "mars"))):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.add_paragraph("2021 fut l’année du plan.")
    assert read(document).text.splitlines() == [
        "Le plan Hydra",
        "",
        "1. Où et quand",
        "",
        "Le ministère de l’Eau a promis 3\u202f500\u00a0forages le 3\u00a0mars.",
        "Une autre ligne.",
        "",
        "- Niger",
        "- Mali",
        "",
        "Pays | Date",
        "Niger | mars",
        "",
        "2021 fut l’année du plan.",
    ]


def test_merged_cells_are_read_once_and_nested_tables_as_blocks():
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Niger"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "de 2019 à 2021"
    table.cell(1, 1).text, table.cell(1, 2).text = "12", "mars"
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Mali"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "3", "avril"
    lines = [line for line in read(document).text.splitlines() if line]
    assert lines == ["Niger | de 2019 à 2021", "| 12 | mars", "Mali", "3 | avril"]


def test_tracked_changes_give_the_new_text():
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    deleted = "<w:del><w:r><w:delText>2019</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>"
    body = f"<w:p>{run.format('En ')}{deleted}<w:ins>{run.format('2021')}</w:ins></w:p>"
    assert read_xml(body) == "En 2021\n"


def test_what_holds_paragraphs_is_looked_into():
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('Encadré')}</w:txbxContent></w:pict></w:r></w:p>"
    control = f"<w:sdt><w:sdtContent>{paragraph('Couverture')}</w:sdtContent></w:sdt>"
    link = "<w:p><w:hyperlink><w:r><w:t>Un</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/><w:t>lien</w:t></w:r></w:p>"
    assert read_xml(control + box + link).split("\n\n") == ["Couverture", "Encadré", "Un\u2011lien\n"]


def test_tabs_part_columns_but_for_labels():
    tab = "</w:t><w:tab/><w:t>"
    body = paragraph(f"1.{tab}Introduction") + paragraph(f"Niger{tab}12{tab}mars 2021{tab}")
    assert read_xml(body).split("\n\n") == ["1. Introduction", "Niger | 12 | mars 2021\n"]


def test_notes_come_last():
    document = docx.Document()
    document.add_paragraph("Le texte.")
    xml = (
        f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator">{paragraph("___")}</w:footnote>'
        f"<w:footnote>{paragraph('Une note de 2019.')}</w:footnote></w:footnotes>"
    )
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    document.part.relate_to(Part(PackURI("/word/footnotes.xml"), "application/xml", xml.encode()), kind)
    assert read(document).text == "Le texte.\n\nUne note de 2019.\n"


def test_metadata():
    document = docx.Document()
    document.core_properties.title = "Rapport d’été"
    document.core_properties.author = "Awa Diop"
    document.core_properties.created = datetime.datetime(2021, 3, 18, 12)
    found = read(document)
    assert (found.title, found.date, found.metadata) == (
        "Rapport d’été",
        datetime.date(2021, 3, 18),
        {"author": "Awa Diop"},
    )


@pytest.mark.parametrize("created", [None, datetime.datetime(1601, 1, 1), datetime.datetime(2150, 1, 1)])
def test_dates_that_say_nothing(created):
    document = docx.Document()  # made from a template of 23 December 2013
    if created:
        document.core_properties.created = created
    assert read(document).date is None


def test_without_properties_nothing_is_made_up():
    found = parse(DOCX, make_docx(paragraph("Le Niger")))
    assert (found.text, found.title, found.date, found.metadata) == ("Le Niger\n", None, None, {})


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (make_docx(paragraph("&a9;"), head=LAUGHS), "damaged", "cannot be read as DOCX: Maximum entity amplification"),
        (make_docx("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000), "damaged", "cannot be read as DOCX: Excessive depth"),
        (make_docx("<w:p>"), "damaged", "cannot be read as DOCX: "),
        (make_docx("<w:p/>" * 9_000_000), "too-large", "unpacks to more than 50 MB of text"),
        (make_docx("", **{f"word/{n}.bin": b"" for n in range(10_001)}), "too-large", "has 10,004 parts, more than"),
        (b"\xd0\xcf\x11\xe0" + bytes(1000), "encrypted", "is encrypted, or an old .doc"),
        (b"PK\x03\x04" + bytes(1000), "damaged", "cannot be read as DOCX: File is not a zip file"),
        (b"", "damaged", "cannot be read as DOCX: File is not a zip file"),
        (b"%PDF-1.7\n" + bytes(99), "binary", "is a PDF document, not DOCX: name it .pdf"),
    ],
)
def test_what_cannot_be_read_says_why(data, code, message):
    with pytest.raises(InputError) as told:
        parse(DOCX, data)
    assert told.value.code == code
    assert str(told.value).startswith(message)


def test_no_more_is_unpacked_than_the_archive_says():
    """The list of parts is forged: the text unpacks to more than that says, and is not taken."""
    data = make_docx(paragraph("Le Niger " * 200_000))
    size = len(make_docx_text("Le Niger " * 200_000))
    forged = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert forged != data
    with pytest.raises(InputError, match="cannot be read as DOCX"):
        parse(DOCX, forged)


def make_docx_text(text):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(make_docx(paragraph(text)))) as archive:
        return archive.read("word/document.xml")
