"""Programmes of the knowledge base under another head, with an adjective or quoted: «dispositif « Devoirs faits »»."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.shadow import make_shadow
from glane.text.split import split_words
from glane.text.words import CLOSING_QUOTES, QUOTES, beginning_at, ending_at, surface_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glane.rules.knowledge import CautionRow, EntityRow
    from glane.rules.names import HeadRow
    from glane.text.candidate import Candidate
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_CLOSINGS = CLOSING_QUOTES

OwnNames = dict[str, tuple["EntityRow", "HeadRow | None"]]
"""Programmes by what their names have behind the head, folded, with that head; by names of several words without one."""


def read_own_names(entities: Iterable[EntityRow], cautions: Iterable[CautionRow], lexicon: NameLexicon) -> OwnNames:
    """Take the names of programmes apart: «opération Althea» is «Althea»; those that two share are left out.

    Args:
        entities: of the knowledge base.
        cautions: names that are common words too: what they have behind a head is left out.
        lexicon: heads.
    """
    common = {(row.entity, fold(row.form)) for row in cautions}
    found: dict[str, dict[str, tuple[EntityRow, HeadRow | None]]] = defaultdict(dict)
    for row in entities:
        if row.kind != "programme":
            continue
        for name in (row.name, *row.aliases):
            words = split_words(make_shadow(name).text)
            begin, head = lexicon.head_at(words, 0) or (0, None)
            own = words[begin:]
            told = begin > 0 and (row.id, fold(name)) not in common
            if (told and own and own[0].is_capitalised) or (not begin and len(own) > 1):
                known = found[fold(surface_of(own))]
                if begin:
                    known.setdefault(row.id, (row, head))
                else:
                    known[row.id] = row, None
    return {own: next(iter(rows.values())) for own, rows in found.items() if len(rows) == 1}


def find_stripped(
    words: Sequence[Word],
    mentions: Sequence[Candidate],
    candidates: Iterable[Candidate],
    own_names: Mapping[str, tuple[EntityRow, HeadRow | None]],
    lexicon: NameLexicon,
) -> Iterator[tuple[Candidate, EntityRow]]:
    """Find the mentions that have a known programme's name behind a head which is not the one that it is known by.

    Args:
        words: of the text.
        mentions: that stand.
        candidates: all of the document, those of the knowledge base among them.
        own_names: from `read_own_names`.
        lexicon: heads and classes of words.

    Yields:
        The mentions with the entity that they name.
    """
    inner: dict[tuple[int, int], Candidate] = {}
    opened: dict[int, int] = {}
    for candidate in candidates:
        if candidate.is_known:
            opened[candidate.start] = candidate.end
        if candidate.kind == "programme" and candidate.is_known and candidate.entities:
            inner[candidate.start, candidate.end] = candidate
    for mention in mentions:
        if mention.kind != "programme" or mention.entities or mention.key:
            continue
        name = _name_behind(words, mention, lexicon)
        if name is None:
            continue
        first, end, head = name
        if opened.get(mention.start, mention.end) < words[first].start:
            continue  # «Fonds africain de développement FEF»: two things
        known = inner.get((words[first].start, words[end - 1].end))
        if known is not None:
            yield mention, known.entities[0]
            continue
        row, own = own_names.get(fold(surface_of(words[first:end])), (None, None))
        if row is not None and (own is None or own.id == head.id or own.subtype == head.subtype == "operation"):
            yield mention, row


def _name_behind(words: Sequence[Word], mention: Candidate, lexicon: NameLexicon) -> tuple[int, int, HeadRow] | None:
    """First and end index of the name that is set against a mention's head, without quotation marks, and the head."""
    begin, last = beginning_at(words, mention.start), ending_at(words, mention.end)
    opened = None if begin is None else lexicon.head_at(words, begin)
    if opened is None or last is None or opened[1].kind != "programme":
        return None
    first, head = opened
    if head.is_one_of(lexicon.words("apart_head")):
        return None  # a call of a programme is not the programme
    while first <= last and words[first].text not in QUOTES and not words[first].is_capitalised:
        if any(words[first].lower in lexicon.words(name) for name in ("part_level", "indefinite")):
            return None
        first += 1
    end = last + 1
    if first < end and words[first].text in QUOTES and words[last].text in _CLOSINGS:
        first, end = first + 1, last
    linked = first >= end or lexicon.is_function(words[first - 1].lower)
    return None if linked else (first, end, head)
