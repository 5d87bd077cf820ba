"""Where a head noun opens no name: in a person's function, in another name, or where a territory is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.context import behind_article, opens_sentence
from glane.text.names.foreign import ends_foreign_run, is_in_foreign_title
from glane.text.names.standing.meetings import is_held
from glane.text.names.standing.misread import is_misread
from glane.text.names.standing.persons import is_personal
from glane.text.words import QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word


_NEAR = 8
_INSIDE = 2
_NUMBERED = 4
"""Words of «programme budgétaire n° 129»."""
_SMALLER = 6
"""Words of «Arrondissement de Thillé Boubacar,»."""


def is_barred(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a head opens no name here: it lacks the country that it needs, or stands in another name, place or function.

    Args:
        words: of the text.
        first: index of the head's first word.
        head: the head's row.
        phrase: what belongs to it.
        lexicon: classes of words.
    """
    if is_personal(words, first, head, phrase, lexicon) or is_misread(words, first, head, phrase, lexicon):
        return True
    foreign = is_in_foreign_title(words, first, phrase.end, lexicon) or ends_foreign_run(words, first, lexicon)
    if foreign or _is_other_sense(words, first, head, lexicon):
        return True
    needs_state = lexicon.words("only_state") | lexicon.words("of_country_head")
    if not phrase.state and head.is_one_of(needs_state):
        return True
    meeting = head.is_one_of(lexicon.words("members_head"))
    if meeting and not phrase.complements:
        return True
    convened = not phrase.state and head.is_one_of(lexicon.words("convened_head"))
    if (meeting or convened or head.is_one_of(lexicon.words("held_head"))) and is_held(
        words, first, phrase.end, lexicon
    ):
        return True
    if _is_where(words, first, head, phrase, lexicon) or _qualifies(words, first, lexicon):
        return True
    if words[first].is_capitalised and head.is_one_of(lexicon.words("lower_only")):
        return True
    if _is_chair(words, first, head, phrase, lexicon) or _is_money(words, first, head, lexicon):
        return True
    if head.kind == "programme" and _is_prize(words, first, lexicon):
        return True
    return head.lower == "apposed" and not words[first].is_capitalised and _is_inside_name(words, first, lexicon)


def _is_document(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether an undertaking is but written down, in what a document is called: «une Lettre de Politique sectorielle»."""
    if head.kind != "programme" or first < _INSIDE or words[first - 1].lower not in lexicon.words("bare_of"):
        return False
    if first + 1 < len(words) and words[first + 1].is_number:
        return False  # «le document de Vision 2040»
    noun = first - 2
    noun -= noun > 0 and words[noun].pos == "ADJ"  # «Document complet de stratégie»
    return words[noun].lower in lexicon.words("written")


def _is_other_sense(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head is an action, a brand, a common noun, a team, a document or several bodies here."""
    if _is_coordinating(words, first, head, lexicon) or _is_brand(words, first, head, lexicon):
        return True
    if _is_common(words, first, head, lexicon) or _is_of_many(words, first, lexicon) or lexicon.is_civil(words, first):
        return True
    if _is_held_in_turn(words, first, head, lexicon) or _is_document(words, first, head, lexicon):
        return True
    if _is_called_upon(words, first, head, lexicon) or _is_setting_up(words, first, head, lexicon):
        return True
    return _is_team(words, first, head, lexicon) or _is_district(words, first, head, lexicon)


def _is_setting_up(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a heading tells that something is set up: «Établissement du comité de suivi», «Établissement d'un registre»."""
    if not head.is_one_of(lexicon.words("set_up_head")) or first + 2 >= len(words):
        return False
    if not opens_sentence(words, first) or words[first + 1].lower not in lexicon.words("of"):
        return False
    return words[first + 1].lower not in lexicon.words("bare_of") or words[first + 2].lower in lexicon.words("article")


def _is_called_upon(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a plural for persons has not the article that makes a body of them: «Amis de la presse, …», «Chers Amis»."""
    if not head.is_one_of(lexicon.words("persons_head")):
        return False
    return first == 0 or words[first - 1].lower not in lexicon.words("several_definite")


def _is_team(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head is who works on a project, or that project behind it: «le Comité Projet», «l'équipe projet Quais»."""
    if head.kind == "programme":
        worked_on = words[first].lower in lexicon.words("worked_on")
        return worked_on and first > 0 and words[first - 1].lower in lexicon.words("team")
    after = first + 1
    teamed = after < len(words) and words[first].lower in lexicon.words("team")
    return teamed and words[after].lower in lexicon.words("worked_on")


def _is_held_in_turn(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a state presides over something in its turn, and no body of it is meant: «sous la présidence du Kenya»."""
    if first < _INSIDE or words[first].is_capitalised or not head.is_one_of(lexicon.words("turn_head")):
        return False
    led = words[first - 2].lower in lexicon.words("turn_lead")
    return led and words[first - 1].lower in lexicon.words("one_definite")


def _is_district(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head is a district («le Cercle de Kita») or no body by its adjective («le Cercle polaire»)."""
    after = first + 1
    if after >= len(words) or not head.is_one_of(lexicon.words("territory_head")):
        return False
    if words[after].lower in lexicon.words("figurative"):
        return True
    bare = words[after].lower in lexicon.words("bare_of") and after + 1 < len(words)
    return bare and words[after + 1].is_capitalised


def _is_coordinating(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head is an action here: in another name («Comités de Coordination»), or as the title of a budget's programme.

    «le programme n° 129 (« Coordination du travail gouvernemental ») ».
    """
    if first < _INSIDE or not head.is_one_of(lexicon.words("action_head")):
        return False
    if words[first - 1].lower in lexicon.words("bare_of"):
        if words[first].text.islower():
            return True  # «une plateforme de coordination pour le développement»
        return words[first].is_capitalised and words[first - 2].is_capitalised and not opens_sentence(words, first - 2)
    if words[first - 1].text not in QUOTES:
        return False
    number = first - 2 - (words[first - 2].text == "(")
    before = words[max(0, number - _NUMBERED) : number + 1]
    numbered = any(character.isdigit() for character in words[number].text)
    return numbered and any(word.lower in lexicon.words("numbered_head") for word in before)


def _is_brand(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head with a capital begins a name of another sort, by its article: «au Start-up Coaching», a masculine."""
    if not first or not words[first].is_capitalised or not head.is_one_of(lexicon.words("brand_head")):
        return False
    return words[first - 1].lower in lexicon.words("masculine")


def _is_common(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head has another sense here: a plant («la centrale solaire de X»), a lead («sous la direction de X»)."""
    if words[first].is_capitalised or first + 1 >= len(words):
        return False
    after = words[first + 1].lower
    if after in lexicon.words("plant") and head.is_one_of(lexicon.words("plant_head")):
        return True
    if after in lexicon.words("power") and head.is_one_of(lexicon.words("power_head")):
        return True  # «sous l'autorité militaire nationale»
    return is_lead(words, first, head, lexicon)


def is_lead(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head is what somebody does who leads others: «sous la direction de X», «en direction de X»."""
    after = words[first + 1].lower if first + 1 < len(words) else ""
    if first < 2 or after not in lexicon.words("of") or not head.is_one_of(lexicon.words("led_head")):
        return False
    with_article = words[first - 1].lower in lexicon.words("article")
    return words[first - 1].lower in lexicon.words("in") or (
        with_article and words[first - 2].lower in lexicon.words("leading")
    )


def _is_of_many(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a head that is an acronym means several bodies: «les SCI de Valmeyne»."""
    return first > 0 and words[first].is_acronym and words[first - 1].lower in lexicon.words("several")


def _is_chair(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a country has the chair of another body: «la présidence suisse de l'OSCE», «l'année de présidence de la Suisse»."""
    if not phrase.state or not head.is_one_of(lexicon.words("chair_head")):
        return False
    follows = phrase.end < len(words) and words[phrase.end].lower in lexicon.words("of")
    own = phrase.adjectives > 0 and phrase.complements > 0  # «présidence rwandaise de la Francophonie»
    return follows or own or (first > 0 and words[first - 1].lower in lexicon.words("bare_of"))


def _is_money(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head in lower case is the money of an undertaking, which stands behind it: «les fonds du projet X»."""
    if words[first].is_capitalised or not head.is_one_of(lexicon.words("money_head")) or first + 2 >= len(words):
        return False
    if words[first + 1].lower not in lexicon.words("of"):
        return False
    noun = behind_article(words, first + 2, lexicon)
    found = lexicon.head_at(words, noun) if noun < len(words) else None
    return found is not None and found[1].kind == "programme" and not words[noun].is_capitalised


def _qualifies(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a head is an adjective of a post or of a territory: «Directeur Exécutif de l'X», «la région Centrale du Y»."""
    before = words[first - 1] if first else None
    if before is None or words[first].start - before.end != 1:
        return False
    return any(before.lower in lexicon.words(name) for name in ("post", "person", "territory"))


def _is_where(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether a territory is the place where something is: «dans la Région du Nord», «les Départements du Sud et du Nord»."""
    if first < 2 or not head.is_one_of(lexicon.words("territory")):
        return False
    if phrase.portfolio and not head.is_one_of(lexicon.words("township")):
        return False
    if head.is_plural(words[first].lower) and phrase.links[:1] == ["of"]:
        return True
    if head.is_one_of(lexicon.words("merged_head")) and phrase.end == phrase.begin:
        return False  # «dans la Communauté», as «dans l'Union»
    behind = words[first - 1].text == "," and head.is_one_of(lexicon.words("township"))
    if behind and not _follows_body(words, first - 1, lexicon):
        return True  # «un terrain sis à Sarré, Commune de Zoma»
    if _lies_around(words, first, lexicon):
        return True
    return words[first - 1].lower in lexicon.words("definite") and words[first - 2].lower in lexicon.words("inside")


def _lies_around(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a smaller territory stands before one and a comma: «l'Arrondissement de Sarré, Département de Zoma»."""
    inside = words[max(0, first - _SMALLER) : first - 1]
    return words[first - 1].text == "," and any(word.lower in lexicon.words("smaller_place") for word in inside)


def _follows_body(words: Sequence[Word], comma: int, lexicon: NameLexicon) -> bool:
    """Whether what stands before a comma, back to a mark, opens with the head of a body: «Fondation Elsa, Ville de Sarré»."""
    first = comma
    while first > max(0, comma - _NEAR) and words[first - 1].is_word:
        first -= 1
    found = lexicon.head_at(words, first) if words[first].is_capitalised else None
    return found is not None and found[1].kind == "organisation" and found[1].subtype != "government"


def _is_prize(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a head stands in the name of a prize or a feast: «le Prix du Partenariat stratégique»."""
    if first < 2 or not words[first - 2].is_capitalised or words[first - 2].lower not in lexicon.words("event"):
        return False
    return words[first - 1].lower in lexicon.words("of") | lexicon.words("definite")


def _is_inside_name(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a head in lower case stands behind a capitalised noun, in its name: «le réseau Accès entreprise Québec»."""
    before = words[first - 1] if first else None
    return before is not None and before.is_word and before.is_capitalised and not lexicon.is_function(before.lower)
