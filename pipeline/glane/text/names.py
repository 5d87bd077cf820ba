"""Institutional names that no list has: a head noun with what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glane.text.name_barred import is_barred
from glane.text.name_catalogues import is_announced, is_catalogued, is_entitled, is_labelled
from glane.text.name_context import opens_sentence, read_numbered_acronym
from glane.text.name_edges import find_edges, has_definite, is_capital, is_numbered
from glane.text.name_lines import fills_line, is_captioned, is_item, is_listed
from glane.text.name_listed import ListedReader
from glane.text.name_meetings import assembly_of, is_standing
from glane.text.name_offices import office_of
from glane.text.name_parts import ORGANISED
from glane.text.name_plain import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glane.rules.names import HeadRow
    from glane.text.name_lexicon import NameLexicon
    from glane.text.name_parts import Known, Phrase
    from glane.text.words import Word

_CLOSING = frozenset('»”"')
_HEADED = 3


class NameMatch(NamedTuple):
    """A head with its phrase.

    Attributes:
        first: index of its first word.
        end: index behind its last word.
        head_end: index behind the head.
        head: the head's row.
        strength: ``name`` (stands by itself), ``weak`` (stands if something else says so: it opens a sentence, or
            lacks a proper word), ``generic`` (a capitalised head alone: stands for a name seen before), ``other`` (the
            name of something that is not recorded), ``unrecorded`` (the same, but a body inside it may stand).
    """

    first: int
    end: int
    head_end: int
    head: HeadRow
    strength: str


def find_names(words: Sequence[Word], lexicon: NameLexicon, known: Mapping[int, Known]) -> Iterator[NameMatch]:
    """Find names that a head noun opens.

    Args:
        words: of the text, tagged or not.
        lexicon: heads and classes of words.
        known: names of the knowledge base, countries, and blockers, by index of their first word.

    Yields:
        The matches, in order; those that stand as names do not overlap.
    """
    reader = ListedReader(words, lexicon, known)
    reached = 0
    for position in lexicon.find_heads(words):
        found = lexicon.head_at(words, position) if position >= reached else None
        if found is None or (position in known and known[position].kind == "blocked"):
            continue
        head_end, head = found
        if _announces_several(words, position, head, lexicon):
            listed = reader.read_listed(head_end)
            if listed:
                for first, end in listed:
                    yield NameMatch(first, end, first, head, "name")
                reached = listed[-1][1]
                continue
        assembly = assembly_of(words, position, head, lexicon)
        phrase = _read_phrase(reader, words, position, head_end, assembly or head)
        if assembly is not None and is_standing(words, position, phrase.end, lexicon):
            head = assembly
        head = office_of(words, position, phrase.end, head, lexicon) or head
        if head.kind == "other":
            strength = _other_strength(words, position, head, phrase, known)
        else:
            strength = _strength(words, position, head_end, head, phrase, lexicon)
        if strength:
            first, end = position, phrase.end
            if strength == "name" and not phrase.faction:
                first, end = find_edges(words, position, head_end, head, phrase, lexicon)
            yield NameMatch(first, end, head_end, head, strength)
        reached = phrase.end if strength in {"name", "other"} or assembly is not None else head_end


def _read_phrase(reader: ListedReader, words: Sequence[Word], first: int, head_end: int, head: HeadRow) -> Phrase:
    """Read what belongs to a head; nothing does to one that is a name by itself."""
    phrase = reader.read(first, head_end, head, capital=is_capital(words[first]))
    if head.lower == "whole" and not phrase.state:
        phrase.end = head_end  # «l'Assemblée nationale», but «l'Assemblée nationale du Mali»
    if head.kind == "programme" and phrase.complements and not phrase.capital:
        phrase.end = reader.bridge(phrase.end)
    return phrase


def _announces_several(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head in small letters means several undertakings, by its form or what stands before it («les fonds»)."""
    if head.kind != "programme" or words[first].is_capitalised:
        return False
    lower = words[first].lower
    alike = head.forms == (lower,) and first > 0 and words[first - 1].lower in lexicon.words("several")
    return alike or head.is_plural(lower)


def _other_strength(
    words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, known: Mapping[int, Known]
) -> str:
    """``other`` for a function or the name of a treaty or a meeting that holds its author, ``unrecorded`` for the rest."""
    if head.subtype == "function":
        return "other" if phrase.complements else ""
    if _holds_body(words, first, phrase, known):
        return "other"
    return "unrecorded" if words[first].is_capitalised and phrase.complements else ""


def _holds_body(words: Sequence[Word], first: int, phrase: Phrase, known: Mapping[int, Known]) -> bool:
    """Whether the name of a treaty or a meeting has a body as its author and a topic: then the body is part of it."""
    if not words[first].is_capitalised or phrase.links[:1] != ["of"] or "for" not in phrase.links:
        return False
    return any(known[index].kind == "organisation" for index in range(first, phrase.end) if index in known)


def _strength(
    words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon
) -> str:
    """Say how far a head with its phrase stands as a name; an empty string where it does not."""
    if is_barred(words, first, head, phrase, lexicon) or is_plain(words, first, head_end, head, phrase, lexicon):
        return ""
    if is_numbered(words, first, head, lexicon):
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
        vague = _is_kind(words, first, head, phrase, lexicon) or _is_described(words, first, head, phrase, lexicon)
        return "weak" if vague else "name"
    if fills_line(words, first, head_end, phrase):
        return "weak"
    told = any(tells(words, first, head, phrase, lexicon) for tells in (_is_explained, _is_posted, _is_ruling))
    if told or _is_aimed(words, first, head_end, head, phrase, lexicon):
        return "name"
    if capital:
        sure = phrase.complements > 0 and not lexicon.words("sure_head").isdisjoint(head.forms)
        item = is_item(words, first, head, phrase) or is_listed(words, first, head_end, head, phrase, lexicon)
        item = item or is_captioned(words, first, head_end, head, phrase)
        item = item or is_announced(words, first, head, phrase, lexicon) or is_labelled(words, first, head, lexicon)
        item = item or is_entitled(words, first, head_end, head, phrase)
        item = item or is_catalogued(words, first, head_end, head, phrase)
        return "name" if sure or item or _meets(head, phrase) else "weak"
    named = _meets(head, phrase) and not _is_people(words, head_end, head, phrase, lexicon)
    return "name" if named and _is_definite(words, first, head, phrase, lexicon) else "weak"


def _strength_alone(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> str:
    """Say how far a head stands as a name with nothing that belongs to it."""
    if not (is_capital(words[first]) or _is_spelt_in_capitals(words, first)):
        return ""
    if phrase.possessor in ORGANISED and not lexicon.words("organ").isdisjoint(head.forms):
        return "name"  # «le Bureau de la Chambre des représentants»
    return "generic" if _is_generic(words, first, lexicon) else ""


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
    """Whether a head that stands alone can be a short form of a name: with a definite article."""
    if words[first].lower in lexicon.words("proper_generic"):
        return True
    new = first > 0 and words[first - 1].lower in lexicon.words("front_adjective")  # «cette nouvelle Agence»
    return words[first].lower not in lexicon.words("never_generic") and has_definite(words, first - new, lexicon)


def _is_definite(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether what stands before a head in lower case lets it be a name rather than a description."""
    bare = first > 0 and words[first - 1].lower in lexicon.words("bare_of")
    if bare and not (phrase.state or (phrase.named and head.kind == "programme")):
        return False
    plural = head.is_plural(words[first].lower)
    if plural and (head.lower in {"proper", "field"} or head.subtype == "government"):
        return False
    if head.kind == "organisation":
        if plural and _is_one_each(head, lexicon) and not (phrase.proper or phrase.state):
            return False  # «les conseils municipaux des villes reconstituées»
        told = phrase.named or phrase.complements > 0 or (phrase.state and head.lower != "institutional")
        if plural and _are_for_some(phrase):
            return False
        if plural and not (told and (phrase.level or phrase.state or phrase.named)):
            return False  # «les laboratoires de Montpellier», «deux offices fédéraux»
        return phrase.named or not is_indefinite(words, first, lexicon)
    granted = not lexicon.words("granted_head").isdisjoint(head.forms)  # «une bourse Fulbright»
    one = first > 0 and not granted and words[first - 1].lower in lexicon.words("indefinite")
    if words[phrase.end - 1].text in _CLOSING:
        return not one or any(word.is_capitalised for word in words[first + 1 : phrase.end])
    return not plural and not one and (phrase.named or has_definite(words, first, lexicon))


def _is_one_each(head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head is that of a body which each territory has one of: «conseils municipaux»."""
    return not lexicon.words("each_level").isdisjoint(head.forms[-1].split())


def _are_for_some(phrase: Phrase) -> bool:
    """Whether a plural with «pour» and common words means bodies of a kind: «les centres fédéraux pour réfugiés»."""
    return phrase.links[:1] == ["for"] and not (phrase.proper or phrase.named or phrase.state)


def _is_kind(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a capitalised plural means bodies of a kind rather than one: «les Autorités administratives».

    A proper word behind the adjectives, or a country, makes one of it («Hôpitaux universitaires de Genève»).
    """
    if not head.is_plural(words[first].lower) or head.forms[0] == head.forms[-1]:
        return False
    great = first > 1 and words[first - 1].lower in lexicon.words("front_adjective")
    if great and words[first - 2].lower in lexicon.words("bare_of"):
        return True  # «de Grandes Écoles de Commerce»
    if head.subtype == "government":
        return True  # «les Gouvernements du Royaume de Belgique, de …»
    if head.lower == "apposed":
        return not phrase.named and not phrase.state
    after = words[first + 1].lower if first + 1 < len(words) else ""
    if after in lexicon.words("each_level") and not phrase.named and not phrase.state:
        return True  # «les Comités régionaux de gestion»
    if _are_for_some(phrase):
        return True
    has_singular = any(not form.endswith(("s", "x")) for form in head.forms)
    named = phrase.state or phrase.named or (phrase.complements > 0 and (phrase.proper or phrase.has_attribute))
    return has_singular and not named


def _is_ruling(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a territory is a body, since something of its is told or it acts.

    «le maire de la commune de Zoma», «porté par le département du Lot», not «dans la commune».
    """
    if phrase.proper and first > 1 and not lexicon.words("ruled_territory").isdisjoint(head.forms):
        return _is_led_by_ruling(words, first, lexicon)
    if lexicon.words("township").isdisjoint(head.forms) or not phrase.proper or first < _HEADED:
        return False
    owned = words[first - 2].lower in lexicon.words("of") and words[first - _HEADED].lower in lexicon.words("of_town")
    return owned and words[first - 1].lower in lexicon.words("one_definite")


def _is_led_by_ruling(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether what only the body of a territory has stands before it and its article, or a preposition of who acts."""
    article = words[first - 1].lower
    return article in lexicon.words("one_definite") and words[first - 2].lower in lexicon.words("ruling_lead")


def _is_explained(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether the acronym of a described body follows in brackets; not «créer des comités locaux (CL)»."""
    several = head.is_plural(words[first].lower) and not words[first].is_capitalised
    bare = first > 0 and words[first - 1].lower in lexicon.words("bare_of")
    listed = first > 1 and (words[first - 2].text == "," or words[first - 2].lower in lexicon.words("and"))
    created = is_indefinite(words, first, lexicon) and not listed  # «de l'agence et des comités locaux (CL)»
    if several and not phrase.proper and (bare or created or head.kind == "programme"):
        return False
    if _is_anothers_acronym(words, first, phrase.end, lexicon):
        return False
    named = phrase.complements > 0 and head.lower not in {"apposed", "never"}
    return named and _acronym_follows(words, phrase.end, lexicon)


def _is_anothers_acronym(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether the acronym behind a description is that of a month or week in it: «comité de la Semaine des arts (SA)»."""
    if end + 1 >= len(words) or words[end + 1].folded[:1] == words[first].folded[:1]:
        return False
    inner = (word for word in words[first + 1 : end] if word.lower in lexicon.words("feast"))
    return any(word.is_capitalised and word.folded[0] == words[end + 1].folded[0] for word in inner)


def _is_posted(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a body is the one that a power has with another one: «la délégation de l'Union européenne au Mali».

    A delegation of a state or a parliament is rather on a visit.
    """
    if not phrase.owned and not lexicon.words("visiting").isdisjoint(head.forms):
        return False
    if lexicon.words("diplomatic").isdisjoint(head.forms) or head.is_plural(words[first].lower):
        return False
    sent = phrase.links[:1] == ["of"] and phrase.links[-1] in {"to", "in", "phrase"}
    headed = first >= _HEADED and words[first - _HEADED].lower in lexicon.words("person")  # «chef de la délégation»
    power = words[phrase.end - 1].lower in lexicon.words("posting_power")  # «la délégation de l'UE», as it calls itself
    sent = sent or (power and phrase.owned and phrase.links == ["of"])
    return sent and not headed and has_definite(words, first, lexicon)


def _is_people(words: Sequence[Word], head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether people of one sort in a town are meant: «la communauté juive de Strasbourg», not «communauté urbaine de X»."""
    sort = phrase.named or phrase.adjectives > 0
    if not sort or phrase.links != ["of"] or lexicon.words("people_head").isdisjoint(head.forms):
        return False
    return words[head_end].lower not in lexicon.words("instituting_adjective")


def _is_aimed(
    words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon
) -> bool:
    """Whether a power's initiative is for something: «l'initiative présidentielle pour l'eau potable»."""
    powers = head.subtype == "initiative" and words[head_end].lower in lexicon.words("initiating")
    single = first > 0 and words[first - 1].lower in lexicon.words("one_definite")
    return (
        powers
        and single
        and phrase.links[:1] == ["for"]
        and not lexicon.words("initiative_head").isdisjoint(head.forms)
    )


def _is_described(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether an indefinite article and common words make a capitalised head a description: «une Agence indépendante»."""
    if head.kind == "programme":
        only = not (phrase.complements or phrase.named or phrase.state)
        return only and first > 0 and words[first - 1].lower in lexicon.words("explaining")  # «un Plan Stratégique»
    if phrase.proper or phrase.state:
        return False
    if head.lower == "apposed" and not phrase.complements:
        return not _is_party(words, first, head, phrase, lexicon)  # «l'Association internationale»
    if (
        head.subtype == "school"
        and not phrase.complements
        and not phrase.level
        and not has_definite(words, first, lexicon)
    ):
        return True  # «École secondaire ou moins»
    one = first > 0 and words[first - 1].lower in lexicon.words("explaining")
    return one and not phrase.complements


def _is_party(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether what a party stands for names it: «le Parti libéral»."""
    if lexicon.words("party_head").isdisjoint(head.forms) or phrase.end <= first + 1:
        return False
    adjective = words[phrase.end - 1].lower
    return adjective in lexicon.words("political") or adjective in lexicon.words("party_adjective")


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


def is_indefinite(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether an indefinite stands before a head: a body that is only described («un centre national de …»).

    «des» is the indefinite behind a verb or a preposition, and «de les» behind a noun.
    """
    if first == 0:
        return False
    before = words[first - 1].lower
    if before in lexicon.words("plural_indefinite"):
        return first < 2 or words[first - 2].pos not in {"NOUN", "PROPN", "ADJ", "PART"}
    return before in lexicon.words("indefinite")


def _meets(head: HeadRow, phrase: Phrase) -> bool:
    """Whether a phrase has what the head needs when its capital says nothing."""
    if phrase.named and head.lower != "never":
        return True
    if head.kind == "programme" and phrase.titled and phrase.complements > 1:
        return head.lower != "never"
    match head.lower:
        case "proper":
            return phrase.proper
        case "state":
            return phrase.state
        case "portfolio":
            return phrase.portfolio or (phrase.proper and phrase.complements > 0)
        case "field":
            return phrase.portfolio
        case "institutional" | "graded":
            proper = phrase.proper and head.kind == "organisation" and head.lower == "institutional"
            return proper or (phrase.level and (phrase.complements > 0 or phrase.adjectives > 1))
        case "named":
            return False
        case _:
            return False
