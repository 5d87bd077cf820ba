"""Texts that look like French to the rules: their own words, in any order, with what documents are broken by."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from glane.rules.load import builtin_folder
from glane.rules.tables import TABLES, read_tables, values_of

_FILLERS = [
    "le", "la", "l’", "l'", "les", "de", "du", "des", "d’", "et", "ou", "à l’", "depuis", "plus de", "environ", "dit",
    "entre", "sur", "que", "n°", "M.", "OTAN", "ONU", "ABC", "Xyz", "École", "européen", "soldats", "élèves", "3", "12",
    "1999", "2014", "1\u202f250", "12,5", "3.4.5", "03/05/2004", "XXe", "XIV", "1er", "%", "€", "(OTAN)", "(ABC)", "(",
    ")", "[", "]", "«", "»", "\"", "-", "–", "/", ":", ";", ",", ".", "!", "?", "…", "##", "1.", "a)", "|",
    "https://a.fr/b?c=1", "x@y.fr", "e\u0301te\u0301", "E\u0301cole",
]  # fmt: skip
_ODD = [
    " ", "\n", "\n\n", "\r\n", "\r", "\t", "\0", "\v", "\f", "\x1c", "\u00a0", "\u202f", "\u00ad", "\u200b", "\u200d",
    "\u200f", "\u202e", "\u2028", "\u2029", "\x85", "\ufeff", "\u0301", "\u0327\u0301", "\u212b", "ﬁ", "ß", "İ", "ǆ",
    "ᄀ", "ᅡ", "각", "क़", "🇫🇷", "👩🏽‍🚀", "😀", "العربية", "中文", "\ue000", "\U0010ffff", "²", "½", "Ⅳ", "①", "٣", "'",
    "\ufffd", "\u2060", "\u0640", "𝟚", "๓", "㎏", "Ǆ", "ŉ",
]  # fmt: skip


@cache
def rule_words() -> tuple[str, ...]:
    """Every form of the built-in tables, each once: names, months, units, cues."""
    tables = read_tables([builtin_folder()])
    words = {
        value
        for table in TABLES
        for row in tables[table.path]
        for forms in table.forms
        for value in values_of(row, forms.column)
    }
    for path in ("knowledge/organisations.tsv", "knowledge/programmes.tsv"):
        for row in tables[path]:
            words.update(value for column in ("name", "acronyms", "aliases") for value in values_of(row, column))
    return tuple(sorted(str(word) for word in words if word))


def words() -> st.SearchStrategy[str]:
    """One word, mark or name."""
    rules = st.sampled_from(rule_words())
    return st.sampled_from(_FILLERS) | rules | rules.map(str.capitalize) | rules.map(str.upper)


def texts(size: int = 40) -> st.SearchStrategy[str]:
    """Soups of up to so many words, spaced or not, and arbitrary characters."""
    odd = st.sampled_from(_ODD) | st.text(max_size=3)
    spaced = st.lists(words(), max_size=size).map(" ".join)
    unspaced = st.lists(words() | odd | st.just(" "), max_size=size).map("".join)
    return spaced | unspaced | st.text(max_size=size)


def units() -> st.SearchStrategy[str]:
    """A few words to say over and over."""
    parts = st.lists(words() | st.sampled_from(_ODD), min_size=1, max_size=6)
    return (parts.map(" ".join) | parts.map(lambda found: " ".join(found) + " ") | parts.map("".join)).filter(bool)
