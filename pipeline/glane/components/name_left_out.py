"""Names of the knowledge base that are something else in a document: things, sorts of activities, namesakes, other genders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.components.name_candidates import agrees
from glane.components.name_owners import line_of
from glane.text.forms import fold
from glane.text.names.extent.adjectives import PLURAL
from glane.text.names.known.agreement import find_disagreeing
from glane.text.names.known.listed import find_amounts, find_listed_things
from glane.text.names.standing.barred import is_lead
from glane.text.names.standing.places import find_listed_places
from glane.text.words import beginning_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glane.components.state import Resources, State
    from glane.text.acronyms.find import Definition
    from glane.text.knowledge import EntityMatch
    from glane.text.words import Word

_BRACKETED = 2
"""Words from an acronym in brackets back to the word before these."""
_SIGN_REACH = 8
"""Words between a sign and whose it is: «l'emblème de la croix rouge et du croissant rouge»."""
_UNSPELT = ("head", "order")
"""Ends of the rules of definitions whose short form has not the initials of its long one in order."""
_OF_KIND, _OF_FAMILY = "kind", "family"
_MINISTRY = "ministry"


def leave_out(state: State, resources: Resources, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out what the document, or the place of a name in it, tells to be no name of a known entity.

    Args:
        state: of the document.
        resources: the knowledge base and the lexicon.
        found: the matches, in order.

    Returns:
        The matches that stay.
    """
    found = _without_people(state, _without_signs(state, resources, _without_things(state, resources, found)))
    found = _without_places(state, resources, _without_strangers(found, resources))
    found = [match for match in found if not _is_of_minister(state, resources, match)]
    return _without_disagreeing(state, resources, _without_attributes(state, resources, found))


def _is_of_minister(state: State, resources: Resources, match: EntityMatch) -> bool:
    """Whether a ministry that is called by its field is that field, in somebody's title: «la ministre du Patrimoine canadien»."""
    if match.rows[0].subtype != _MINISTRY or match.form != "name":
        return False
    words, link = state.words, match.first - 1
    link -= link > 0 and words[link].lower in resources.lexicon.words("article")
    if link < 1 or words[link].lower not in resources.lexicon.words("of"):
        return False
    return words[link - 1].lower in resources.lexicon.words("minister")


def without_others(state: State, resources: Resources) -> list[Definition]:
    """Leave out the definitions that give a body the acronym of what it pays with: «l'Union européenne (FEDER)».

    Args:
        state: of the document, with its words and definitions.
        resources: the knowledge base and the lexicon.

    Returns:
        The definitions that stay.
    """
    return [
        given
        for given in state.definitions
        if not (_is_anothers(given, state, resources) or _is_of_leader(given, state, resources))
    ]


def _is_of_leader(given: Definition, state: State, resources: Resources) -> bool:
    """Whether a short form is that of whose member leads: «sous la direction d'Anne Sorel (CNRS)»."""
    first = beginning_at(state.words, given.long_start) if given.rule.endswith(_UNSPELT) else None
    if first is None or not state.words[first].text.islower():
        return False
    head = resources.lexicon.head_at(state.words, first)
    return head is not None and is_lead(state.words, first, head[1], resources.lexicon)


def _is_anothers(given: Definition, state: State, resources: Resources) -> bool:
    """Whether a short form is known as that of an undertaking or a part of the body in front, which does not spell it."""
    rows = resources.knowledge.by_acronym.get(given.short, [])
    if given.alias or not rows or not given.rule.endswith(_UNSPELT) or agrees(given, rows, resources.lexicon):
        return False
    body = resources.knowledge.by_name.get(fold(given.long))
    if body is not None:
        return body not in rows and all(row.kind == "programme" or row.parent == body.id for row in rows)
    first = beginning_at(state.words, given.long_start)
    head = None if first is None else resources.lexicon.head_at(state.words, first)
    if head is None:
        return False
    if head[1].kind == "programme":
        return _is_beside_stroke(given, state) and all(row.kind == "organisation" for row in rows)
    return given.rule.endswith(_UNSPELT[0]) and all(row.kind == "programme" for row in rows)


def _is_beside_stroke(given: Definition, state: State) -> bool:
    """Whether a stroke joins a short form to another one: «(PADIG/PNUD)», of an undertaking and of who carries it out."""
    text = state.shadow.text
    return "/" in (text[given.short_start - 1], text[given.short_end : given.short_end + 1])


def _without_things(state: State, resources: Resources, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out acronyms of things («des normes comme WCS», «la CAF brute»), unless the document names the body in full."""
    things = {*find_listed_things(state.words, resources.lexicon), *find_amounts(state.words, resources.lexicon)}
    if not things:
        return found
    named = named_in_full(found)
    return [
        match
        for match in found
        if match.form == "name"
        or state.words[match.first].text not in things
        or any(row.id in named for row in match.rows)
    ]


def _without_signs(state: State, resources: Resources, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out names in small letters that are those of signs: «l'emblème de la croix rouge et du croissant rouge»."""
    words, lexicon = state.words, resources.lexicon
    signs = lexicon.words("sign_noun")
    left: list[EntityMatch] = []
    for match in found:
        small = not any(word.is_capitalised for word in words[match.first : match.end])
        before = words[max(0, match.first - _SIGN_REACH) : match.first]
        ground = match.end + 1 < len(words) and words[match.end + 1].lower in lexicon.words("sign_ground")
        sign = ground or any(word.lower in signs for word in before)
        if not (small and sign):
            left.append(match)
    return left


def _without_attributes(state: State, resources: Resources, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out acronyms that only say of which sort activities are («les activités CEA»), wherever they stand.

    An international body, or one that the document names in full, has activities.
    """
    named = named_in_full(found)
    attributes = resources.lexicon.words("attributed")
    places: dict[str, list[bool]] = {}
    for match in found:
        if match.form == "acronym" and not any(
            row.kind != "organisation" or row.country is None or row.id in named for row in match.rows
        ):
            behind = match.first > 0 and state.words[match.first - 1].lower in attributes
            places.setdefault(surface_at(state, match), []).append(behind)
    out = {surface for surface, behind in places.items() if all(behind)}
    return [match for match in found if match.form != "acronym" or surface_at(state, match) not in out]


def _without_strangers(found: Sequence[EntityMatch], resources: Resources) -> list[EntityMatch]:
    """Leave out the forms that need another body of their kind or family in the document, where none is: «le PS».

    Of the family are those above a body too, however far: an office, its department, the state.
    """
    asking = {match.caution for match in found}
    if asking.isdisjoint({_OF_KIND, _OF_FAMILY}):
        return list(found)
    sure = {row.id: row for match in found if match.caution not in {_OF_KIND, _OF_FAMILY} for row in match.rows}
    kinds = {row.subtype for row in sure.values()}
    families = {name for row in sure.values() for name in line_of(row, resources)}
    return [
        match
        for match in found
        if (match.caution != _OF_KIND or match.rows[0].subtype in kinds)
        and (match.caution != _OF_FAMILY or not families.isdisjoint((match.rows[0].id, match.rows[0].parent)))
    ]


def _without_disagreeing(state: State, resources: Resources, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out what acronyms cannot mean by their articles («la PPE»), unless the document gives the name in full."""
    against = find_disagreeing(state.words, found, resources.lexicon)
    if not against:
        return found
    named = named_in_full(found)
    explained = {given.short for given in state.definitions}
    left: list[EntityMatch] = []
    for match in found:
        surface = surface_at(state, match)
        out = against.get(surface, frozenset()) - named
        if match.form == "name" or not out or surface in explained:
            left.append(match)
            continue
        rows = tuple(row for row in match.rows if row.id not in out)
        if rows:
            left.append(match._replace(rows=rows))
    return left


def _without_places(state: State, resources: Resources, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out single words in small letters that are listed as places: «les communes de Kelem, Fama et Diro»."""
    places = find_listed_places(state.words, resources.lexicon)
    return [match for match in found if match.first not in places or match.end - match.first > 1]


def _without_people(state: State, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out acronyms in brackets whose first letter is that of several people right before: «les Coordinateurs (CRF)»."""
    named = named_in_full(found)
    out = {
        surface_at(state, match)
        for match in found
        if match.form == "acronym" and _is_of_people(state.words, match) and not any(r.id in named for r in match.rows)
    }
    return [match for match in found if match.form != "acronym" or surface_at(state, match) not in out]


def _is_of_people(words: Sequence[Word], match: EntityMatch) -> bool:
    """Whether a capitalised plural that none of the entity's names has stands before an acronym alone in brackets."""
    if match.first < _BRACKETED or match.end >= len(words):
        return False
    before = words[match.first - _BRACKETED]
    alone = words[match.first - 1].text == "(" and words[match.end].text == ")"
    several = before.is_capitalised and not before.is_acronym and before.lower.endswith(PLURAL)
    if not (alone and several and before.folded[0] == words[match.first].folded[0]):
        return False
    names = (name for row in match.rows for name in (row.name, *row.aliases))
    return all(before.folded not in fold(name).replace("'", " ").replace("-", " ").split() for name in names)


def surface_at(state: State, match: EntityMatch) -> str:
    """Write a match as it stands."""
    return state.shadow.text[state.words[match.first].start : state.words[match.end - 1].end]


def named_in_full(found: Iterable[EntityMatch]) -> set[str]:
    """The ids of the entities whose names stand in the document, and not their acronyms only."""
    return {row.id for match in found if match.form == "name" for row in match.rows}
