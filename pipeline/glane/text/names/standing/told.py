"""What stands beside a head in small letters and says that it is a name: an acronym, who sent it, what it rules.

The functions take the words of the text, the index of the head's first word and of the word behind it, the head's row, its
phrase, and the classes of words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.names.context import behind_article, opens_sentence, read_numbered_acronym, years_at
from glane.text.names.extent.edges import has_definite
from glane.text.names.parts import ORGANISED
from glane.text.names.standing.sorts import is_indefinite
from glane.text.names.used.bare import does_alone
from glane.text.names.used.predicates import skip_fillers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_YEARS = re.compile(r"(?:19|20)\d\d[-–](?:(?:19|20)\d\d)")
_PLAN = "plan"
_MOST_FILLERS = 4


def is_dated(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a plan in small letters has its years right behind: «son plan stratégique 2018-2021», not «le plan 2018-2021»."""
    spans = _YEARS.fullmatch(years_at(words, phrase.end)) is not None
    told = phrase.end > first + 1 and head.subtype == _PLAN and not head.is_plural(words[first].lower)
    owned = first > 0 and words[first - 1].lower in lexicon.words("possessive")
    return spans and told and (owned or has_definite(words, first, lexicon))


def is_fielded(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a part of a body in small letters is named by its field or an acronym: «le service Achats», «l'unité antimines DX».

    The field has a capital and no preposition; an acronym alone may be a field of its own («la cellule RH»).
    """
    own = first + 1
    if own >= phrase.end or words[first].is_capitalised or not head.is_one_of(lexicon.words("part_head")):
        return False
    if first < 1 or words[first - 1].lower not in lexicon.words("one_definite"):
        return False
    word = words[own]
    if word.lower.startswith(lexicon.affixes("fighting_prefix")):
        return words[phrase.end - 1].is_acronym
    field = any(word.lower in lexicon.words(name) for name in ("title_noun", "bare_field"))
    field = field or lexicon.is_portfolio(word.lower)
    return word.is_capitalised and not word.is_acronym and field and words[own].start - words[first].end == 1


def is_department(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a part of a body in small letters says what it is for and whose it is: «la direction de l'urbanisme de la Ville».

    What is led is none («la direction du projet de la Ville»), nor who leads («sous la direction des élèves de l'INSA»).
    """
    if words[first].is_capitalised or not head.is_one_of(lexicon.words("department_head")):
        return False
    if phrase.links[:1] != ["of"] or phrase.named or phrase.possessor not in ORGANISED:
        return False
    if first < 1 or words[first - 1].lower not in lexicon.words("one_definite"):
        return False
    if first > 1 and words[first - 2].lower in lexicon.words("turn_lead"):
        return False
    noun = behind_article(words, phrase.begin + 1, lexicon)
    contracted = words[phrase.begin].lower not in lexicon.words("bare_of")
    field = noun < phrase.end and words[noun].text.islower() and not lexicon.is_head(words[noun].folded)
    people = any(words[noun].lower in lexicon.words(name) for name in ("person", "post", "staffed"))
    return field and not people and (contracted or noun > phrase.begin + 1)


def is_ruling(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a territory is a body, since something of its is told or it acts.

    «le maire de la commune de Zoma», «la commune de Zoma a signé», «porté par le département du Lot», not «dans la commune».
    """
    if not phrase.proper or first < 1 or words[first - 1].lower not in lexicon.words("one_definite"):
        return False
    if not words[first].is_capitalised and _acts(words, first, phrase.end, head, lexicon):
        return True
    if first > 1 and head.is_one_of(lexicon.words("ruled_territory")):
        return words[first - 2].lower in lexicon.words("ruling_lead")  # what only the body of a territory has, who acts
    if not head.is_one_of(lexicon.words("township")):
        return False
    owned = first >= 3 and words[first - 2].lower in lexicon.words("of")
    owned = owned and words[first - 3].lower in lexicon.words("of_town")
    return owned or does_alone(words, phrase.end, lexicon)


def _acts(words: Sequence[Word], first: int, end: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a territory is the subject of a sentence in which it does what places do not: «La commune de Zoma adhère à»."""
    if all(not head.is_one_of(lexicon.words(name)) for name in ("township", "ruled_territory")):
        return False
    if not (opens_sentence(words, first - 1) or words[first - 2].text == ","):
        return False
    verb = skip_fillers(words, end, lexicon, _MOST_FILLERS)
    if verb >= len(words) or words[verb].lower in lexicon.words("of_place"):
        return False
    return words[verb].lower in lexicon.words("act") or words[verb].lower in lexicon.words("town_act")


def has_acronym_behind(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether the acronym of a described body follows in brackets; not «créer des comités locaux (CL)»."""
    several = head.is_plural(words[first].lower) and not words[first].is_capitalised
    bare = first > 0 and words[first - 1].lower in lexicon.words("bare_of")
    listed = first > 1 and (words[first - 2].text == "," or words[first - 2].lower in lexicon.words("and"))
    created = is_indefinite(words, first, lexicon) and not listed  # «de l'agence et des comités locaux (CL)»
    vague = head.is_one_of(lexicon.words("loose_head"))
    if several and not phrase.proper and (bare or created or vague or head.kind == "programme"):
        return False
    if _is_anothers_acronym(words, first, phrase.end, lexicon):
        return False
    named = phrase.complements > 0 and head.lower not in {"apposed", "never"}
    return named and _acronym_follows(words, phrase.end, lexicon)


def _is_anothers_acronym(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether the acronym behind a description is that of what is in it.

    That of a month or week: «comité de la Semaine des arts (SA)»; or of the body that acts: «l'action de la direction des
    ports (DP)».
    """
    initial = words[end + 1].folded[:1] if end + 1 < len(words) else ""  # a mark alone has no letter
    if not initial or initial == words[first].folded[:1]:
        return False
    if _is_about(words, first, initial, lexicon):
        return True
    inner = first + 1
    while inner < end and (words[inner].lower in lexicon.words("of") or words[inner].lower in lexicon.words("article")):
        inner += 1
    body = lexicon.head_at(words, inner) if inner > first + 1 and words[inner].folded[:1] == initial else None
    definite = words[inner - 1].lower not in lexicon.words("bare_of")
    if body is not None and body[1].kind == "organisation" and definite:
        return True
    feasts = (word for word in words[first + 1 : end] if word.lower in lexicon.words("feast"))
    return any(word.is_capitalised and word.folded[:1] == initial for word in feasts)


def _is_about(words: Sequence[Word], first: int, initial: str, lexicon: NameLexicon) -> bool:
    """Whether a head is what a law is about, of which the acronym has the letter: «la loi sur le service des eaux (LSE)»."""
    link = first - 1 - (words[first - 1].lower in lexicon.words("article"))
    if link < 1 or words[link].lower not in lexicon.words("on"):
        return False
    noun = words[link - 1]
    return noun.lower in lexicon.words("law") and noun.folded[:1] == initial


def is_posted(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a body is the one that a power has with another one: «la délégation de l'Union européenne au Mali».

    A delegation of a state or a parliament is rather on a visit.
    """
    if not phrase.owned and head.is_one_of(lexicon.words("visiting")):
        return False
    if not head.is_one_of(lexicon.words("diplomatic")) or head.is_plural(words[first].lower):
        return False
    sent = phrase.links[:1] == ["of"] and phrase.links[-1] in {"to", "in", "phrase"}
    headed = first >= 3 and words[first - 3].lower in lexicon.words("person")  # «chef de la délégation»
    power = words[phrase.end - 1].lower in lexicon.words("posting_power")  # «la délégation de l'UE», as it calls itself
    sent = sent or (power and phrase.owned and phrase.links == ["of"])
    return sent and not headed and has_definite(words, first, lexicon)


def is_aimed(
    words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon
) -> bool:
    """Whether a power's initiative is for something: «l'initiative présidentielle pour l'eau potable»."""
    powers = head.subtype == "initiative" and words[head_end].lower in lexicon.words("initiating")
    single = first > 0 and words[first - 1].lower in lexicon.words("one_definite")
    return powers and single and phrase.links[:1] == ["for"] and head.is_one_of(lexicon.words("initiative_head"))


def _acronym_follows(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym in brackets follows: a description with its own acronym is a name."""
    if end + 2 >= len(words) or words[end].text != "(":
        return False
    if read_numbered_acronym(words, end):
        return True
    if words[end + 2].text not in ")–-,;/":
        return False
    further = words[end + 3] if words[end + 2].text == "," and end + 3 < len(words) else None
    cited = further is not None and (further.is_number or further.is_acronym)  # «(MPD, 2020)», «(ABC, DEF)»
    return words[end + 1].is_acronym and words[end + 1].text not in lexicon.stops and not cited
