"""Offices named as what is sent out, such as «la Mission des Archives du ministère de la Culture»; and posts named as bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import skip_bracket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def office_of(words: Sequence[Word], first: int, end: int, head: HeadRow, lexicon: NameLexicon) -> HeadRow | None:
    """The row of a body for a head of undertakings that an administration has as a part of itself.

    Args:
        words: of the text.
        first: index of the name's first word.
        end: index behind its last one.
        head: the head's row.
        lexicon: classes of words.

    Returns:
        The row; ``None`` where no administration owns what is named, with an article: «… du ministère de la Culture»,
        and no power has it with another one: «… auprès de l'Union européenne».
    """
    if not words[first].is_capitalised or not head.is_one_of(lexicon.words("office_head")):
        return None
    if any(word.lower in lexicon.words("beside") for word in words[first:end]):
        return _body(head)  # «la Mission suisse auprès de l'Union européenne»
    if end + 1 < len(words) and words[end].lower in lexicon.words("and") and words[end + 1].is_capitalised:
        end += 2  # «Mission des Archives et Registres»: its initials tell that the second is of the name
    link = skip_bracket(words, end)
    owner = link + 1 + (link + 1 < len(words) and words[link + 1].lower in lexicon.words("one_definite"))  # «de la»
    if owner >= len(words) or words[link].lower not in lexicon.words("of"):
        return None
    if words[owner].lower not in lexicon.words("office_owner"):
        return None
    return _body(head)


def _body(head: HeadRow) -> HeadRow:
    """The row of a head as that of a body."""
    return head.model_copy(update={"kind": "organisation", "subtype": "agency"})


def is_post(words: Sequence[Word], head_end: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a name's head has but a post behind it, in English: «Awa Diop, Programme Officer»."""
    return end == head_end + 1 and words[head_end].lower in lexicon.words("foreign_post")
