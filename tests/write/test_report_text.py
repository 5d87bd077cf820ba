from __future__ import annotations

import time

import pytest

from browser.making import mention
from glane.write.report_text import Piece, show_text

TEXT = "Titre\nL’ONU aide deux ports. Elle aide deux villes.\nFin en 2020."


def found(text=TEXT, **surfaces):
    """Mentions of some words, with the sentences that the records would quote."""
    return [mention("d", text, kind, surface) for kind, surface in surfaces.items()]


def with_sentence(record, sentence):
    return record.model_copy(update={"sentence": sentence})


def test_a_text_given_is_shown_as_it_is():
    shown = show_text(found(organisation="ONU", date="2020"), TEXT)
    assert shown.whole
    assert shown.pieces == (Piece(0, TEXT),)


@pytest.mark.parametrize("text", ["", "Autre chose", TEXT.replace("ONU", "UNO")])
def test_a_text_without_the_mentions_at_their_places_is_not_shown(text):
    shown = show_text(found(organisation="ONU"), text)
    assert not shown.whole
    assert [piece.text for piece in shown.pieces] == ["L’ONU aide deux ports. Elle aide deux villes."]


def test_sentences_stand_at_their_places():
    shown = show_text(found(organisation="ONU", date="2020"), None)
    assert [TEXT[piece.start : piece.end] for piece in shown.pieces] == [piece.text for piece in shown.pieces]
    assert [piece.start for piece in shown.pieces] == [6, 52]


def test_mentions_of_one_sentence_settle_its_place():
    # «deux» alone could be either; with «villes», which a figure counts, or another mention, it cannot.
    sentence = "deux et deux villes"
    text = f"{'x' * 40} {sentence}"
    alone = with_sentence(mention("d", text, "figure", "deux", nth=1, of="villes"), sentence)
    assert show_text([alone], None).pieces == (Piece(41, sentence),)
    pair = [
        with_sentence(mention("d", text, "figure", "deux", nth=1), sentence),
        with_sentence(mention("d", text, "organisation", "villes"), sentence),
    ]
    assert show_text(pair, None).pieces == (Piece(41, sentence),)


def test_a_sentence_that_recurs_is_shown_at_each_place():
    text = "Oui en 2020.\nOui en 2020.\n"
    both = [mention("d", text, "date", "2020", nth=n) for n in (0, 1)]
    assert show_text(both, None).pieces == (Piece(0, "Oui en 2020."), Piece(13, "Oui en 2020."))


def test_sentences_that_overlap_are_cut():
    text = "aa bb cc dd"
    first = with_sentence(mention("d", text, "organisation", "bb"), "aa bb cc")
    second = with_sentence(mention("d", text, "organisation", "dd"), "bb cc dd")
    pieces = show_text([first, second], None).pieces
    assert "".join(piece.text for piece in pieces) == text


def test_a_mention_that_its_sentence_lacks_is_shown_alone():
    record = with_sentence(mention("d", TEXT, "organisation", "ONU"), "Autre phrase.")
    assert show_text([record], None).pieces == (Piece(8, "ONU"),)


def test_other_stretches_fill_gaps_only():
    shown = show_text(found(date="2020"), None, [(8, "ONU"), (52, "Fin")])
    assert shown.pieces == (Piece(8, "ONU"), Piece(52, "Fin en 2020."))


def test_slices_and_sentences_are_found():
    shown = show_text(found(organisation="ONU", date="2020"), None)
    assert shown.slice(8, 11) == "ONU"
    assert shown.slice(0, 5) is None
    assert shown.slice(8, 55) is None
    assert shown.find("Fin en 2020.", 59, 63) == (52, 64)
    assert shown.find("Rien", 59, 63) is None


def test_repetition_takes_linear_time():
    text = "a " * 100_000
    line = "a " * 900
    records = [with_sentence(mention("d", line, "organisation", "a", nth=n), line) for n in range(300)]
    began = time.perf_counter()
    show_text(records, text)
    show_text(records, None)
    assert time.perf_counter() - began < 60
