"""French stands in the tables of `glane_fr`, not in Python: no literal holds a word of those tables."""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from spacy.lang.en.stop_words import STOP_WORDS

import glane

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = Path(glane.__file__).parent
TABLES = Path(str(files("glane_fr")))

# Tables of function words, verbs, number words, calendar words, units; heads of names are often English words too.
VOCABULARY = (
    "acronyms/words.tsv",
    "acronyms/cues.tsv",
    "dates/cues.tsv",
    "dates/guards.tsv",
    "dates/words.tsv",
    "figures/contexts.tsv",
    "figures/cues.tsv",
    "figures/links.tsv",
    "figures/numbers.tsv",
    "figures/nouns.tsv",
    "names/words.tsv",
)
# Rows whose words are of other languages, heads of names, names of persons and places, or codes.
FOREIGN = re.compile(r"word\.function-other|foreign|person\.first|place\.city\.known|gender|brand\.tail|code\.acronym")
COLUMNS = ("form", "forms", "phrases")
# (file, word) where a literal of a language of its own is meant.
ALLOWED = frozenset(
    {
        ("components/language.py", "de"),  # codes of languages
        ("components/language.py", "en"),
        ("read/pdf_lines.py", "st"),  # the letters of a ligature
        ("rules/figures.py", "de"),  # the description of a column quotes it
        ("cli/options.py", "dernier"),  # a help text quotes an expression
        ("read/encoding.py", "le"),  # a codec
        ("read/docx.py", "val"),  # an attribute of its XML
        ("read/html.py", "font"),  # an element of HTML
        ("write/docbin.py", "ent"),  # attributes of spaCy
        ("text/acronyms/shapes.py", "cm"),  # Roman numerals
        ("run/ray.py", "cluster"),  # machines
        ("write/tokens.py", "cf"),  # a Unicode category
    }
)
# Letters as such: classes, ranges, escapes.
_CLASS = re.compile(r"\[[^\]]*\]|A-Z|a-z|À-[ÖÞ]|Ø-Þ|à-[öÿ]|ø-ÿ|\\[a-zA-Z]")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Words of the tables that are English too, or names of fields, kinds and codes.
ENGLISH = frozenset(STOP_WORDS) | frozenset(
    _WORD.findall(
        "action alias article aux base candidate candidates classes code commission contact data date direction document"
        " association end figure figures forum fr id io"
        " documents extra iso label limit long mm module note num office option org page pages pass place"
        " plus point points police programme programmes stop"
        " international post"
        " organisation organisations plan act agent capital centre horizon journal notes parts ratio"
        " application info local options port route service"
        " format formats interface standard standards"
        " force image images initiative joint progress relative report score section signal stage start"
        " si source sources stand stands tier total type types version versions week weekend"
    )
)


def vocabulary() -> frozenset[str]:
    words: set[str] = set()
    for name in VOCABULARY:
        lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
        header, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        for row in rows:
            if FOREIGN.search("\t".join(row[:2])):
                continue
            cells = [cell for column, cell in zip(header, row, strict=False) if column in COLUMNS]
            words.update(word for cell in cells for word in _WORD.findall(cell.lower()))
    return frozenset(words)


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """String literals of a module with their lines; docstrings and comments are none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.lineno, node.value


def french_words(literal: str, french: frozenset[str]) -> list[str]:
    plain = _CLASS.sub("  ", literal)
    found = [word for word in _WORD.findall(plain.lower()) if word in french and word not in ENGLISH]
    accented = [word for word in _WORD.findall(plain) if not word.isascii() and re.search("[a-z]{2}", word)]
    return found + accented


@pytest.mark.parametrize("path", sorted(CODE.rglob("*.py")), ids=lambda path: path.relative_to(CODE).as_posix())
def test_python_is_free_of_french(path: Path) -> None:
    name = path.relative_to(CODE).as_posix()
    french = vocabulary()
    found = [(line, word) for line, text in literals(path) for word in french_words(text, french)]
    assert [item for item in found if (name, item[1]) not in ALLOWED] == []


def test_allowed_literals_are_there() -> None:
    french = vocabulary()
    for name, word in ALLOWED:
        assert word in {word for _, text in literals(CODE / name) for word in french_words(text, french)}


@pytest.mark.parametrize(
    ("literal", "words"),
    [
        ("ou|et|or", ["ou", "et"]),
        (r"\b(?:la |les )", ["la", "les"]),
        ("février", ["février", "février"]),
        ("Sénégal", ["Sénégal"]),
        ("[A-ZÀ-ÖØ-ÞŒ]", []),
        ("A-ZÀ-ÖØ-ÞŒ", []),
        ("cannot be read: no such file", []),
    ],
)
def test_what_counts_as_french(literal: str, words: list[str]) -> None:
    assert french_words(literal, vocabulary()) == words
