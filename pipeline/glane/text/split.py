r"""A text is split into words, as the grammars of names read them.

A light tokenisation of its own keeps these grammars free of spaCy: an elided word keeps its apostrophe (``l'``), a
hyphenated word is one word unless it joins names, a line end is a word (``\n``), so is each punctuation mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from glane.text.forms import FORMS, Form, form_of
from glane.text.words import Word, Words

_WORD = re.compile(
    r"[^\W\d_]°"  # «n°»
    r"|[MN]'[BCDFGJKLMNPQRSTVWXZ][^\W_]*(?:[-&][^\W_]+)*"  # «N'Djamena»: nothing is elided before a consonant
    r"|[A-Z][^\W\d_]{2,}(?<![Qq][Uu])'[^\W_]+(?:[-&][^\W_]+)*"  # «Voisin'Âge»: nor behind these letters
    r"|[Ee]x(?=-[A-ZÀ-ÖØ-Þ][^\W\d_])"  # «l'ex-Ministère»: a name that was
    r"|[^\W_]+(?:[-&][^\W_]+)*(?:\+{1,2}(?!\w)|[.·]e(?:[.·]?s)?(?![^\W_]))?'?"  # «abonné·e·s»
    r"|\n|[^\w\s]|_"
)
_DOTTED = re.compile(
    # The full stop behind it ends a sentence as well.
    r"(?<![\w.])(?:[A-Z]\.){2,}[A-Z](?:\.(?!\s{0,3}(?:\Z|\n|\s[^\W\d_a-zà-öø-ÿ]))|(?!\.)|(?=\.\s{0,3}(?:\Z|\n)))(?!\w)"
    r"|(?<![\w.])(?:[A-Z]\.){3,}[A-Z](?=\.)"  # «J.R.R. Talien»: fewer letters are rather a person's
)
"""An acronym with points: «la D.C.S.P.», «le C.N.R.S.»."""
_BETWEEN_POINTS = re.compile(r"\.[A-Z]\.")
"""What such an acronym has, and few texts have; found far faster."""
_PART = re.compile(r"[^\W_]+\+{0,2}|[-&]|[+']")

_START = attrgetter("start")


def split_words(text: str) -> Words:
    """Split a shadow text into words, in linear time."""
    words: list[Word] = []
    new = Word.__new__
    end = 0
    for token in _WORD.findall(text):
        start = text.index(token, end)  # only blanks stand between; a match for each takes longer
        end = start + len(token)
        form = FORMS[token]
        if form.joins_names:
            words += [Word(start + part.start(), FORMS[part[0]]) for part in _PART.finditer(form.text)]
            continue
        # A `Word(start, form)`, but for the call, which takes as long as all the rest.
        word = new(Word)
        (
            word.text,
            word.lower,
            word.folded,
            word.parts,
            word.is_capitalised,
            word.is_acronym,
            word.is_word,
            word.is_number,
            _,
        ) = form
        word.start, word.end = start, end
        word.tag, word.tagger = "", None
        words.append(word)
    joined = _join_dotted(text, words)
    found = Words(joined)
    found.joined = joined is not words
    return found


def _join_dotted(text: str, words: list[Word]) -> list[Word]:
    """Make one word of an acronym with points, which reads as it does without: «D.C.S.P.» is «DCSP»."""
    if _BETWEEN_POINTS.search(text) is None:
        return words
    joined: list[Word] = []
    done = 0
    for match in _DOTTED.finditer(text):
        first, last = (bisect_left(words, offset, key=_START) for offset in match.span())
        if words[last - 1].end > match.end():
            continue  # «V.I.I-Vingt»: a hyphen joins more to the last letter
        word = Word(match.start(), FORMS[match[0].replace(".", "")])
        word.end = match.end()
        joined += words[done:first]
        joined.append(word)
        done = last
    return [*joined, *words[done:]] if done else words


def split_forms(text: str) -> list[Form]:
    """Split a shadow text into the forms of its words."""
    forms: list[Form] = []
    for form in map(form_of, _WORD.findall(text)):
        forms += map(form_of, _PART.findall(form.text)) if form.joins_names else [form]
    return forms
