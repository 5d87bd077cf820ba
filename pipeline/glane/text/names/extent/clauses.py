"""Whether a complement belongs to what the sentence says of a body or an undertaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.governed import disagrees
from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase

_WHOLE = frozenset({"government", "parliament", "armed-force", "police", "ministry"})
_NEAR = 12


def is_told_by_phrase(reading: Reading, phrase: Phrase, head: HeadRow) -> bool:
    """Whether a link of several words tells something of a name: «le projet DIRECO relatif aux digues»."""
    related = head.kind == "programme" and phrase.named and reading.is_in(phrase.end, "relating")
    return related or disagrees(reading, phrase, head) or _is_said_of(reading, phrase, head)


def is_paid(reading: Reading, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal) -> bool:
    """Whether money is meant, by the undertaking that it is for: «le versement des fonds pour le projet « Rives »»."""
    money = link == "for" and not phrase.capital and head.is_one_of(reading.lexicon.words("money_head"))
    return money and (nominal.kind == "programme" or opens_undertaking(reading, nominal))


def is_adverbial(reading: Reading, link: str, nominal: Nominal) -> bool:
    """Whether a complement tells when, how or what for: «à l'occasion», «l'Agence en appui aux communes»."""
    # not «Secrétariat d'État à la coopération»
    field = link == "to" and nominal.lead in reading.lexicon.words("cooperating")
    if link in {"to", "in"} and nominal.lead in reading.lexicon.words("adverbial") and not field:
        return True
    if link == "of" and nominal.bare and nominal.lead in reading.lexicon.words("manner"):
        return True  # «de façon courante»
    if link == "in" and not nominal.determiner and reading.is_in(nominal.end, "with"):
        return True  # «le Programme des écoles en adéquation avec …»
    return link == "in" and nominal.lead in reading.lexicon.words("to_noun") and reading.is_in(nominal.end, "to")


def is_favoured(reading: Reading, phrase: Phrase, head: HeadRow, link: str) -> bool:
    """Whether an undertaking with a name, or a state, is said to be for somebody: «le projet Alizé en faveur des jeunes».

    Or a power that needs no name: «la Confédération en faveur des apprentis».
    """
    own = head.kind == "programme" and phrase.named and not reading.is_in(phrase.end - 1, "title_noun")
    own = (
        own
        or (head.subtype in _WHOLE and phrase.state)
        or (phrase.end == phrase.begin and governs(reading, head, phrase))
    )
    return own and link == "phrase" and reading.is_in(phrase.end + 1, "favour")


def becomes(phrase: Phrase, link: str, nominal: Nominal) -> bool:
    """Whether a known body is made something else: «transformer l'Agence européenne pour les trains en organe …»."""
    known = phrase.complements > 0 and phrase.end == phrase.whole
    return link == "in" and known and not nominal.proper


def is_steered(reading: Reading, phrase: Phrase, nominal: Nominal) -> bool:
    """Whether an undertaking without a name is what a body steers: «le Comité de pilotage du projet»."""
    alone = nominal.length == 1 and not (nominal.proper or nominal.bare)
    return alone and phrase.complements > 0 and nominal.lead in reading.lexicon.words("steered")


def is_budgeted(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether a named undertaking stands in a budget: «la mission Défense du projet de loi de finances»."""
    return head.kind == "programme" and phrase.named and nominal.lead in reading.lexicon.words("bill")


def is_performed(reading: Reading, phrase: Phrase, nominal: Nominal) -> bool:
    """Whether it is what a body with a name of its own was hired for: «la société Velmar pour la construction du pont»."""
    hired = bool(nominal.determiner) and not nominal.proper and not phrase.complements
    return (
        hired and nominal.lead in reading.lexicon.words("performed") and not reading.is_in(phrase.end - 1, "title_noun")
    )


def is_concerned(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal) -> bool:
    """Whether several that a participle tells apart stand behind a full name.

    «le Service fédéral d'écoute | des villes touchées par les crues».
    """
    full = head.kind == "organisation" and phrase.level and phrase.complements > 0 and not phrase.proper
    said = nominal.end
    if not full or nominal.proper or nominal.bare or said + 1 >= len(reading.words):
        return False
    several = reading.words[said].lower.endswith(reading.lexicon.affixes("participles_ending"))
    return several and reading.words[said].pos == PARTICIPLE and reading.is_in(said + 1, "verbal")


def is_period(reading: Reading, position: int) -> bool:
    """Whether a span of time stands at a word, with an article or without: «pour la période 2020-2025»."""
    noun = position + reading.is_in(position, "article")
    return reading.is_in(noun, "possessor") or (noun < len(reading.words) and reading.words[noun].is_number)


def _is_said_of(reading: Reading, phrase: Phrase, head: HeadRow) -> bool:
    """Whether a link of several words leads on in the sentence, behind a body or an undertaking."""
    if head.kind == "organisation":
        return _is_said(reading, phrase, head)
    sent = head.subtype == "operation" and phrase.capital  # «la Mission suisse auprès de l'Union européenne»
    return reading.is_in(phrase.end, "beside") and not (sent or phrase.loose) and phrase.end > phrase.begin


def _is_said(reading: Reading, phrase: Phrase, head: HeadRow) -> bool:
    """Whether a link of several words leads on from a full name, or from a head alone to what is said of its body.

    «l'Union européenne auprès des Nations unies», «l'Organisation en matière de protection»; only envoys are «auprès de».
    """
    if not phrase.capital and reading.is_in(phrase.end + 1, "matter"):
        return True  # «une autorité nationale en matière de santé»
    if reading.is_in(phrase.end, "beside"):
        return not sends(reading, head)
    if reading.is_in(phrase.end, "applied"):  # «École de chimie appliquée à l'industrie»
        return not reading.is_in(phrase.end - 1, "learning")
    noun = phrase.end + 1
    if noun >= len(reading.words):
        return False
    placed = phrase.complements and head.is_one_of(reading.lexicon.words("territory"))
    if placed and any(reading.is_in(index, "charged") for index in (phrase.end, noun)):
        return True  # «adjoint au gouverneur de la Région de Dakar chargé des affaires»
    if reading.is_in(noun, "in_touch"):
        return not (phrase.capital and reading.words[noun].is_capitalised)
    relating = reading.is_in(phrase.end, "relating") or reading.is_in(noun, "case")
    if phrase.complements:  # «la Commission de l'UEMOA en matière d'achats», but «Centre d'études en matière de …»
        aimed = reading.is_in(noun, "case") or reading.is_in(noun, "matter") or reading.is_in(noun, "favour")
        return reading.is_in(phrase.end, "relating") or (aimed and not phrase.loose)
    return phrase.end == phrase.whole or relating or (not phrase.has_attribute and reading.is_in(noun, "matter"))


def governs(reading: Reading, head: HeadRow, phrase: Phrase) -> bool:
    """Whether a head is a power that acts «pour» something: «le gouvernement géorgien pour …», «la Confédération pour …»."""
    territory = phrase.complements == 0 and head.is_one_of(reading.lexicon.words("territory"))
    territory = territory and not phrase.supranational  # «Fédération internationale pour l'étude des lacs»
    return territory or head.subtype in _WHOLE


def explains_acronym(reading: Reading, position: int) -> bool:
    """Whether an acronym in brackets follows soon, which the whole name explains: «programme X pour la science … (SPS)»."""
    for index in range(position, min(len(reading.words) - 1, position + _NEAR)):
        if reading.words[index].text == "(":
            return reading.words[index + 1].is_acronym
        if not reading.words[index].is_word:
            return False
    return False


def opens_undertaking(reading: Reading, nominal: Nominal) -> bool:
    """Whether the noun of a complement heads the name of an undertaking."""
    for index in range(nominal.end - nominal.length, nominal.end):
        if reading.words[index].lower == nominal.lead:
            found = reading.lexicon.head_at(reading.words, index)
            return found is not None and found[1].kind == "programme"
    return False


def sends(reading: Reading, head: HeadRow) -> bool:
    """Whether a head is a body that one power has with another one."""
    return head.is_one_of(reading.lexicon.words("diplomatic"))


def acts(reading: Reading, position: int) -> bool:
    """Whether a capitalised noun says what is done: «projet Amélioration des conditions de vie des pêcheurs»."""
    word = reading.words[position]
    action = (
        reading.is_in(position, "aim")
        or reading.is_in(position, "to_noun")
        or reading.lexicon.has_field_ending(word.lower)
    )
    return word.is_capitalised and not word.is_acronym and position not in reading.known and action
