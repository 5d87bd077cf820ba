"""Long forms in other languages, by their words for bodies and undertakings; and those with a legal form behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.defined.established import Established
from glane.text.names.defined.long_forms import words_between
from glane.text.words import first_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.acronyms.find import Definition
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


def has_legal_form(definition: Definition, words: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether a legal form stands between a long form and its short one: «l'Entente des foyers a.s.b.l. (EF)»."""
    last = first_from(words, definition.long_end)
    between = (word.lower for word in words_between(words, last, definition.short_start - 1))
    form = "".join(between).replace(".", "").removesuffix("(")
    return bool(form) and form in lexicon.words("small_form")


def is_foreign_form(inside: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether a long form has capitals but for connectors that are no French words: «Women Rising for Equity and Peace»."""
    small = [word for word in inside if word.is_word and not word.is_capitalised]
    strange = any(word.lower in lexicon.words("foreign_only") for word in small)
    return strange and all(word.lower in lexicon.words("foreign_connector") for word in small)


def from_foreign(definition: Definition, inside: Sequence[Word], lexicon: NameLexicon) -> Established | None:
    """Tell what a long form in another language names by a word for a body or an undertaking in it: «Velmora Trust Fund».

    Args:
        definition: the definition.
        inside: the words of the long form.
        lexicon: classes of words.
    """
    links = lexicon.words("of") | lexicon.words("definite") | lexicon.words("to")
    native = links - lexicon.words("foreign_connector")
    if any(word.lower in native for word in inside):
        return None  # «Frais d'accès au service»: articles and prepositions that no other language has
    if not any(word.is_capitalised for word in inside):
        return None  # «organised vending facility»: English names have capitals
    capital = bool(inside) and inside[0].is_capitalised
    lowers = [word.lower for word in inside if capital or not lexicon.is_head(word.folded)]
    bodies, undertakings = lexicon.words("foreign_organisation"), lexicon.words("foreign_programme")
    link = next((index for index, word in enumerate(lowers) if word in lexicon.words("foreign_connector")), len(lowers))
    if link and lowers[link - 1] in lexicon.words("foreign_thing"):
        return None  # «London Inter-Bank Offered Rate»
    # English has its head last: «Granting Council Initiative», but before «of»: «Council of Europe Fund»
    for word in (*reversed(lowers[:link]), *lowers[link:]):
        if word in bodies:
            return Established(definition, "organisation", None)
        if word in undertakings:
            return Established(definition, "programme", "programme")
    return None
