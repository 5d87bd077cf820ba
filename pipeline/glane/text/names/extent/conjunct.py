"""Parts of a name that «et» and commas join: «de la défense, de l'intérieur et des forces armées»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold
from glane.text.names.extent.nominal import is_putting, read_link, read_nominal, skip_front
from glane.text.names.extent.tails import joins_staff
from glane.text.names.parts import SERVICES
from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Nominal, Phrase
    from glane.text.words import Word

_JOINED = frozenset({"ministry", "commission", "function"})
_ADVISING = frozenset({"council", "court"})
_FILLERS = 3
"""Words up to the verb of a relative clause: «qui lui sont», «qui n'en ont»."""


def read_conjuncts(reading: Reading, phrase: Phrase, head: HeadRow, link: str, first: Nominal, limit: int) -> None:
    """Read «, de la défense et des forces armées», «et la paix»: parts built like the first one."""
    if _is_of_state(reading, head, first):
        return
    ends: list[int] = []
    position = phrase.end
    proper = False
    while position < limit:
        comma = reading.words[position].text == ","
        if not comma and not reading.is_in(position, "and"):
            break
        part = _read_conjunct(reading, position + 1, link, first, head, limit)
        if part is not None and position == phrase.whole and _begins_another(reading, phrase, head, link, part):
            break
        if part is None and comma and _ends_list(reading, phrase, head, position, limit):
            position, comma = position + 1, False
            part = _read_conjunct(reading, position + 1, link, first, head, limit)
        if part is None:
            break
        proper = proper or part.proper
        position = _finish_conjunct(reading, part.end, limit)
        if not comma:
            ends.append(position)
            break
        if head.subtype == "ministry" and part.proper and _joins_adjectives(reading, part, position):
            ends.append(position)  # «Ministère des Pêches, des Infrastructures maritimes et portuaires»
    if ends:
        phrase.end = ends[-1]
        phrase.proper = phrase.proper or proper


def _ends_list(reading: Reading, phrase: Phrase, head: HeadRow, comma: int, limit: int) -> bool:
    """Whether «et» behind a comma joins the last part of a list; there is none in «l'Agence de l'eau, et des sociétés»."""
    listed = comma != phrase.end or head.subtype in _JOINED
    return listed and comma + 1 < limit and reading.is_in(comma + 1, "and")


def _begins_another(reading: Reading, phrase: Phrase, head: HeadRow, link: str, part: Nominal) -> bool:
    """Whether what is joined to a known name is another thing: it has no link, or the noun of one body.

    «le Service européen pour l'action extérieure et les autorités des États», «le Conseil supérieur de la pêche et du
    comité des ports». Behind a ministry it may be what that is for: «ministère de l'Intérieur et de la Ville».
    """
    if part.determiner and not reading.is_in(phrase.whole + 1, link):
        return True
    if head.subtype == "ministry" and not phrase.has_attribute:
        return False
    body = part.kind == "body" or (
        reading.lexicon.is_head(fold(part.lead)) and not reading.lexicon.is_portfolio(part.lead)
    )
    return body and bool(part.determiner) and not reading.lexicon.may_be_plural(part.lead)


def _is_of_state(reading: Reading, head: HeadRow, first: Nominal) -> bool:
    """Whether a body of state has its whole name: «sur avis du Conseil d'État et de la chambre», not «ministère d'État …»."""
    alone = first.bare and first.length == 1 and first.lead in reading.lexicon.words("state_noun")
    return alone and head.subtype in _ADVISING


def second_work_end(reading: Reading, phrase: Phrase, link: str, limit: int) -> int:
    """Index behind a second work that «de» joins to one with its field: «d'alimentation en eau | et d'assainissement»."""
    start = phrase.end + 2
    if not phrase.capital or link != "in" or phrase.links[-2:] != ["of", "in"]:
        return phrase.end
    if start >= limit or not (reading.is_in(phrase.end, "and") and reading.is_in(phrase.end + 1, "bare_of")):
        return phrase.end
    part = read_nominal(reading, start, limit)
    if part is None or part.kind != "noun" or bool(part.determiner) != reading.is_in(phrase.begin + 1, "article"):
        return phrase.end
    return part.end if _works_on(reading, part) else phrase.end


def _joins_adjectives(reading: Reading, part: Nominal, end: int) -> bool:
    """Whether the «et» that ends a list stands within its last part, between two adjectives."""
    return part.end == end and end > 1 and reading.is_in(end - 2, "and")


def _finish_conjunct(reading: Reading, position: int, limit: int) -> int:
    """Read the «de» complements of a conjunct («et de la sécurité des aliments»)."""
    while position < limit:
        link, start = read_link(reading, position, limit)
        if link not in {"of", "to"}:
            break
        nominal = read_nominal(reading, start, limit)
        if link == "to" and not (nominal is not None and reading.lexicon.is_portfolio(nominal.lead) and nominal.proper):
            break  # «et Santé au Travail»
        if nominal is None or not (nominal.kind == "noun" or means_several(nominal, reading.lexicon)):
            break
        if nominal.lead in reading.lexicon.words("possessor") and not nominal.proper:
            break
        position = _several_end(reading, nominal, limit)
    return position


def _several_end(reading: Reading, nominal: Nominal, limit: int) -> int:
    """Index behind a capitalised plural with a second one joined to it: «des Projets et Programmes»."""
    other = nominal.end + 1
    joined = (
        means_several(nominal, reading.lexicon)
        and reading.is_in(nominal.end, "and")
        and reading.is_capitalised(other, limit)
    )
    several = joined and other not in reading.known and reading.lexicon.may_be_plural(reading.words[other].lower)
    return other + 1 if several and reading.lexicon.is_head(reading.words[other].folded) else nominal.end


def _is_coded(reading: Reading, lead: Word, first: Nominal, head: HeadRow) -> bool:
    """Whether an acronym opens another body's name behind a place: «l'Office du tourisme de Lourme et de la SEM Estuaire»."""
    placed = first.bare and first.proper and not reading.words[first.end - 1].is_acronym
    return placed and lead.is_acronym and head.subtype not in _JOINED


def _repeats(reading: Reading, position: int, link: str, first: Nominal) -> bool:
    """Whether a word is the link of the first part again: «de recherche en sciences et en génie»."""
    before = first.end - first.length - 1
    again = link == "phrase" and reading.words[position].lower == reading.words[before].lower
    return again or reading.is_in(position, "of" if link == "phrase" else link)


def _joins_fields(reading: Reading, head: HeadRow, link: str, first: Nominal, part: Nominal) -> bool:
    """Whether two capitalised nouns are what a body is for: «pour la Paix et la Sécurité», «des Sciences et Techniques»."""
    if link in {"for", "phrase"}:
        return bool(part.determiner and first.determiner)
    fielded = head.is_one_of(reading.lexicon.words("fielded"))
    bare = not (part.determiner or first.determiner) or reading.lexicon.is_portfolio(part.lead)
    return fielded and link == "of" and not part.determiner and bare and reading.words[part.end - 1].text.isalpha()


def means_several(nominal: Nominal, lexicon: NameLexicon) -> bool:
    """Whether a capitalised head noun is a plural, and so no body: «… et de Soutien des Entreprises»."""
    return nominal.kind == "body" and lexicon.may_be_plural(nominal.lead)


def _read_conjunct(
    reading: Reading, position: int, link: str, first: Nominal, head: HeadRow, limit: int
) -> Nominal | None:
    """Read one part; ``None`` where what follows is another thing than the first part."""
    start = position
    repeated = False
    if position < limit and _repeats(reading, position, link, first):
        start, repeated = position + 1, True
    part = read_nominal(reading, start, limit)
    joined = repeated and (head.subtype in _JOINED or _is_remit_of_service(reading, part, head))
    if (
        part is None
        or not _can_join(reading, part, position, joined=joined, repeated=repeated)
        or (part.lead in reading.lexicon.words("possessor") and not (repeated and is_putting(reading, part, start)))
        or (not repeated and _is_deed(reading, part, first))
    ):
        return None
    if part.lead in reading.lexicon.words("person") or _is_told_apart(reading, part, limit):
        return None  # «la présidente du Comité et déléguée permanente»
    lead = reading.words[start + (1 if part.determiner else 0)] if start < limit else None
    if (
        lead is None
        or lead.lower in head.forms
        or (lead.pos == PARTICIPLE and not repeated and not lead.is_capitalised)
    ):
        return None  # «Fonds de relance et des fonds régionaux», «un Comité d'orientation et érigé un observatoire»
    listed = (repeated and not part.determiner) or joined or head.subtype in _JOINED
    if reading.lexicon.is_head(lead.folded) and lead.is_capitalised and not listed:
        return None
    if repeated:
        if part.proper and (head.subtype == "government" or _is_coded(reading, lead, first, head)):
            return None  # «président de la Métropole de Lyon et de Sytral», «… et de la SEM Estuaire»
        bare = first.bare and reading.is_in(position, "bare_of") and not part.determiner
        respected = lead.is_capitalised and first.proper  # «des Jeunes et des Femmes»
        aimed = part.lead in reading.lexicon.words("aim")  # «de Prévention et de lutte contre les crues»
        alike = respected or _alike(first, part, head) or (bare and (head.kind == "organisation" or aimed))
        alike = alike or _is_second_field(reading, first, part, head)
        return part if alike or _ends_proper(reading, head, part.end, limit) else None
    fields = part.kind == first.kind == "noun" and (
        _joins_fields(reading, head, link, first, part) or joins_staff(reading, first, part)
    )
    remit = head.subtype in _JOINED and (not part.determiner or reading.lexicon.is_portfolio(part.lead))
    if part.proper and not remit and not fields:
        return None  # two proper names behind one preposition are two names, but «pour la Paix et la Sécurité»
    if reading.lexicon.is_head(lead.folded) and (part.determiner or lead.is_capitalised):
        return None  # «l'Office de la biodiversité et les agences de l'eau»
    same_build = bool(part.determiner) == bool(first.determiner) or fields
    return part if same_build and _alike(first, part, head) else None


def _is_remit_of_service(reading: Reading, part: Nominal | None, head: HeadRow) -> bool:
    """Whether what is written as a head is what a service does: «Direction des Études, de la Coordination et de la Paie»."""
    return part is not None and head.subtype in SERVICES and part.lead in reading.lexicon.words("remit_head")


def _is_told_apart(reading: Reading, part: Nominal, limit: int) -> bool:
    """Whether a relative clause says which bodies are meant beside the first: «et des services qui en dépendent»."""
    relative = part.end
    if relative + 1 >= limit or not reading.is_in(relative, "subject_relative") or part.proper:
        return False
    if not reading.lexicon.may_be_plural(part.lead) or not reading.lexicon.is_head(fold(part.lead)):
        return False
    verb = relative + 1
    while verb < min(limit - 1, relative + _FILLERS) and reading.is_in(verb, "filler"):
        verb += 1
    return reading.words[verb].lower.endswith(reading.lexicon.affixes("plural_verb"))


def _is_deed(reading: Reading, part: Nominal, first: Nominal) -> bool:
    """Whether a noun without an article says what else a title is about: «le Comité des prix et fixation des tarifs»."""
    alone = not part.determiner and part.lead in reading.lexicon.words("deed_noun") and not first.bare
    return alone and reading.is_in(part.end, "of")


def _is_second_field(reading: Reading, first: Nominal, part: Nominal, head: HeadRow) -> bool:
    """Whether a body's second field is written small: «Direction des Infrastructures routières et du désenclavement».

    By its ending or as a field of ministries; «et du maire», «et des associations» are others.
    """
    if part.lead in reading.lexicon.words("direction"):
        return True  # «de l'Afrique centrale et de l'Ouest»
    serving = head.is_one_of(reading.lexicon.words("serving_head")) and not first.bare
    if part.proper:  # «de la recherche scientifique et de l'Innovation»
        return serving and reading.lexicon.is_portfolio(first.lead) and _works_on(reading, part)
    if (
        not (serving and first.proper)
        or first.kind != "noun"
        or part.kind != "noun"
        or reading.lexicon.is_head(fold(part.lead))
    ):
        return False
    if any(part.lead in reading.lexicon.words(name) for name in ("outsider", "party_noun", "person")):
        return False
    return _works_on(reading, part)


def _works_on(reading: Reading, part: Nominal) -> bool:
    """Whether a noun stands for what a body works on."""
    return reading.lexicon.is_portfolio(part.lead) or reading.lexicon.has_field_ending(part.lead)


def _can_join(reading: Reading, part: Nominal, position: int, *, joined: bool, repeated: bool) -> bool:
    """Whether a part is of a kind that can stand behind another one: in a remit, «de l'Industrie et des PMI» too."""
    if part.kind == "noun":
        return True
    if repeated and part.kind == "body" and means_several(part, reading.lexicon):
        return True  # «et des Organisations professionnelles»
    if repeated and part.kind == "body" and not part.determiner and reading.is_in(position, "bare_of"):
        return True  # «Société d'Aménagement et d'Établissement Rural»
    return joined and (part.kind == "body" or (part.kind == "acronym" and reading.is_in(position, "of_several")))


def _ends_proper(reading: Reading, head: HeadRow, end: int, limit: int) -> bool:
    """Whether a part in lower case has a capitalised complement: «de la Protection et de la surveillance des Pêches»."""
    if head.kind != "organisation" or end + 2 >= limit or not reading.is_in(end, "of"):
        return False
    noun = skip_front(reading, end + 1 + reading.is_in(end + 1, "article"), limit)
    return reading.is_capitalised(noun, limit) and noun not in reading.known


def _alike(first: Nominal, part: Nominal, head: HeadRow) -> bool:
    """Two parts of one name are written alike; in names of ministries a capital may come and go."""
    return first.proper == part.proper or head.subtype in _JOINED
