"""Whether what stands right behind a head is a name set against it: «la société Velmar», «le projet Alizé»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import NAMED
from glane.text.forms import is_row_of_letters
from glane.text.names.extent.adjectives import DASHES
from glane.text.names.extent.holders import is_bearer, names_holder
from glane.text.names.extent.runs import opens_person
from glane.text.names.extent.verbal_titles import is_verbal
from glane.text.names.extent.worded import tells_each
from glane.text.words import is_hyphen, is_joint

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Phrase

_FIRM = "company"
_PERCENT = "%"


def _is_money(reading: Reading, head: HeadRow, position: int) -> bool:
    """Whether a head is the money of the body whose acronym follows: «sur les fonds PNUD», but «le fonds Velmora»."""
    before = position - 2
    if before < 0 or not head.is_one_of(reading.lexicon.words("money_head")):
        return False
    known, noun = reading.known.get(position), reading.words[position - 1]
    body = known is not None and known.kind == "organisation" and reading.words[position].is_acronym
    return body and noun.text.islower() and (reading.is_in(before, "several_definite") or reading.is_in(before, "on"))


def is_amount(reading: Reading, head: HeadRow, position: int) -> bool:
    """Whether money or a percentage stands behind a head rather than its name: «sur les fonds PNUD», «Programme 10 %»."""
    after = position + 1
    share = reading.words[position].is_number and after < len(reading.words) and reading.words[after].text == _PERCENT
    return share or _is_money(reading, head, position)


def is_name_like(reading: Reading, position: int, limit: int, *, firm: bool = False) -> bool:
    """Whether a capitalised word behind a kind of body in small letters is its name though it ends as adjectives do."""
    after = position + 1
    if not reading.is_capitalised(position, limit) or reading.is_capitalised(after, limit):
        return False
    if after < limit and ((reading.is_in(after, "of") and not firm) or reading.is_in(after, "and")):
        return False  # «le groupe République et Territoires», but «la société Logistique de Carvenne»
    word = reading.words[position]
    usual = any(reading.is_in(position, name) for name in ("level", "region_adjective", "supranational", "political"))
    return not usual and word.folded not in reading.lexicon.country_adjectives


def disagrees_in_number(reading: Reading, position: int, limit: int) -> bool:
    """Whether a capitalised plural behind a kind in the singular opens its name: «l'ONG Artisans Réunis», no adjective."""
    word = reading.words[position] if reading.is_capitalised(position, limit) else None
    if word is None or word.is_acronym or not reading.lexicon.may_be_plural(word.lower) or position in reading.known:
        return False
    usual = (
        reading.is_in(position, "level")
        or reading.is_in(position, "supranational")
        or reading.is_in(position, "political")
    )
    return not usual and word.pos == "NOUN"


def opens_next_sentence(reading: Reading, position: int, limit: int) -> bool:
    """Whether a capitalised article or preposition behind a head opens the next sentence: «… du projet Le projet vise»."""
    word = reading.words[position]
    if not reading.lexicon.is_function(word.lower) or reading.is_in(position, "title_opener") or position < 1:
        return False
    if reading.is_in(position, "and"):
        return True  # «les EPCI (SEM ET SPL)»
    following = position + 1
    placed = reading.is_in(position, "direction") and is_hyphen(reading.words, following)
    if placed or is_verbal(reading, position, limit) or tells_each(reading, position, limit):
        return False  # «GAL Est-Creuse»
    if not reading.is_capitalised(following, limit):
        return True
    apart = word.start - reading.words[position - 1].end > 1
    return reading.is_in(position, "article") and (apart or _heads_other(reading, following))


def _heads_other(reading: Reading, position: int) -> bool:
    """Whether a head noun stands at a word, but for one of firms («la société Les Forges de Sorve»)."""
    found = reading.lexicon.head_at(reading.words, position)
    firm = found is not None and found[1].subtype == _FIRM
    return reading.lexicon.is_head(reading.words[position].folded) and not firm


def _is_never_eponymous(reading: Reading, position: int) -> bool:
    """Whether an acronym stands for bodies that have the names of places, and not of persons."""
    if not (reading.words[position].text.isupper() and reading.is_in(position, "acronym_head")):
        return False
    return not reading.is_in(position, "eponymous")


def _are_two(reading: Reading, head: HeadRow, position: int) -> bool:
    """Whether a hyphen joins two that are known, who act together: «opérations MINUSCA-FACA»."""
    one = reading.known.get(position)
    acts = head.subtype == "operation" or head.is_one_of(reading.lexicon.words("action_head"))
    joined = acts and one is not None and one.kind in NAMED and is_joint(reading.words, one.end)
    if one is None or not joined or reading.words[one.end].text not in DASHES:
        return False
    other = reading.known.get(one.end + 1)
    return other is not None and other.kind in NAMED


def may_be_set_against(reading: Reading, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
    """Whether a name right behind a head can be part of its name, rather than a thing or a person of its own."""
    known = reading.known.get(position)
    if _are_two(reading, head, position) or names_holder(reading, phrase, head, position, limit):
        return False
    if not phrase.capital and head.is_one_of(reading.lexicon.words("unapposed_head")):
        return False  # «l'instance Docker»
    if not phrase.capital and reading.is_in(position, "medium") and reading.is_in(position - 1, "medium_group"):
        return False  # «le groupe WhatsApp»
    if is_bearer(reading, head, position, limit) or is_row_of_letters(reading.words[position].text):
        return False
    if known is None:
        told_apart = phrase.adjectives and (head.kind == "programme" or head.subtype == "commission")
        told_apart = told_apart or _is_never_eponymous(reading, position - 1)
        return not told_apart or not opens_person(reading, position, limit)
    if known.kind == "country":
        following = reading.words[known.end] if known.end < limit else None
        opens_name = following is not None and (following.is_capitalised or following.is_number)
        paired = head.is_one_of(reading.lexicon.words("paired_head")) and is_hyphen(reading.words, known.end)
        paired = paired and reading.is_capitalised(known.end + 1, limit)
        return phrase.capital or opens_name or paired
    if head.kind == "programme" and known.kind == "organisation" and reading.is_in(position - 1, "joint_adjective"):
        return False  # «le programme conjoint FAO-PAM»
    free = known.kind != "organisation" or phrase.capital or head.kind == "programme"
    return free or phrase.faction
