"""Which items of a list of bodies may be one: no place, person, tool or word that names nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from glane.text.forms import is_row_of_letters
from glane.text.names.derived.coded import is_sectioned
from glane.text.names.unheaded.items import is_introduced
from glane.text.words import ROMAN, VERBS, indexed, is_joint, surface_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.unheaded.items import Item
    from glane.text.words import Word

_MANY = 2
_FEW = 12
"""Places of a word that are looked at."""
_PROPER = "PROPN"
_BODY, _UNDERTAKING = "organisation", "programme"
_COUNTRY = "country"
_SEVERAL = 3
"""Towns with their countries that make a list one of towns."""


def is_no_body(words: Sequence[Word], item: Item, role: str, surnames: Collection[str], lexicon: NameLexicon) -> bool:
    """Whether a name in a list is a surname («Velmora et Gerdier», with «Dan Gerdier» elsewhere), a kind, or an agent a tool."""
    if not role:
        return item.end == item.first + 1 and words[item.first].text in surnames
    if _is_sort(words, item, lexicon):
        return True
    if role != "agent":
        return False
    person = _has_profession(words, item, lexicon) or _is_introduced_elsewhere(words, item, lexicon)
    person = person or _is_of_body(words, item, lexicon)
    return person or _is_called_product(words, item.end, lexicon)


def _is_sort(words: Sequence[Word], item: Item, lexicon: NameLexicon) -> bool:
    """Whether a list names a kind of body with capitals, and none of that kind: «membres de Think Tanks et d'ONG»."""
    if item.kind or item.end - item.first != _MANY:
        return False
    head = lexicon.head_at(words, item.first)
    return head is not None and head[0] == item.end


def _is_introduced_elsewhere(words: Sequence[Word], item: Item, lexicon: NameLexicon) -> bool:
    """Whether the text tells the post of who has the same two words: «en présence d'Awa Velmor, secrétaire d'État»."""
    first, second = item.first, item.first + 1
    if item.kind or item.end - item.first != _MANY or any(word.is_acronym for word in words[first : item.end]):
        return False
    return any(
        index + 1 < len(words)
        and words[index + 1].text == words[second].text
        and is_introduced(words, index, index + _MANY, lexicon)
        for index in indexed(words).places[words[first].text][:_FEW]
    )


def _is_of_body(words: Sequence[Word], item: Item, lexicon: NameLexicon) -> bool:
    """Whether two words are a person's, as the body follows whose that is: «produit par Eli Nard et Glen Havel, de l'Agence»."""
    end = item.end
    if item.kind or end - item.first != _MANY or any(word.is_acronym for word in words[item.first : end]):
        return False
    if end + _MANY < len(words) and words[end].lower in lexicon.words("and"):
        pair = words[end + 1 : end + 1 + _MANY]
        end += 1 + _MANY if all(word.is_word and word.is_capitalised for word in pair) else 0
    if end + _SEVERAL >= len(words) or words[end].text != "," or words[end + 1].lower not in lexicon.words("of"):
        return False
    body = end + 2 + (words[end + 2].lower in lexicon.words("article"))
    return words[body].is_acronym or lexicon.is_head(words[body].folded)


def _has_profession(words: Sequence[Word], item: Item, lexicon: NameLexicon) -> bool:
    """Whether two words are a person's, as what the person does is told behind: «élaboré par Dania Kerval, sociologue»."""
    if item.kind or item.end - item.first != _MANY or item.end + 1 >= len(words) or words[item.end].text != ",":
        return False
    return words[item.end + 1].lower in lexicon.words("profession")


def is_place_of(words: Sequence[Word], items: Sequence[Item], position: int, lexicon: NameLexicon) -> bool:
    """Whether the first of a list hangs on a noun that is listed, as no other does: «le maire de Rives, l'AFD et la BOAD»."""
    link = items[position].first - 1
    if _trails(words, items, position, lexicon):
        return True
    if position == 0 and link > 1 and words[link].lower in lexicon.words("article"):
        # «le gouvernement de la Velmorie et le gouvernement de la France»
        link -= lexicon.is_head(words[link - 2].folded)
    if position or len(items) < _MANY or link < 1 or words[link].lower not in lexicon.words("of"):
        return False
    noun = words[link - 1]
    other = words[items[1].first - 1].lower
    hangs = noun.text.islower() and noun.is_word and noun.lower not in lexicon.words("staffed")
    return hangs and other in lexicon.words("definite")


def _trails(words: Sequence[Word], items: Sequence[Item], position: int, lexicon: NameLexicon) -> bool:
    """Whether a word stands behind the last of a list, as where it is: «l'UICN et l'Institut des lacs, Sarvelle, rapport»."""
    if position < _MANY or items[position].kind or items[position].end > items[position].first + 1:
        return False
    if words[items[position].first].is_acronym or words[items[position].first - 1].text != ",":
        return False
    between = words[items[position - 2].end : items[position - 1].first]
    return any(word.lower in lexicon.words("and") for word in between)


def is_place_elsewhere(words: Sequence[Word], item: Item, lexicon: NameLexicon) -> bool:
    """Whether a capitalised word has the preposition of places at some other place: «à Sarvelle»."""
    if item.kind or item.end > item.first + 1 or words[item.first].is_acronym:
        return False
    same = indexed(words).places[words[item.first].text][:_FEW]
    return any(index and words[index - 1].lower in lexicon.words("to_alone") for index in same)


def are_places(words: Sequence[Word], items: Sequence[Item], known: Mapping[int, tuple[int, str]]) -> bool:
    """Whether plain words are places, as each has its country in brackets: «universités : Patras (Grèce), Split (…)».

    Or as most others are countries and none is a body: «antennes : Amazonie, Togo, Bénin et Ghana».

    Args:
        words: of the text.
        items: of a list.
        known: by the index of a first word, the index behind the last one and the kind of what is found already.
    """
    kinds = [item.kind for item in items]
    if kinds.count(_COUNTRY) >= _SEVERAL and 2 * kinds.count(_COUNTRY) > len(items) and _BODY not in kinds:
        return not any(words[item.first].is_acronym for item in items)
    located = 0
    for item in items:
        inside = known.get(item.end + 1)
        plain = not item.kind and item.end == item.first + 1 and not words[item.first].is_acronym
        if plain and inside is not None and inside[1] == _COUNTRY:
            located += words[item.end].text == "(" and words[inside[0]].text == ")"
    return located >= _SEVERAL and 2 * located > len(items)


def find_following(words: Sequence[Word], capitals: Sequence[int], lexicon: NameLexicon) -> frozenset[str]:
    """The proper words in small letters that stand behind one of their kind, as surnames do: «Dan Gerdier»."""
    found: set[str] = set()
    for index, following in pairwise(capitals):
        word, after = words[index], words[following]
        if following > index + 1 or after.start - word.end != 1 or not (word.is_word and after.is_word):
            continue
        plain = lexicon.is_head(word.folded) or lexicon.is_function(word.lower) or word.is_acronym or after.is_acronym
        if not plain and word.pos == _PROPER and not (index and _is_part_of_run(words, index, following)):
            found.add(after.text)
    return frozenset(found)


def _is_part_of_run(words: Sequence[Word], index: int, following: int) -> bool:
    """Whether two capitalised words are part of a longer run of them, as names of bodies are."""
    before, after = words[index - 1], words[following + 1] if following + 1 < len(words) else None
    return before.is_capitalised or (after is not None and after.is_word and after.is_capitalised)


def _is_called_product(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether an apposition calls an agent a tool: «porté par Patrivue, un outil ouvert», «…, une plateforme de dépôt»."""
    if end + 2 >= len(words) or words[end].text != "," or words[end + 1].lower not in lexicon.words("explaining"):
        return False
    noun = end + 2 + (words[end + 2].lower in lexicon.words("front_adjective"))
    return noun < len(words) and words[noun].lower in lexicon.words("tool")


def is_like_person(words: Sequence[Word], item: Item, lexicon: NameLexicon) -> bool:
    """Whether an item that is not known is two proper words in small letters, as a person's name is."""
    span = words[item.first : item.end]
    if item.kind or len(span) != _MANY or any(word.is_acronym for word in span):
        return False
    return all(word.pos == _PROPER for word in span) and not lexicon.is_tagged_adjective(span[1].lower)


def are_governed(words: Sequence[Word], items: Sequence[Item], lexicon: NameLexicon) -> bool:
    """Whether what is not known is the complement of something before the list: «la ville de Rochebrune et le Département»."""
    item = items[0]
    before = words[item.first - 1].lower if item.first else ""
    named = item.first > 1 and words[item.first - 2].is_capitalised  # «l'État de Vaud, l'État français et …»
    if item.kind or (len(items) > _MANY and not named):
        return False
    return any(before in lexicon.words(name) for name in ("of", "to", "in", "inside", "for"))


def kind_of_list(words: Sequence[Word], items: Sequence[Item], lexicon: NameLexicon, frail: Collection[int]) -> str:
    """The kind of all that is known in a list, if it is one kind and the list is a list rather than an apposition."""
    kinds = [item.kind for item in items if item.kind]
    if len(kinds) == 1 and len(items) > _MANY and any(item.kind and item.first in frail for item in items):
        return ""  # «WFS, WCS, Shapefiles»
    between = range(items[0].end, items[-1].first)
    joined = len(items) > 2 or any(words[index].lower in lexicon.words("along") for index in between)
    if not joined or len(set(kinds)) != 1 or (kinds[0] == _UNDERTAKING and len(kinds) < _MANY):
        return ""
    return kinds[0] if kinds[0] in {_BODY, _UNDERTAKING} else ""


def is_meant(
    words: Sequence[Word], item: Item, lexicon: NameLexicon, *, strict: bool, several: bool, between: bool
) -> bool:
    """Whether an item of a list that is about bodies is a name that nobody knows yet.

    Where few bodies are sure, it is so by its letters or tags only, and several words are rather a person («la Région et
    Ambroise Delorme»). A medium is a body ``between`` two.
    """
    span = words[item.first : item.end]
    if (
        item.kind
        or is_sectioned(words, item.end)
        or span[0].text in lexicon.stops
        or lexicon.is_portfolio(span[0].lower)
    ):
        return False  # «le financement de la Recherche»
    if (span[0].lower in lexicon.words("medium") and not between) or surface_of(span).lower() in lexicon.words(
        "world_region"
    ):
        return False  # «nos comptes Twitter et Mastodon», «présentes au Moyen-Orient»
    if len(span) == 1 and span[0].pos in VERBS and lexicon.has_infinitive_ending(span[0].lower):
        return False  # «avec Santé Canada, Aider les familles», a title
    if len(span) == 1 and span[0].text.isupper() and span[0].lower in lexicon.words("document"):
        return False  # «créée par la LOI»
    if len(span) == 1 and item.end < len(words) and words[item.end].lower in lexicon.words("number_sign"):
        return False  # «fixé par l'Acte n° 12»
    if len(span) == 1 and (ROMAN.issuperset(span[0].text) or is_row_of_letters(span[0].text)):
        return False  # «les programmes axe II»
    if _is_cut(words, item, lexicon) or _is_in_program(words, item.end) or _is_in_code(words, item):
        return False
    return (several or len(span) == 1) and is_proper(span, strict=strict)


def _is_cut(words: Sequence[Word], item: Item, lexicon: NameLexicon) -> bool:
    """Whether a word in small letters but for its first is only the beginning of a name: «Volontariat international»."""
    if item.end != item.first + 1 or words[item.first].is_acronym or item.end >= len(words):
        return False
    after = words[item.end]
    if after.start - words[item.first].end != 1 or not after.text.islower():
        return False
    common = words[item.first].pos != _PROPER
    if after.pos == "ADJ" or after.lower in lexicon.words("bare_of"):
        # «Église universelle du royaume», «Registre de preuve», but «Système intégré de suivi (SIDS)»
        opened = common if after.pos == "ADJ" else words[item.first].pos == "NOUN"
        if opened and not _is_explained(words, item.end):
            return True
    kind = common and after.lower in lexicon.words("level")
    return kind or (after.lower in lexicon.words("for") and words[item.first].pos == "NOUN")


def _is_explained(words: Sequence[Word], position: int) -> bool:
    """Whether an acronym in brackets follows within the clause, of which the name may be the long form."""
    for index in range(position, min(len(words) - 1, position + _FEW)):
        if words[index].text == "(":
            return words[index + 1].is_acronym or not words[index + 1].text.islower()
        if not words[index].is_word:
            return False
    return False


def _is_in_code(words: Sequence[Word], item: Item) -> bool:
    """Whether a stroke joins an acronym to what has digits, perhaps behind another one: «RB/COT/13A17956»."""
    end = item.end
    for _ in range(_MANY):
        if end + 1 >= len(words) or words[end].text != "/" or not is_joint(words, end):
            return False
        if any(map(str.isdigit, words[end + 1].text)):
            return True
        end += 2
    return False


def _is_in_program(words: Sequence[Word], end: int) -> bool:
    """Whether a full stop joins a word to the next, as in the names of programs and sites: «géré par LogiWeb.Accueil»."""
    return end + 1 < len(words) and words[end].text == "." and words[end + 1].is_word and is_joint(words, end)


def is_proper(span: Sequence[Word], *, strict: bool) -> bool:
    """Whether words are a proper name by their letters or their tags; where they have a role, capitals do."""
    return not strict or any(word.is_acronym or word.pos == _PROPER for word in span)
