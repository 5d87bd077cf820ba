"""Names of the knowledge base that are something else in a document: things, sorts of activities, namesakes, other genders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.context import behind_article
from glane.text.names.known.agreement import find_disagreeing
from glane.text.names.known.listed import find_amounts, find_listed_things
from glane.text.names.known.matches import named_in_full, surface_at
from glane.text.names.known.owners import is_organ_elsewhere, line_of
from glane.text.names.known.partisan import is_joined
from glane.text.names.known.stops import without_stops
from glane.text.names.standing.places import find_listed_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.knowledge import EntityMatch
    from glane.text.names.document import Document
    from glane.text.names.known.base import Base
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SIGN_REACH = 8
"""Words between a sign and whose it is: «l'emblème de la croix rouge et du croissant rouge»."""
_OF_KIND, _OF_FAMILY = "kind", "family"
_MINISTRY, _COURT = "ministry", "court"
_LONGEST_ARTICLES = 8
"""Words of «articles 8, 9 et 10 de»."""


def leave_out(document: Document, base: Base, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out what the document, or the place of a name in it, tells to be no name of a known entity.

    Args:
        document: with its words and definitions.
        base: the knowledge base and the lexicon.
        found: the matches, in order.

    Returns:
        The matches that stay.
    """
    found = _without_signs(document, base, _without_things(document, base, found))
    found = _without_people(document, found, base.lexicon)
    found = _without_places(document, base, _without_strangers(document, found, base))
    found = [
        match
        for match in found
        if not (
            _is_of_minister(document, base, match)
            or _goes_on(document, base, match)
            or _is_treaty(document.words, match, base.lexicon)
            or is_organ_elsewhere(document.words, match, base)
        )
    ]
    found = without_stops(document, base, found)
    return _without_disagreeing(document, base, _without_attributes(document, base, found))


def _is_of_minister(document: Document, base: Base, match: EntityMatch) -> bool:
    """Whether a ministry that is called by its field is that field, in somebody's title: «la ministre du Patrimoine canadien»."""
    if match.rows[0].subtype != _MINISTRY or match.form != "name":
        return False
    words, link = document.words, match.first - 1
    link -= link > 0 and words[link].lower in base.lexicon.words("article")
    if link < 1 or words[link].lower not in base.lexicon.words("of"):
        return False
    return words[link - 1].lower in base.lexicon.words("minister")


def _is_treaty(words: Sequence[Word], match: EntityMatch, lexicon: NameLexicon) -> bool:
    """Whether the acronym of a court is that of the treaty which it watches over: «l'article 8 de la CEDH»."""
    if match.form != "acronym" or match.rows[0].subtype != _COURT:
        return False
    index = match.first - 1
    index -= index > 0 and words[index].lower in lexicon.words("article")
    if index < 1 or words[index].lower not in lexicon.words("of"):
        return False
    for provision in range(index - 1, max(-1, index - 1 - _LONGEST_ARTICLES), -1):
        if words[provision].lower in lexicon.words("law_part"):
            return words[provision + 1].is_number
        if words[provision].is_break:
            return False
    return False


def _goes_on(document: Document, base: Base, match: EntityMatch) -> bool:
    """Whether a name in small letters begins that of something else: «le défenseur des droits de l'homme»."""
    words = document.words
    noun = behind_article(words, match.end + 1, base.lexicon)
    if match.form != "name" or match.end - match.first == 1 or noun >= len(words):
        return False
    link, led = words[match.end].lower, noun > match.end + 1
    if link not in base.lexicon.words("of") or (not led and link in base.lexicon.words("bare_of")):
        return False
    if any(word.is_capitalised for word in (*words[match.first : match.end], words[noun])) or not words[noun].is_word:
        return False
    head = base.lexicon.head_at(words, match.first)
    return head is None or head[1].lower == "never"  # what other heads open is read on by the grammar


def _without_things(document: Document, base: Base, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out acronyms of things («des normes comme WCS», «la CAF brute»), unless the document names the body in full."""
    things = {*find_listed_things(document.words, base.lexicon), *find_amounts(document.words, base.lexicon)}
    if not things:
        return found
    named = named_in_full(found)
    return [
        match
        for match in found
        if match.form == "name"
        or document.words[match.first].text not in things
        or any(row.id in named for row in match.rows)
    ]


def _without_signs(document: Document, base: Base, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out names in small letters that are those of signs: «l'emblème de la croix rouge et du croissant rouge»."""
    words, lexicon = document.words, base.lexicon
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


def _without_attributes(document: Document, base: Base, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out acronyms that only say of which sort activities are («les activités CEA»), wherever they stand.

    An international body, or one that the document names in full, has activities.
    """
    named = named_in_full(found)
    attributes = base.lexicon.words("attributed")
    places: dict[str, list[bool]] = {}
    for match in found:
        if match.form == "acronym" and not any(
            row.kind != "organisation" or row.country is None or row.id in named for row in match.rows
        ):
            behind = match.first > 0 and document.words[match.first - 1].lower in attributes
            places.setdefault(surface_at(document, match), []).append(behind)
    out = {surface for surface, behind in places.items() if all(behind)}
    return [match for match in found if match.form != "acronym" or surface_at(document, match) not in out]


def _without_strangers(document: Document, found: Sequence[EntityMatch], base: Base) -> list[EntityMatch]:
    """Leave out the forms that need another body of their kind or family in the document, where none is: «le PS».

    A party may have somebody who stands for it instead. Of the family are those above a body too, however far: an office,
    its department, the state.
    """
    asking = {match.caution for match in found}
    if asking.isdisjoint({_OF_KIND, _OF_FAMILY}):
        return list(found)
    joined = {surface_at(document, match) for match in found if is_joined(document.words, match, base.lexicon)}
    sure = {row.id: row for match in found if match.caution not in {_OF_KIND, _OF_FAMILY} for row in match.rows}
    kinds = {row.subtype for row in sure.values()}
    families = {name for row in sure.values() for name in line_of(row, base)}
    return [
        match
        for match in found
        if (match.caution != _OF_KIND or match.rows[0].subtype in kinds or surface_at(document, match) in joined)
        and (match.caution != _OF_FAMILY or not families.isdisjoint((match.rows[0].id, match.rows[0].parent)))
    ]


def _without_disagreeing(document: Document, base: Base, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out what acronyms cannot mean by their articles («la PPE»), unless the document gives the name in full."""
    against = find_disagreeing(document.words, found, base.lexicon)
    if not against:
        return found
    named = named_in_full(found)
    explained = {given.short for given in document.definitions}
    left: list[EntityMatch] = []
    for match in found:
        surface = surface_at(document, match)
        out = against.get(surface, frozenset()) - named
        if match.form == "name" or not out or surface in explained:
            left.append(match)
            continue
        rows = tuple(row for row in match.rows if row.id not in out)
        if rows:
            left.append(match._replace(rows=rows))
    return left


def _without_places(document: Document, base: Base, found: list[EntityMatch]) -> list[EntityMatch]:
    """Leave out single words in small letters that are listed as places: «les communes de Kelem, Fama et Diro»."""
    places = find_listed_places(document.words, base.lexicon)
    return [match for match in found if match.first not in places or match.end - match.first > 1]


def _without_people(document: Document, found: list[EntityMatch], lexicon: NameLexicon) -> list[EntityMatch]:
    """Leave out acronyms in brackets whose first letter is that of several people right before: «les Coordinateurs (CRF)»."""
    named = named_in_full(found)
    out = {
        surface_at(document, match)
        for match in found
        if match.form == "acronym"
        and _is_of_people(document.words, match, lexicon)
        and not any(r.id in named for r in match.rows)
    }
    return [match for match in found if match.form != "acronym" or surface_at(document, match) not in out]


def _is_of_people(words: Sequence[Word], match: EntityMatch, lexicon: NameLexicon) -> bool:
    """Whether a capitalised plural that none of the entity's names has stands before an acronym alone in brackets."""
    if match.first < 2 or match.end >= len(words):
        return False
    before = words[match.first - 2]
    alone = words[match.first - 1].text == "(" and words[match.end].text == ")"
    several = before.is_capitalised and not before.is_acronym and lexicon.may_be_plural(before.lower)
    if not (alone and several and before.folded[0] == words[match.first].folded[0]):
        return False
    names = (name for row in match.rows for name in (row.name, *row.aliases))
    return all(before.folded not in fold(name).replace("'", " ").replace("-", " ").split() for name in names)
