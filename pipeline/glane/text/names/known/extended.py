"""Where the grammar adds too much to a name of the knowledge base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glane.text.knowledge import EntityMatch
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def over_extends(
    words: Sequence[Word], match: NameMatch, entity: EntityMatch, country_at: Mapping[int, str], lexicon: NameLexicon
) -> bool:
    """Whether the grammar adds to a full name of the knowledge base what hardly belongs to it.

    A word that may be a verb; or the country, by the index of its first word, unless several states have a body of that name.

    Args:
        words: of the document.
        match: what the grammar reads.
        entity: the name of the knowledge base that begins there.
        country_at: ids by the index of their first word.
        lexicon: classes of words.
    """
    if match.end <= entity.end:
        return False
    tail = words[entity.end]
    if tail.lower in lexicon.words("of"):
        code = country_at.get(entity.end + 1) or country_at.get(entity.end + 2)
        several = entity.caution == "states" or entity.rows[0].subtype == "ministry"
        return code is not None and not several and not _is_anothers(words, entity, code, lexicon)
    if tail.lower in lexicon.words("for"):
        # «le Conseil constitutionnel pour les questions …», but «Conseil national pour …»: its level makes no name
        inner = words[entity.end : match.end]
        last = words[entity.end - 1].lower
        closed = last not in lexicon.words("level") or last in lexicon.words("supranational")
        own = [word for word in inner if word.is_capitalised]
        if own and all(word.lower in lexicon.words("place") for word in own):
            return True  # «la Banque africaine de développement pour l'Afrique de l'Ouest»
        return closed and not own
    if tail.folded in lexicon.country_adjectives:
        return False
    last = words[entity.end - 1].lower
    several = (
        lexicon.may_be_plural(last) and lexicon.may_be_plural(tail.lower) and entity.rows[0].subtype != "international"
    )
    loose = tail.lower in lexicon.words("short_adjective") and not several  # «Impôts fonciers»
    led = tail.pos == "ADJ" and entity.end + 1 < match.end and words[entity.end + 1].lower in lexicon.words("of")
    verb = led and not lexicon.has_adjective_ending(tail.lower)  # «la Commission européenne suggère des délais»
    return tail.pos == PARTICIPLE or loose or verb


def _is_anothers(words: Sequence[Word], entity: EntityMatch, code: str, lexicon: NameLexicon) -> bool:
    """Whether a country has a body of the same name as another's: «les Archives nationales du Bénin»."""
    own = entity.rows[0].country
    tells = any(word.folded in lexicon.country_adjectives for word in words[entity.first : entity.end])
    return own is not None and own != code and not tells
