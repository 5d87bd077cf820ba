"""What holds of the records of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from components.extracting import extract
from glane_records import record_adapter

_WORDS = [
    "le", "la", "l’", "l'", "de", "du", "des", "et", "à l’", "depuis", "plus de", "environ", "OTAN", "ONU", "PAM",
    "Agence", "Programme", "Conseil", "conseil", "ministère", "européen", "Niger", "République", "Côte d’Ivoire",
    "États-Unis", "2014", "mars", "3", "1\u202f250", "12,5", "%", "millions", "d’euros", "soldats", "élèves", "XXe",
    "siècle", "an dernier", "ci-après", "dit", "(OTAN)", "(ABC)", "(", ")", "«", "»", "-", "–", "/", ":", ";", ",",
    ".", "!", "…", "##", "1.", "M.", "n°", "https://a.fr/b", "e\u0301te\u0301", "E\u0301cole",
]  # fmt: skip
_ODD = [
    " ", "\n", "\r\n", "\r", "\t", "\0", "\u00a0", "\u202f", "\u00ad", "\u200b", "\u200d", "\u200f", "\u202e", "\u2028",
    "\u2029", "\x85", "\ufeff", "\u0301", "\u0327\u0301", "\u212b", "ﬁ", "ß", "İ", "ǆ", "ᄀ", "ᅡ", "각", "क़", "🇫🇷", "👩🏽‍🚀",
    "😀", "العربية", "中文", "\ue000", "\U0010ffff", "²", "½", "Ⅳ", "①", "٣", "①", "'",
]  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join) | st.lists(
    st.sampled_from([*_WORDS, *_ODD]) | st.text(max_size=3), max_size=40
).map("".join)


@settings(max_examples=250, deadline=None)
@given(_TEXTS, st.none() | st.dates())
def test_records_are_sound(text: str, date: object) -> None:
    head, *mentions = extract(text, date)  # type: ignore[arg-type]
    assert head.characters == len(text)
    assert sum(head.mentions.model_dump().values()) == len(mentions)
    assert len({one.id for one in mentions}) == len(mentions)
    position = 0
    for one in mentions:
        assert position <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.text == one.text.strip()
        assert one.text in one.sentence
        if one.kind == "figure" and one.of is not None:
            assert text[one.of_start : one.of_end] == one.of
        position = one.end
    for record in (head, *mentions):
        assert record_adapter.validate_json(record.model_dump_json()) == record
    assert extract(text, date) == [head, *mentions]  # type: ignore[arg-type]
