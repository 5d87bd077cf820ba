"""Records of the same text in other clothes: line ends, decomposed accents, blanks, marks that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import glane
from components.extracting import mentions_of, spans_of
from glane.components.state import state_of
from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from spacy.language import Language

SAME_WHEN_WRAPPED = 0.97
"""Share of the mentions of our own texts."""
VALUES = {"name", "edtf", "low", "high", "unit", "code"}
SYLLABLE = re.compile(r"[bcdfgjlmnprstvz][aeiouyéèêâ](?=\w)")
DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
TEXT = (
    "Rapport d'activité\n\n"
    "L'Organisation du Traité de l'Atlantique Nord compte 32 pays depuis le 3 mai 2004.\n"
    "Le Programme de gestion des crues (PGC) a aidé 3 millions de réfugiés au Niger.\n"
    "- L'Agence des balises a versé 1 250,50 euros en août 2019 ;\n"
    "- le PGC s'achève."
)
FOUND = spans_of(TEXT)


def texts_of(text: str) -> list[tuple[str, str, str]]:
    return [(kind, rule, surface) for kind, rule, surface, _, _ in spans_of(text)]


def test_the_text_as_it_is_written() -> None:
    assert [(kind, surface) for kind, _, surface, _, _ in FOUND] == [
        ("organisation", "Organisation du Traité de l'Atlantique Nord"),
        ("figure", "32"),
        ("date", "3 mai 2004"),
        ("programme", "Programme de gestion des crues"),
        ("programme", "PGC"),
        ("figure", "3 millions"),
        ("country", "Niger"),
        ("organisation", "Agence des balises"),
        ("figure", "1 250,50 euros"),
        ("date", "août 2019"),
        ("programme", "PGC"),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\n\r\n", " \n", "\n\n\n"])
def test_line_ends_make_no_difference(end: str) -> None:
    text = TEXT.replace("\n", end)
    assert texts_of(text) == texts_of(TEXT)
    assert all(text[start:stop] == surface for _, _, surface, start, stop in spans_of(text))
    sentences = [one.sentence.strip() for one in mentions_of(text)]
    assert sentences == [one.sentence for one in mentions_of(TEXT)]
    assert [one.section for one in mentions_of(text)] == [one.section for one in mentions_of(TEXT)]


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        (" ", "\u00a0"),
        (" ", "\u202f"),
        (" ", "\u2009"),
        (" ", "\t"),
        (" ", "\0"),
        (" ", "\u200b"),
        ("'", "’"),
        ("'", "ʼ"),
        ("-", "\u2011"),
        ("•", "\uf0b7"),
        ("•", "▪"),
    ],
)
def test_typography_makes_no_difference(plain: str, other: str) -> None:
    expected = [(kind, rule, surface.replace(plain, other), start, end) for kind, rule, surface, start, end in FOUND]
    assert spans_of(TEXT.replace(plain, other)) == expected


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", "¹"),
        ("", "[12]"),
        ("", "*"),
        ("", "®"),
        ("**", "**"),
        ("[", "](https://exemple.org/a-b)"),
        ("[", "](/page#titre)"),
        ('<a href="x">', "</a>"),
        ("<strong>", "</strong>"),
        ("", "<sup>3</sup>"),
        ("_", "_"),
    ],
)
def test_marks_around_a_name_make_no_difference(before: str, behind: str) -> None:
    text = TEXT
    for name in ("Organisation du Traité de l'Atlantique Nord", "Programme de gestion des crues", "Agence des balises"):
        text = text.replace(name, f"{before}{name}{behind}")
    assert texts_of(text) == texts_of(TEXT)


def test_apostrophes_around_a_name_are_quotation_marks() -> None:
    text = "Le 'Programme d'appui aux crues' et l'‘Agenda 2030’ ont 12 ans ; l'’Agence des balises’ dit ''oui''."
    assert [(kind, surface) for kind, _, surface, _, _ in spans_of(text)] == [
        ("programme", "Programme d'appui aux crues"),
        ("programme", "Agenda 2030"),
        ("figure", "12 ans"),
        ("organisation", "Agence des balises"),
    ]


def test_a_note_behind_a_year_or_a_short_acronym_is_none_of_it() -> None:
    text = "L'UE³ a agi en 2019², puis le 3 mai 2020[4], sur 12 km² et 10³ pages de CO²."
    assert [(kind, surface) for kind, _, surface, _, _ in spans_of(text)] == [
        ("organisation", "UE"),
        ("date", "2019"),
        ("date", "3 mai 2020"),
        ("figure", "12 km²"),
    ]


def test_marks_within_a_name_are_of_its_surface_and_not_of_its_canonical_form() -> None:
    (agency,) = mentions_of("Depuis lors, l'**Agence** des *balises* recrute.")
    assert (agency.text, agency.name) == ("Agence** des *balises", "Agence des balises")


@pytest.mark.parametrize(
    "mark", ["\ufeff", "🇫🇷 ", "👩🏽‍🚀 ", "\u202e", "\u200f", "\0", "العربية ", "中文 ", "\U0010ffff ", "\ue000 "]
)
def test_what_stands_before_moves_the_offsets(mark: str) -> None:
    # A line of its own: what stands in a heading may change what the heading is.
    text = f"{mark}\n{TEXT}"
    expected = [(*rest, start + len(mark) + 1, end + len(mark) + 1) for *rest, start, end in FOUND]
    assert spans_of(text) == expected
    within = TEXT.replace(" depuis", f" {mark} depuis")
    assert [surface for *_, surface, _, _ in spans_of(within)] == [surface for *_, surface, _, _ in FOUND]
    assert all(within[start:end] == surface for _, _, surface, start, end in spans_of(within))


@pytest.mark.parametrize("mark", ["\u00ad", "\u2060", "\ufeff", "\u200d"])
def test_what_is_not_seen_within_a_word_is_of_it(mark: str) -> None:
    text = TEXT
    for word in ("Organisation", "mai", "millions", "réfugiés", "Niger", "250", "Agence", "août"):
        text = text.replace(word, f"{word[0]}{mark}{word[1:]}")
    assert [(kind, rule, surface.replace(mark, "")) for kind, rule, surface in texts_of(text)] == texts_of(TEXT)
    assert all(text[start:end] == surface for _, _, surface, start, end in spans_of(text))
    fields = {"value", "name", "edtf", "unit", "code"}
    values = [one.model_dump(include=fields) for one in mentions_of(TEXT)]
    assert [one.model_dump(include=fields) for one in mentions_of(text)] == values


def test_a_soft_hyphen_between_capitals_is_a_hyphen() -> None:
    assert make_shadow("le groupe PKE\u00adDR, si\u00adgné").text == "le groupe PKE-DR, signé"


@pytest.mark.parametrize("mark", ["\u200b", "\u2060", "\ufeff", "\u200f"])
def test_what_is_not_seen_beside_a_blank_is_of_no_word(mark: str) -> None:
    for blank in (f"{mark} ", f" {mark}"):
        text = TEXT.replace(" ", blank)
        assert [
            (kind, rule, " ".join(surface.replace(mark, "").split())) for kind, rule, surface in texts_of(text)
        ] == (texts_of(TEXT))
        assert all(text[start:end].strip(mark) == text[start:end] for _, _, _, start, end in spans_of(text))


def decompose(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_decomposed_accents_give_the_same_mentions() -> None:
    decomposed = decompose(TEXT)
    assert len(decomposed) > len(TEXT)
    expected = [
        (kind, rule, decompose(surface), len(decompose(TEXT[:start])), len(decompose(TEXT[:end])))
        for kind, rule, surface, start, end in FOUND
    ]
    assert spans_of(decomposed) == expected
    fields = {"start", "end", "id", "of_start", "of_end"}
    for one, other in zip(mentions_of(decomposed), mentions_of(TEXT), strict=True):
        assert (one.start, one.end) == (len(decompose(TEXT[: other.start])), len(decompose(TEXT[: other.end])))
        recomposed = {
            name: unicodedata.normalize("NFC", value) if isinstance(value, str) else value
            for name, value in one.model_dump(exclude=fields).items()
        }
        assert recomposed == other.model_dump(exclude=fields)


@pytest.mark.parametrize("path", ["otan/azerbaidjan.txt", "banque/irrigation-vallee.txt"])
def test_the_model_reads_decomposed_accents_as_composed_ones(nlp: Language, path: str) -> None:
    text = unicodedata.normalize("NFC", (DOCUMENTS / path).read_text(encoding="utf-8"))
    decomposed = decompose(text)
    _, *composed = glane.extract(text, nlp=nlp)
    _, *found = glane.extract(decomposed, nlp=nlp)
    assert [(one.kind, one.start, one.end) for one in found] == [
        (one.kind, len(decompose(text[: one.start])), len(decompose(text[: one.end]))) for one in composed
    ]
    assert all(decomposed[one.start : one.end] == one.text for one in found)


def test_marks_that_do_not_compose_stay_with_their_letter() -> None:
    text = "Le s\u0323\u0307oldat q\u0301 de l’OTAN, 3 e\u0301le\u0300ves, x\u0301\u0302 en 2014"
    found = mentions_of(text)
    assert [one.text for one in found] == ["OTAN", "3", "2014"]
    assert [text[one.start : one.end] for one in found] == ["OTAN", "3", "2014"]


def test_ligatures_are_read_as_their_letters() -> None:
    """Also where decomposed accents make up for the length that they add."""
    for accent in ("é", "e\u0301"):
        text = f"L'O\ufb03ce national des \ufb02euves {accent}tudie 12 rives a\ufb01n d'agir. L'O\ufb03ce siège en mai 2014."
        found = mentions_of(text)
        assert [one.text for one in found] == ["O\ufb03ce national des \ufb02euves", "12", "O\ufb03ce", "mai 2014"]
        assert [text[one.start : one.end] for one in found] == [one.text for one in found]


@pytest.mark.parametrize("width", [44, 72])
def test_wrapped_lines_make_hardly_a_difference(nlp: Language, width: int) -> None:
    found: set[tuple[str, str, int, int]] = set()
    wrapped: set[tuple[str, str, int, int]] = set()
    for path in sorted(DOCUMENTS.glob("*/*.txt")):
        text = path.read_text(encoding="utf-8")
        other = wrap(text, width)
        assert len(other) == len(text)
        for source, spans in ((text, found), (other, wrapped)):
            spans.update((path.stem, one.kind, one.start, one.end) for one in glane.extract(source, nlp=nlp)[1:])
    assert len(found & wrapped) > SAME_WHEN_WRAPPED * max(len(found), len(wrapped))


@pytest.mark.parametrize("width", [44, 72])
def test_broken_words_make_hardly_a_difference(nlp: Language, width: int) -> None:
    found: Counter[tuple[object, ...]] = Counter()
    broken: Counter[tuple[object, ...]] = Counter()
    for path in sorted(DOCUMENTS.glob("*/*.txt")):
        text = path.read_text(encoding="utf-8")
        other = break_words(text, width)
        assert other.count("-\n") > text.count("-\n")
        for source, told in ((text, found), (other, broken)):
            records = glane.extract(source, nlp=nlp)[1:]
            assert all(source[one.start : one.end] == one.text for one in records)
            told.update((path.stem, one.kind, *one.model_dump(include=VALUES).values()) for one in records)
    assert (found & broken).total() > SAME_WHEN_WRAPPED * max(found.total(), broken.total())


def break_words(text: str, width: int) -> str:
    """Put line ends where a line is full, with a hyphen where a syllable begins there."""
    return "\n".join(_break_line(line, width) for line in text.split("\n"))


def _break_line(line: str, width: int) -> str:
    done = ""
    while len(line) > width:
        blank = line.rindex(" ", 0, width) if " " in line[:width] else width
        word = re.match(r"[^\W\d_]*", line[blank + 1 :])
        assert word is not None
        syllables = [cut.start() for cut in SYLLABLE.finditer(word[0]) if 1 < cut.start() < width - blank - 1]
        cut = blank + 1 + syllables[-1] if syllables else blank
        done += line[:cut] + ("-\n" if syllables else "\n")
        line = line[cut + (not syllables) :]
    return done + line


def test_a_doc_has_what_is_in_the_text_where_words_are_broken(nlp: Language) -> None:
    text = "Le 9 sep-\ntembre 2020, l'Agence des ba-\nlises a reçu 4,5 mil-\nliards d'euros en Nouvelle-\nZélande."
    for source in (text, decompose(text)):
        doc = nlp(source)
        spans = doc.spans["glane"]
        assert [unicodedata.normalize("NFC", span.text) for span in spans] == [
            "9 sep-\ntembre 2020",
            "Agence des ba-\nlises",
            "4,5 mil-\nliards d'euros",
            "Nouvelle-\nZélande",
        ]
        assert [one.text for one in glane.extract(source, nlp=nlp)[1:]] == [
            decompose(span.text) if source != text else span.text for span in spans
        ]


def test_tags_and_entities_of_another_model_are_those_of_the_whole_word(nlp: Language) -> None:
    text = "Le minis-\ntère vote, à Ville-\nmoule, contre."
    doc = nlp.tokenizer(text)
    for token in doc:
        token.pos_ = "VERB" if token.text == "vote" else "NOUN"
    doc.set_ents([doc.char_span(text.index("Ville"), text.index(", contre"), label="LOC", alignment_mode="expand")])
    state = state_of(nlp.get_pipe("glane_layout")(doc))
    assert state.shadow.text == "Le ministère vote, à Villemoule, contre."
    assert [word.text for word in state.words if word.pos == "VERB"] == ["vote"]
    (entity,) = state.evidence.entities
    assert state.shadow.text[entity.start : entity.end] == "Villemoule"


def test_a_heading_is_quoted_without_the_line_end_that_breaks_a_word() -> None:
    (agency,) = mentions_of("Le bilan d’acti-\nvité\n\nL'Agence des balises recrute.")
    assert agency.section == "Le bilan d’activité"


def wrap(text: str, width: int) -> str:
    """Put line ends for blanks, as mail does; paragraphs stand close, as in a copy from PDF."""
    wrapped = list(text)
    begin, blank = 0, -1
    for index, char in enumerate(text):
        if char == "\n":
            begin = index + 1
        elif char == " ":
            blank = index
        if index - begin >= width and blank >= begin:
            wrapped[blank] = "\n"
            begin = blank + 1
    return "".join(wrapped)
