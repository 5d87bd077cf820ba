"""How far a head with its phrase stands as a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.catalogues import is_announced_undertaking, is_catalogued, is_entitled, is_labelled_body
from glane.text.names.context import opens_sentence
from glane.text.names.extent.edges import has_definite, is_capital, is_ours, is_ranked
from glane.text.names.parts import ORGANISED
from glane.text.names.standing.barred import is_barred
from glane.text.names.standing.created import is_created
from glane.text.names.standing.lines import fills_line, is_attached, is_captioned, is_item, is_listed, is_signed
from glane.text.names.standing.plain import is_plain
from glane.text.names.standing.sorts import is_definite, is_described, is_indefinite, is_kind, is_people
from glane.text.names.standing.told import (
    has_acronym_behind,
    is_aimed,
    is_dated,
    is_department,
    is_fielded,
    is_posted,
    is_ruling,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word


def strength_of(
    words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon
) -> str:
    """Say how far a head with its phrase stands as a name.

    Args:
        words: of the text.
        first: index of the head's first word.
        head_end: index behind the head.
        head: the head's row.
        phrase: what belongs to it.
        lexicon: classes of words.

    Returns:
        ``name``, ``weak`` or ``generic``, as in `NameMatch`; an empty string where it is no name.
    """
    counted = is_ranked(words, first, head, phrase, lexicon) or is_dated(words, first, head, phrase, lexicon)
    bare = phrase.end == head_end and not counted and _is_common(words, first, head)  # a third of all
    if (
        bare
        or is_barred(words, first, head, phrase, lexicon)
        or is_plain(words, first, head_end, head, phrase, lexicon)
    ):
        return ""
    if counted:
        return "name"
    capital = is_capital(words[first])
    if head.lower == "whole":
        return "name" if has_definite(words, first, lexicon) or capital else ""
    if phrase.end == head_end:
        return _strength_alone(words, first, head, phrase, lexicon)
    if phrase.faction and is_indefinite(words, first, lexicon):
        return ""  # «un groupe radical»
    visiting = words[first].lower in lexicon.words("visiting") and is_indefinite(words, first, lexicon)
    if capital and not opens_sentence(words, first) and not visiting:
        vague = is_kind(words, first, head, phrase, lexicon) or is_described(words, first, head, phrase, lexicon)
        return "weak" if vague else "name"
    if fills_line(words, first, head_end, phrase):
        return "weak"
    telling = (has_acronym_behind, is_posted, is_ruling, is_fielded, is_department, is_created)
    told = any(tells(words, first, head, phrase, lexicon) for tells in telling)
    if told or is_aimed(words, first, head_end, head, phrase, lexicon):
        return "name"
    if capital:
        sure = phrase.complements > 0 and head.is_one_of(lexicon.words("sure_head"))
        apart = sure or _is_set_apart(words, first, head_end, head, phrase, lexicon)
        return "name" if apart or _meets(head, phrase, lexicon) else "weak"
    named = _meets(head, phrase, lexicon) and not is_people(words, head_end, head, phrase, lexicon)
    return "name" if named and is_definite(words, first, head, phrase, lexicon) else "weak"


def _is_set_apart(
    words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon
) -> bool:
    """Whether what opens a sentence or line is set apart as names are: as an item, a label, a caption, a signature, a title."""
    return (
        is_item(words, first, head, phrase)
        or is_listed(words, first, head_end, head, phrase, lexicon)
        or is_captioned(words, first, head_end, head, phrase)
        or is_signed(words, head, phrase)
        or is_announced_undertaking(words, first, head, phrase, lexicon)
        or is_labelled_body(words, first, head, lexicon)
        or is_entitled(words, first, head_end, head, phrase)
        or is_catalogued(words, first, head_end, head, phrase)
        or is_attached(words, first, head, phrase, lexicon)
    )


def _strength_alone(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> str:
    """Say how far a head stands as a name with nothing that belongs to it."""
    if not (is_capital(words[first]) or _is_spelt_in_capitals(words, first)):
        one = first > 0 and words[first - 1].lower in lexicon.words("one_definite")
        # «la MRC», after «la MRC de Velmont»
        return "generic" if one and words[first].lower in lexicon.words("acronym_head") else ""
    if phrase.possessor in ORGANISED and head.is_one_of(lexicon.words("organ")):
        return "name"  # «le Bureau de la Chambre des représentants»
    return "generic" if _is_generic(words, first, lexicon) else ""


def _is_common(words: Sequence[Word], first: int, head: HeadRow) -> bool:
    """Whether a head that stands alone is a common noun by its letters."""
    return head.lower != "whole" and not words[first].is_capitalised and not words[first].text.isupper()


def _is_spelt_in_capitals(words: Sequence[Word], first: int) -> bool:
    """Whether a head and its article stand in capitals, as in the formulas of courts: «LA COUR, vu le rapport»."""
    article = words[first - 1].text if first else ""
    return (
        len(article) > 1
        and article.isupper()
        and words[first].text.isupper()
        and words[first].start > words[first - 1].end
    )


def _is_generic(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a head that stands alone can be a short form of a name: with a definite article, or «notre»."""
    if words[first].lower in lexicon.words("proper_generic"):
        return True
    if is_ours(words, first, lexicon):
        return words[first].lower not in lexicon.words("never_generic")
    new = first > 0 and words[first - 1].lower in lexicon.words("front_adjective")  # «cette nouvelle Agence»
    return words[first].lower not in lexicon.words("never_generic") and has_definite(words, first - new, lexicon)


def _meets(head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a phrase has what the head needs when its capital says nothing."""
    if phrase.named and head.lower != "never":
        return True
    if head.kind == "programme" and phrase.titled and phrase.complements > 1:
        return head.lower != "never"
    match head.lower:
        case "proper":
            return phrase.proper or (phrase.state and head.is_one_of(lexicon.words("one_of_state")))
        case "state":
            return phrase.state
        case "portfolio":
            return phrase.portfolio or (phrase.proper and phrase.complements > 0)
        case "field":
            return phrase.portfolio
        case "institutional" | "graded":
            proper = phrase.proper and head.kind == "organisation" and head.lower == "institutional"
            return proper or (phrase.level and (phrase.complements > 0 or phrase.adjectives > 1))
        case _:
            return False
