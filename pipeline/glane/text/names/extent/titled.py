"""What stands behind a description as its title, and what leads from it to an acronym."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.nominal import read_link, read_nominal
from glane.text.names.extent.reading import MAX_WORDS
from glane.text.names.extent.runs import opens_person, read_run
from glane.text.words import QUOTES

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.extent.reading import Reading
    from glane.text.names.parts import Nominal, Phrase

_FEW = 2
_LONGEST_OWN = 3
"""Words of a name behind a description."""


def bridge_to_acronym(reading: Reading, position: int) -> int:
    """Index behind what leads from the end of a description to the acronym in brackets that it explains.

    Args:
        reading: the text.
        position: index behind the phrase.

    Returns:
        The index of the bracket; ``position`` where none follows, or a name of its own stands between.
    """
    limit = min(len(reading.words), position + MAX_WORDS)
    end = position
    for _ in range(3):
        link, start = read_link(reading, end, limit) if end < limit else ("", end)
        nominal = read_nominal(reading, start, limit) if link else None
        if nominal is None or nominal.kind not in {"noun", "country"}:
            return position
        end = nominal.end
        if end + 1 < limit and reading.words[end].text == "(":
            return end if reading.words[end + 1].is_acronym else position
    return position


def with_own_name(reading: Reading, nominal: Nominal, start: int, limit: int) -> Nominal:
    """Add what a common noun alone is called: «Société du parc Jean-Drapeau», «Direction du programme Léman»."""
    noun = nominal.end - 1
    own = nominal.end
    alone = reading.is_in(noun, "called_noun") and noun <= start + 1 and reading.words[noun].text.islower()
    contracted = noun > start or not reading.is_in(start - 1, "bare_of")
    if not alone or not contracted or not reading.is_capitalised(own, limit) or opens_person(reading, own, limit):
        return nominal
    if reading.words[own].start - reading.words[noun].end != 1 or reading.lexicon.is_function(reading.words[own].lower):
        return nominal
    known = reading.known.get(own)
    if known is not None and known.kind in {"blocked", "country"}:
        return nominal
    return nominal._replace(end=read_run(reading, own, limit), proper=True, kind="noun")


def quotes_acronym(reading: Reading, position: int) -> bool:
    """Whether an acronym stands alone in quotation marks: «l'Agence coréenne de coopération « KOICA »»."""
    if position + 2 >= len(reading.words) or reading.words[position].text not in QUOTES:
        return False
    return (
        reading.words[position + 1].is_acronym
        and reading.words[position + 2].text == QUOTES[reading.words[position].text]
    )


def read_title(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal, limit: int) -> None:
    """Read a title set against a description: «programme de coopération transfrontalière Interreg VI»."""
    titled = head.kind == "programme" or (head.lower == "apposed" and nominal.bare and not phrase.capital)
    titled = titled or _is_described(reading, phrase, head, nominal, limit)
    if not titled or nominal.kind != "noun" or nominal.proper or not _is_title(reading, phrase.end, head, limit):
        return
    known = reading.known.get(phrase.end)
    run = known.end if known is not None and known.kind == head.kind else read_run(reading, phrase.end, limit)
    if run > phrase.end:
        phrase.end, phrase.proper, phrase.named = run, True, True


def _is_described(reading: Reading, phrase: Phrase, head: HeadRow, nominal: Nominal, limit: int) -> bool:
    """Whether a capitalised head with «de» and a common noun may have its own name behind: «Société de transport Zamaka».

    A person is none, nor is whoever is named behind a post («le directeur de l'Agence de voyages Ndar Mbodj»).
    """
    kind = phrase.capital and phrase.complements == 1 and phrase.loose
    if not kind or phrase.end >= limit or not head.is_one_of(reading.lexicon.words("described")):
        return False
    word = reading.words[phrase.end]
    beside = word.start - reading.words[phrase.end - 1].end == 1
    if not beside or word.is_acronym or nominal.length > _FEW or opens_person(reading, phrase.end, limit):
        return False
    end = read_run(reading, phrase.end, limit)
    if phrase.led and end - phrase.end > 1:
        return False
    labels = end < limit and reading.words[end].text == ":"
    if labels or end - phrase.end > _LONGEST_OWN or reading.is_in(end, "of"):
        return False  # a menu, or a title of its own: «Centre de presse Publications Carrières …»
    several = word.pos == "NOUN" and reading.lexicon.may_be_plural(word.lower)
    return not (several or reading.is_in(phrase.end, "person") or reading.is_in(phrase.end, "post"))


def _is_title(reading: Reading, position: int, head: HeadRow, limit: int) -> bool:
    """Whether a capitalised word opens a title here: no person nor other thing that is known, but for a country in a run."""
    if opens_person(reading, position, limit):
        return False
    if not reading.is_capitalised(position, limit) or reading.lexicon.is_function(reading.words[position].lower):
        return False
    known = reading.known.get(position)
    if known is None:
        return not reading.lexicon.is_head(reading.words[position].folded)
    if known.kind == head.kind == "programme":
        return True  # «projet de stockage Cigéo»
    return known.kind == "country" and reading.is_capitalised(known.end, limit)
