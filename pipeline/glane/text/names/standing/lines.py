"""What the place of a name in a line or in a list says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import BULLETS, is_joint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_LABEL = 2
"""Words behind the head of what may be a label in title case: «de Presse»."""
_CAPTION_ENDS = frozenset(":–—;(\n")
_LONGEST_OWNER = 9
"""Words of a body in front of a dash, behind its head."""
_OWNER_STOPS = frozenset(".;:!?()\n")
_ITEM_STARTS, _ITEM_ENDS = frozenset(";:"), frozenset(";.,(\n")


def is_item(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase) -> bool:
    """Whether a body with a proper word or a country in its name is a whole item: «; Société des Textiles de Kaolack ;»."""
    if head.kind != "organisation" or not ((phrase.proper or phrase.state) and phrase.complements) or not first:
        return False
    before = first - 1
    if words[before].text in BULLETS:  # «- Caisse du Lac ; - Société du Port ;»
        begins = before < 1 or words[before - 1].text in _ITEM_STARTS | {"\n"}
        return begins and _is_closed(words, phrase)
    return _is_closed(words, phrase) and words[before].text in _ITEM_STARTS


def is_listed(
    words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon
) -> bool:
    """Whether one body with what it is for in full is an item of a list in lines: «– Administration de la nature ;»."""
    if head.kind != "organisation" or not phrase.complements or head.is_plural(words[first].lower):
        return False
    marked = first > 1 and words[first - 1].text in BULLETS and words[first - 2].text == "\n"
    several = words[head_end].lower in lexicon.words("of_several")
    determined = several or words[head_end + 1].lower in lexicon.words("article")
    return marked and _is_closed(words, phrase) and determined and not head.is_one_of(lexicon.words("organ"))


def _is_closed(words: Sequence[Word], phrase: Phrase) -> bool:
    return phrase.end >= len(words) or words[phrase.end].text in _ITEM_ENDS


def is_captioned(words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase) -> bool:
    """Whether a line begins with a name, and nothing else up to a mark: «Société des Arts de Kaolack : trois lots».

    A title, a caption or an item of a list has no article where a sentence would have one. «Service de Presse :» is a label.
    """
    if head.is_plural(words[first].lower) or not (phrase.proper and phrase.complements):
        return False
    if phrase.end - head_end <= _LABEL:
        return False
    begin = first - (first > 0 and words[first - 1].text in BULLETS)
    begins = begin == 0 or words[begin - 1].text == "\n"
    return begins and (phrase.end >= len(words) or words[phrase.end].text in _CAPTION_ENDS)


def fills_line(words: Sequence[Word], first: int, head_end: int, phrase: Phrase) -> bool:
    """Whether a head with one capitalised word is a whole line: a heading in title case («Programme Détaillé»)."""
    ends = phrase.end >= len(words) or words[phrase.end].text == "\n"
    begins = first == 0 or words[first - 1].text == "\n"
    return begins and ends and phrase.end - head_end == 1 and not words[head_end].is_acronym


def is_signed(words: Sequence[Word], head: HeadRow, phrase: Phrase) -> bool:
    """Whether the acronym of a state's body stands in brackets behind it: «Coopération allemande (GIZ)»."""
    closing = phrase.end + 2
    if head.kind != "organisation" or not phrase.state or closing >= len(words):
        return False
    return words[phrase.end].text == "(" and words[closing - 1].is_acronym and words[closing].text == ")"


def is_attached(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a dash sets a service behind the body that has it: «Ministère des Forêts – Service de la chasse»."""
    dash = first - 1
    if head.kind != "organisation" or not phrase.complements or dash < 1 or words[dash].text not in BULLETS:
        return False
    if words[dash].end == words[first].start or is_joint(words, dash):
        return False
    for index in range(dash - 1, max(-1, dash - 1 - _LONGEST_OWNER), -1):
        word = words[index]
        if word.text in _OWNER_STOPS:
            return False
        found = lexicon.head_at(words, index) if word.is_capitalised and lexicon.is_head(word.folded) else None
        if found is not None and index < dash - 1:
            return found[1].kind == "organisation" and not found[1].is_plural(word.lower)
    return False
