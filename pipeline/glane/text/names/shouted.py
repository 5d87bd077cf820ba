"""Names in lines of capitals: what is sure there, and what fills a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import is_hyphen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def is_shouted(words: Sequence[Word], match: NameMatch, shouted: Callable[[int], bool], lexicon: NameLexicon) -> bool:
    """Whether a name is all in capitals, or a guess in a line of capitals: there, only what is sure is to be trusted.

    Args:
        words: of the text.
        match: what the grammar reads.
        shouted: whether an offset stands in a line of capitals.
        lexicon: classes of words.
    """
    span = words[match.first : match.end]
    if all(word.text.isupper() for word in span if word.is_word):
        coded = match.head.is_one_of(lexicon.words("coded_head"))  # «le RHU TRUE»
        return shouted(span[0].start) if coded else len(span) > 1
    return match.strength != "name" and shouted(span[0].start)


def as_heading(
    words: Sequence[Word], match: NameMatch, shouted: Callable[[int], bool], lexicon: NameLexicon
) -> NameMatch:
    """Make a name of a body that is a line in capitals, up to a mark, with all of a place that a hyphen joins.

    A ministry, or a body named after its place: «MINISTÈRE DES CARRIÈRES ET DES CANAUX», «PRÉFECTURE DU CANTAL».

    Args:
        words: of the text, as they would be written in a sentence.
        match: what the grammar reads.
        shouted: whether an offset stands in a line of capitals.
        lexicon: classes of words.

    Returns:
        The match, in a line of capitals with all of the place, and as a name where it fills that line.
    """
    if not shouted(words[match.first].start):
        return match
    end = match.end
    while is_hyphen(words, end):
        end += 2
    match = match._replace(end=end)
    opens = match.first == 0 or words[match.first - 1].is_break
    told = _is_told_ministry(words, match) or _is_placed(words, match, lexicon)
    if not (opens and told and match.is_read):
        return match
    fills = match.end == len(words) or words[match.end].is_break
    return match._replace(strength="name") if fills else match


def _is_told_ministry(words: Sequence[Word], match: NameMatch) -> bool:
    ministry = match.head.subtype == "ministry" and match.end > match.head_end + 1
    return ministry and not match.head.is_plural(words[match.first].lower)


def _is_placed(words: Sequence[Word], match: NameMatch, lexicon: NameLexicon) -> bool:
    """Whether a body of a kind that is named after its place has one behind it: «GRAND PORT MARITIME DU HAVRE»."""
    kind = lexicon.phrase_end(words, match.first, "placed_heading")
    return 0 < kind < match.end - 1 and words[kind].lower in lexicon.words("of")
