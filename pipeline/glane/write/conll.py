"""CoNLL: a token a line, tagged in BIO."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING
from urllib.parse import quote

from glane.gold import gold_of
from glane.rules.layout import AbbreviationRow, WrapRow
from glane.rules.load import builtin_folder
from glane.rules.table import read_table
from glane.text.broken import read_on
from glane.text.layout import split_lines, split_sentences
from glane.text.shadow import make_shadow
from glane.text.spelling import NO_SPELLING
from glane.text.wrapping import make_wraps
from glane.write.annotated import check_edges, check_flat
from glane.write.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from glane.gold import GoldMention
    from glane.text.wrapping import Wraps
    from glane.write.annotated import AnnotatedText
    from glane.write.tokens import Token

NAME = "CoNLL"
DOCUMENT = "-DOCSTART- -X- O O"
"""The line before a document, as in the CoNLL-2003 shared task."""

_UNSAFE = re.compile(r"[\s%|=]")


def write(documents: Iterable[AnnotatedText], stream: IO[bytes]) -> None:
    """Write documents, with a blank line behind each sentence.

    Five columns with a blank between: the token, the document's id, the token's span in the text, features of
    the mention that begins here (``value=…|of=…|modifier=…``, or ``_``), and the tag. Readers of CoNLL-2003
    take the first and the last; the others lead back to the text. Blanks in ids and values are percent-encoded.

    Raises:
        ExportError: mentions overlap, or one begins or ends with white space.
    """
    abbreviations, wraps = _layout_words()
    for document in documents:
        check_flat(document, NAME)
        check_edges(document, NAME)
        stream.write(f"{DOCUMENT}\n\n".encode())
        stream.write("".join(_lines(document, abbreviations, wraps)).encode("utf-8"))


def _layout_words() -> tuple[frozenset[str], Wraps]:
    folder = builtin_folder() / "layout"
    abbreviations = frozenset(row.form for row in read_table(folder / "abbreviations.tsv", AbbreviationRow))
    return abbreviations, make_wraps(read_table(folder / "wraps.tsv", WrapRow))


def _lines(annotated: AnnotatedText, abbreviations: AbstractSet[str], wraps: Wraps) -> Iterator[str]:
    edges = [edge for mention in annotated.mentions for edge in (mention.start, mention.end)]
    tokens = list(tokenise(annotated.text, edges))
    tags = _tag(annotated, tokens)
    features = {mention.start: _features(gold_of(mention)) for mention in annotated.mentions}
    breaks = _sentence_ends(annotated.text, abbreviations, wraps)
    name = _encode(annotated.document)
    following = 0
    for number, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        passed = False
        while following < len(breaks) and breaks[following] <= token.start:
            following += 1
            passed = True
        # A sentence ends in no mention: its tags would fall apart.
        if passed and number and not tag.startswith("I-"):
            yield "\n"
        yield f"{token.form} {name} {token.start}:{token.end} {features.get(token.start, '_')} {tag}\n"
    if tokens:
        yield "\n"


def _features(gold: GoldMention) -> str:
    found = {"value": gold.value, "of": gold.of, "modifier": gold.modifier}
    return "|".join(f"{name}={_encode(value)}" for name, value in found.items() if value) or "_"


def _encode(text: str) -> str:
    """Percent-encode what would end a column or a feature; accents stay legible."""
    return _UNSAFE.sub(lambda found: quote(found[0], safe=""), text)


def _tag(annotated: AnnotatedText, tokens: list[Token]) -> list[str]:
    first = {token.start: number for number, token in enumerate(tokens)}
    last = {token.end: number for number, token in enumerate(tokens)}
    tags = ["O"] * len(tokens)
    for mention in annotated.mentions:
        begin, end = first[mention.start], last[mention.end]
        tags[begin : end + 1] = [f"B-{mention.kind}", *[f"I-{mention.kind}"] * (end - begin)]
    return tags


def _sentence_ends(text: str, abbreviations: AbstractSet[str], wraps: Wraps) -> list[int]:
    shadow = read_on(make_shadow(text), wraps, lambda: NO_SPELLING)
    return [
        shadow.to_source(start, end)[1]
        for line in split_lines(shadow.text)
        for start, end in split_sentences(shadow.text, line, abbreviations)
    ]
