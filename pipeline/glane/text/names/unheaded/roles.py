"""Names without a noun that says what they are, where only bodies stand: agents, partners, lists of bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, GUESS, Candidate
from glane.text.names.context import is_among_capitals, opens_sentence
from glane.text.names.standing.places import find_listed_places
from glane.text.names.unheaded.agents import is_deed, is_employer, is_participle_of
from glane.text.names.unheaded.detailed import announces_undertakings
from glane.text.names.unheaded.items import find_surnames, read_list
from glane.text.names.unheaded.members import (
    are_governed,
    are_places,
    find_following,
    is_like_person,
    is_meant,
    is_no_body,
    is_place_elsewhere,
    is_place_of,
    kind_of_list,
)
from glane.text.words import find_capitals

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.unheaded.items import Item
    from glane.text.words import Word

_MOST_LEADING, _MOST_ADJECTIVES = 4, 3
_FAR_BEFORE = 10
"""Words before «groupes» among which one says that they are of people."""
_INTRODUCING = frozenset(":(")
_MANY = 2
_SPELT = 4
"""Letters of an acronym that is taken for a body without an article; shorter ones are as often things."""
_BODY, _UNDERTAKING = "organisation", "programme"
_THING = ("thing", "")
_LISTED = frozenset({"", "listed"})
"""Roles that places have too: «des écoles : Sarvelle, Tiann, Lobou»."""
_HEADED, _NETWORK, _MANDATED = "headed", "network", "mandated"
_LONE = frozenset({_HEADED, _NETWORK, _MANDATED})
"""Roles of one name only."""


def find_role_names(
    words: Sequence[Word],
    lexicon: NameLexicon,
    known: Mapping[int, tuple[int, str]],
    refused: Collection[str],
    frail: Collection[int] = (),
) -> Iterator[Candidate]:
    """Find capitalised names that their role, or the bodies that they are listed with, makes names of bodies.

    «mis en œuvre par Ekolis», «avec l'appui de Santé Plus», «des partenaires comme Sylex et Kobani», «l'AFD, Nexial et
    la BOAD». A name that an article stands before is left to others.

    Args:
        words: of the text.
        lexicon: classes of words.
        known: by the index of a first word, the index behind the last one and the kind of what is found already.
        refused: acronyms that the document defines, as whatever.
        frail: indices of short acronyms that may be something else: one alone does not make bodies of several others.

    Yields:
        Candidates of organisations, and of undertakings where a noun for several leads to them.
    """
    capitals = find_capitals(words)
    people = find_surnames(words, capitals, lexicon)
    surnames = find_following(words, capitals, lexicon)
    places = find_listed_places(words, lexicon)
    reached = 0
    for index in sorted({*capitals, *known}):
        if index < reached or index in places:
            continue
        items = read_list(words, index, lexicon, known, people)
        if not items:
            continue
        role, kind = _role_of_list(words, items, lexicon)
        if role == "agent" and _is_subject(words, items, lexicon):
            subject = items.pop()
            if not subject.kind and _is_funded(words, items[0].first, lexicon):
                start, end = words[subject.first].start, words[subject.end - 1].end
                yield Candidate(start, end, _UNDERTAKING, "context:funded", tier=EVIDENCE, subtype="programme")
        reached = items[-1].end
        if not role and len(items) > 1 and not are_governed(words, items, lexicon):
            kind = kind_of_list(words, items, lexicon, frail)
        if not kind:  # most names
            continue
        certain = sum(bool(item.kind) for item in items)
        personal = role == "agent" and _is_personal(words, items[0].first, lexicon)
        placed = role in _LISTED and any(is_place_elsewhere(words, item, lexicon) for item in items)
        placed = placed or (role in _LISTED and are_places(words, items, known))
        alone = len(items) == 1 and words[max(0, items[0].first - 1)].text in _INTRODUCING
        for position, item in enumerate(items):
            strict = (not role or alone) and certain <= _MANY
            around = items[position - 1 : position] + items[position + 1 : position + 2]
            between = len(around) == _MANY and all(other.kind == _BODY for other in around)
            several = bool(role) or certain >= _MANY
            barred = is_no_body(words, item, role, surnames, lexicon) or words[item.first].text in refused
            barred = barred or (not role and is_place_of(words, items, position, lexicon))
            barred = barred or placed
            if (
                not barred
                and is_meant(words, item, lexicon, strict=strict, several=several, between=between)
                and not (personal and is_like_person(words, item, lexicon))
            ):
                start, end = words[item.first].start, words[item.end - 1].end
                yield Candidate(start, end, kind, f"context:{role or 'list'}", tier=EVIDENCE if role else GUESS)


def _is_personal(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether an agent does what persons do as often as bodies: «coordonné par», «animé par»."""
    index = first - 1
    while index > 0 and words[index].lower in lexicon.words("article") | lexicon.words("by"):
        index -= 1
    return index >= 0 and is_participle_of(words[index].lower, "personal_deed", lexicon)


def _role_of_list(words: Sequence[Word], items: list[Item], lexicon: NameLexicon) -> tuple[str, str]:
    """What stands before a list says of its items: their role and kind, or nothing; it is cut where one has the role."""
    role, kind = _role_of(words, items[0].first, lexicon)
    if not role and _is_mandated(words, items[0], lexicon):
        role, kind = _MANDATED, _BODY
    if not role and is_employer(words, items[0].first, lexicon):
        role, kind = "employer", _BODY
    if role in _LONE:
        del items[1:]  # «la directrice de KOVRAN, Awa Ndiaye»
    if role == _NETWORK and items[0].end < len(words) and words[items[0].end].lower in lexicon.words("of"):
        return "", ""  # «membre du réseau Terre des jeunes»
    if role == "between" and not any(item.kind == _BODY or words[item.first].is_acronym for item in items):
        return "", ""  # «une coopération entre Kaolack et Dosso»
    return role, kind


def _is_mandated(words: Sequence[Word], item: Item, lexicon: NameLexicon) -> bool:
    """Whether one word names whom something is asked of or given to: «a chargé Fedpol de …», «confie à Keolia la …»."""
    word, before = words[item.first], item.first - 1
    if item.end - item.first > 1 or before < 1 or item.end >= len(words) or len(word.text) < _SPELT:
        return False
    after = words[item.end].lower
    if words[before].lower in lexicon.words("mandating"):
        return after in lexicon.words("bare_of")
    given = words[before].lower in lexicon.words("to_alone") and words[before - 1].lower in lexicon.words("entrusting")
    return given and after in lexicon.words("article")


def _role_of(words: Sequence[Word], first: int, lexicon: NameLexicon) -> tuple[str, str]:
    """What stands before a name says of it: its role (``agent``, ``partner``, ``listed`` …) and its kind, or nothing."""
    before = words[first - 1].lower if first else ""
    article = before in lexicon.words("one_definite") and before not in lexicon.words("of")
    if article:
        first -= 1
    if first == 0 or (opens_sentence(words, first) and words[first - 1].text != ":"):
        return "", ""
    link, index = words[first - 1], first - 2
    if is_among_capitals(words, first):
        return "", ""
    if index >= 0 and link.lower in lexicon.words("by"):
        return ("agent", _BODY) if is_deed(words, index, lexicon) else ("", "")
    nouns = [words[i].lower for i in range(index, max(-1, index - 2), -1)]
    if link.lower in lexicon.words("with"):
        return ("partner", _BODY) if any(word in lexicon.words("joint") for word in nouns) else ("", "")
    if link.lower in lexicon.words("between"):
        return ("between", _BODY) if any(word in lexicon.words("joint") for word in nouns) else ("", "")
    if link.lower in lexicon.words("bare_of"):
        if any(word in lexicon.words("support") for word in nouns) or _funds(words, index, lexicon, article=article):
            return "support", _BODY
        if any(word in lexicon.words("owned") for word in nouns) and not _is_besieged(words, first, index, lexicon):
            return "belonging", _BODY
        return (_HEADED, _BODY) if _is_headed(words, first, nouns, lexicon) else ("", "")
    return _introduced_as(words, first, lexicon)


def _is_besieged(words: Sequence[Word], first: int, noun: int, lexicon: NameLexicon) -> bool:
    """Whether a town is told to be besieged, not a body to have its seat: «il retrace le siège de Sarvelle»."""
    if words[noun].lower not in lexicon.words("seat") or words[first].is_acronym or noun < 1:
        return False
    return words[noun - 1].lower in lexicon.words("article")


def _is_headed(words: Sequence[Word], first: int, before: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether an acronym that is no term is the body that somebody heads: «la directrice exécutive de KOVRAN»."""
    text = words[first].text
    spelt = len(text) >= _SPELT and text.isupper() and text.isalpha() and text not in lexicon.stops
    common = lexicon.is_head(words[first].folded) or words[first].lower in lexicon.words("known_city")
    return spelt and not common and any(word in lexicon.words("heading") for word in before)


def _funds(words: Sequence[Word], index: int, lexicon: NameLexicon, *, article: bool) -> bool:
    """Whether what stands behind a noun for funding gives it: «grâce au financement de l'AFN», not «aide au financement de»."""
    if index < 0 or words[index].lower not in lexicon.words("funding"):
        return False
    before = words[index - 1].lower if index else ""
    given = index > 1 and words[index - 2].lower in lexicon.words("thanks")
    return not article or given or before not in lexicon.words("to")


def _is_subject(words: Sequence[Word], items: Sequence[Item], lexicon: NameLexicon) -> bool:
    """Whether the last item is what the sentence, that a participle opens, is about: «Financé par l'UE, le X couvre …»."""
    if len(items) < _MANY or any(w.lower in lexicon.words("and") for w in words[items[-2].end : items[-1].first]):
        return False
    end = items[-1].end
    if end < len(words) and not words[end].is_word:
        return False  # «Coordonné par X, de l'université Y, il …»
    return _opening_participle(words, items[0].first, lexicon) >= 0


def _opening_participle(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index of the participle that opens the sentence before an agent; -1 where none does."""
    index = first - 1
    while index >= 0 and words[index].lower in lexicon.words("article") | lexicon.words("by"):
        index -= 1
    if index >= _MANY and words[index - 1].lower in lexicon.words("in"):
        index -= 2  # «mis en œuvre»
    return index if index >= 0 and opens_sentence(words, index) and words[index].is_capitalised else -1


def _is_funded(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether the participle that opens the sentence is one of undertakings: «Financé par …», «Mis en œuvre par …»."""
    participle = words[_opening_participle(words, first, lexicon)]
    return is_participle_of(participle.lower, "funded", lexicon)


def _is_named_by(noun: Word, name: Word, lexicon: NameLexicon) -> bool:
    """Whether a noun for several can name what stands right behind it: no adjective of its own, «groupes Stratégiques»."""
    described = name.lower.endswith(lexicon.affixes("plain_plural_ending")) and lexicon.has_adjective_ending(name.lower)
    return noun.text.islower() and not lexicon.is_function(noun.lower) and not described


def _introduced_as(words: Sequence[Word], first: int, lexicon: NameLexicon) -> tuple[str, str]:
    """The role and the kind that a noun for several gives the names it leads to: «des acteurs comme …», «Partenaires : …»."""
    if words[first - 1].text == ":" and announces_undertakings(words, first - 1, lexicon):
        return "listed", _UNDERTAKING
    index, least = first - 1, max(-1, first - 1 - _MOST_LEADING)
    while index > least and (words[index].lower in lexicon.words("such_as") or words[index].text in _INTRODUCING):
        index -= 1
    if index < first - 1 and words[index].lower in lexicon.words("to_alone"):
        index -= 1  # «à savoir»
    direct = index == first - 1
    if direct and not _is_named_by(words[index], words[first], lexicon):
        return "", ""
    if index > 0 and words[index].text == ",":
        index -= 1  # «des prestataires, notamment …»
    for position in range(index, max(-1, index - _MOST_ADJECTIVES - 1), -1):
        word = words[position]
        if not word.is_word or (direct and lexicon.is_function(word.lower)):
            break  # «les entreprises de la région Rhône-Alpes»
        role = _role_of_noun(words, position, lexicon)
        if role is not None and (role != _THING or not direct):
            return role
        if word.is_capitalised:
            break
    return "", ""


def _role_of_noun(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> tuple[str, str] | None:
    """What the names are that a noun for several leads to: bodies, undertakings, or things; ``None`` for other words."""
    word = words[noun].lower
    if word in lexicon.words("actors"):
        return None if _are_peoples(words, noun, lexicon) else ("listed", _BODY)
    if word in lexicon.words("undertakings"):
        return _governed_as(words, noun, lexicon) or ("listed", _UNDERTAKING)
    if word in lexicon.words("network") and _has_members(words, noun, lexicon):
        return _NETWORK, _BODY
    return _THING if word in lexicon.words("standards") else None


def _are_peoples(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> bool:
    """Whether groups are of people by descent: «les groupes ethniques (…)», «soixante ethnies en quatre grands groupes (…)»."""
    if words[noun].lower not in lexicon.words("group_noun"):
        return False
    around = words[max(0, noun - _FAR_BEFORE) : noun + 2]
    return any(word.lower in lexicon.words("descent") for word in around)


def _has_members(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> bool:
    """Whether somebody belongs to what a noun stands for: «membre du réseau X», «affiliée au mouvement X»."""
    before = {word.lower for word in words[max(0, noun - _MOST_LEADING) : noun]}
    return not before.isdisjoint(lexicon.words("network_member"))


def _governed_as(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> tuple[str, str] | None:
    """What names behind a noun are, that is itself the complement of another: «bailleurs de fonds», «porteurs de projets»."""
    if noun < _MANY or words[noun - 1].lower not in lexicon.words("bare_of"):
        return None
    governor = words[noun - 2].lower
    if governor in lexicon.words("quantity"):
        return None
    return ("listed", _BODY) if governor in lexicon.words("actors") else ("", "")
