"""What stands around a numeral and says whether it counts something or only numbers it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from glane.text.figures.words import read_cardinal
from glane.text.postcodes import is_addressed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.rules.figures import FigureRules

Numbering: TypeAlias = Literal["name", "label", "capital"]

_WORD_BEHIND = re.compile(
    r" {1,2}(?:[«\"] ?)?(?P<word>[^\W\d_]{2,}+(?:-[^\W\d_]+)*+(?:[.·][^\W\d_]{1,5})*+'?)"
    # The number of a note may touch the word: «communes278».
    r"(?:(?<=[^\W\d_A-Z]{4})\d{1,3}(?!\w)|(?![^\W_]))"
)
# «12 A400M», «4 C-130», «deux NH90», «cinq PzH2000»
_DESIGNATION = re.compile(
    r" ([A-Z][A-Za-z]{0,2}"
    r"(?:-\d{2,3}|\d{3}|(?<=[A-Z][A-Za-z])(?:\d{2}|\d{4})|(?<=[A-Z][A-Za-z]{2})\d{4})"
    r"[A-Z]{0,2})(?![\w-])"
)
WORD_NEAR = re.compile(r" ?[^\W\d_]")
"""The beginning of a word right behind a numeral, or behind a blank."""
_RANGE_LINK = re.compile(r" ([^\W\d_]{1,2}) ")
_MOST_ADVERBS = 2
_NOUN = re.compile(r" ?([^\W\d_]+)")
_NUMERAL = re.compile(r"\d+")
_LAST_WORD = re.compile(r"(?<![\w.-])([^\W\d_]{3,}) \Z")
_REPEATED = re.compile(r" ?\((?:\d{1,6}|[^\W\d_-]{2,20})\)")
_WORDS_BEFORE = re.compile(r"[^\W_]+(?:'|\b)")
_CAPITAL_BEFORE = re.compile(r"[^\W\d_][\w.&'-]*\Z")
_SENTENCE_ENDS = '\n.!?:;»«"“”()•–—-*|\x01'
_WINDOW = 60
_PREPOSITIONS = ("from", "to", "between", "elided_place", "elided_before")
"""Contexts whose phrases of one word stand before a number that counts."""
_LONGEST_WORD = 30


def strip_left(text: str, position: int) -> int:
    """Where the text before a position ends, blanks left out."""
    low = max(0, position - 3)
    while position > low and text[position - 1] == " ":
        position -= 1
    return position


def skip_repetition(text: str, position: int) -> int:
    """Skip a numeral repeated in brackets: «six (6) points»."""
    match = _REPEATED.match(text, position)
    return position if match is None else match.end()


def opens_sentence(text: str, position: int) -> bool:
    """Whether a sentence, a line, a bracket or a quotation begins at a position."""
    before = strip_left(text, position)
    return before == 0 or text[before - 1] in _SENTENCE_ENDS


def opens_clause(folded: str, position: int, rules: FigureRules) -> bool:
    """Whether «et» joins the clause of a number to the one before it: «… étaient nouveaux et 212 figuraient déjà».

    It joins it to a word, rather than to a number («les articles 3 et 5 disposent») or to what is part of one («3 bis et 5»).
    """
    link = rules.context("elective_joint").before(folded, strip_left(folded, position))
    word = None if link is None else _LAST_WORD.search(folded, max(0, link[0] - _LONGEST_WORD), link[0])
    if word is None or rules.context("after").has_word(word[1]):
        return False
    return word[1] not in rules.numbers and word[1] not in rules.nouns


def noun_behind(text: str, folded: str, position: int, rules: FigureRules) -> str:
    """The word behind a numeral, if it looks like a plural or a name; else nothing."""
    match = _WORD_BEHIND.match(text, position)
    if match is None:
        designation = _DESIGNATION.match(text, position)
        return "" if designation is None else designation[1]
    for _ in range(_MOST_ADVERBS):
        # «trois très grandes villes»
        lowered = folded[match.start("word") : match.end("word")]
        is_plural = rules.context("plural_ending").has_word(lowered[-1])
        if not rules.word_class("not").has_word(lowered) and (
            is_plural or not rules.word_class("adjective").has_word(lowered)
        ):
            break
        match = _WORD_BEHIND.match(text, match.end()) or match
    word = match["word"]
    lowered = folded[match.start("word") : match.end("word")]
    if rules.context("function").has_word(lowered) or (word.isupper() and lowered in rules.links):
        return ""  # «LES RN 7 ET 6»
    head = lowered.split("-", 1)[0]
    endings = rules.context("plural_ending")
    if endings.has_word(lowered[-1]) or endings.has_word(head[-1]) or rules.context("invariable").has_word(lowered):
        return word
    return word if word[0].isupper() and lowered[-1] != "'" else ""


def numbering(text: str, folded: str, start: int, rules: FigureRules) -> tuple[Numbering, bool] | None:
    """Whether what stands before is numbered by the numeral, and is a plural («articles 3 et 4»)."""
    at = strip_left(folded, start)
    if at and folded[at - 1] in ":(":
        at = strip_left(folded, at - 1)
        named = rules.context("name").before(folded, at)
        return None if named is None or named[1] != "name.contact" else ("name", False)
    kind = _kind_of_label(text, folded, at, start, rules)
    if kind is not None:
        return kind, folded[at - 1] == "s"
    capital = _CAPITAL_BEFORE.search(text, max(0, at - 30), at)
    if capital is None or at == start:
        return None
    word = capital[0].rsplit("'", 1)[-1]
    if not word or not word[0].isupper():
        return None
    if word.isupper() and _is_small_word(folded, capital.start(), at, rules):
        # «DANS LES 77 COMMUNES», in a line of capitals
        return None
    if _opens_sentence_itself(text, folded, at, start, rules):
        return None
    if has_before(folded, capital.start(), "to", rules) and _counts(text, folded, start, rules):
        # «commander à Velmora 44 rames»
        return None
    is_acronym = len(word) > 1 and word.isupper()
    if opens_sentence(text, capital.start()) and (not is_acronym or text[max(0, at - 12) : at].isupper()):
        return None
    return "capital", False


def _is_small_word(folded: str, start: int, end: int, rules: FigureRules) -> bool:
    """Whether a word in capitals is an article, a preposition or the like, which nothing is numbered by."""
    word = folded[start:end]
    return rules.context("function").has_word(word) or any(rules.context(name).has_word(word) for name in _PREPOSITIONS)


def _opens_sentence_itself(text: str, folded: str, stop: int, start: int, rules: FigureRules) -> bool:
    """Whether a full stop ends the sentence before the numeral, which counts a noun: «… en Tunisie. 16 unités»."""
    return text[stop - 1 : stop] == "." and _counts(text, folded, start, rules)


def _counts(text: str, folded: str, start: int, rules: FigureRules) -> bool:
    """Whether digits begin at a position, and count the noun behind them."""
    numeral = _NUMERAL.match(text, start)
    return numeral is not None and noun_behind(text, folded, numeral.end(), rules)[:1].islower()


def _kind_of_label(text: str, folded: str, at: int, start: int, rules: FigureRules) -> Numbering | None:
    """What sort of word that is numbered ends at a place before the numeral, if it is numbered here."""
    name = rules.context("name").before(folded, at)
    if name is not None and not _is_deed(text, folded, at, start, rules):
        return "name"
    label = rules.context("label").before(folded, at)
    if label is not None and not _is_unlabelled(text, folded, (label[0], at), start, rules):
        return "label"
    return None


def _is_deed(text: str, folded: str, at: int, start: int, rules: FigureRules) -> bool:
    """Whether what stands before a count is what has been done, by a word that is a document too: «a arrêté 35 suspects»."""
    done = rules.context("label_deed").before(folded, at) is not None
    return done and _counts(text, folded, start, rules)


def _is_unlabelled(text: str, folded: str, label: tuple[int, int], start: int, rules: FigureRules) -> bool:
    """Whether the numeral behind a label counts all the same.

    It does behind a stretch of time («en une semaine 262 consultations»), behind an adverb made with the label («en
    place 12 comités»), and behind a verb that is spelt like it («le projet cible 300 villages»).
    """
    if not _counts(text, folded, start, rules):
        return False
    if rules.context("adverbial").before(folded, label[1]) is not None:
        return True
    if has_before(folded, label[1], "label_verb", rules) and label[0] > 0:
        return not has_before(folded, label[0], "label_noun", rules)
    unit = rules.unit_words.after(folded, label[0])
    is_time = unit is not None and unit[1].quantity == "duration"
    return is_time and has_before(folded, label[0], "unlabelled", rules)


def is_town_code(text: str, start: int, rules: FigureRules) -> bool:
    """Whether a number is the postal code of a town, in an address."""
    return is_addressed(text, start, rules.context("address").has_word, rules.context("address_at").has_word)


def has_before(folded: str, position: int, name: str, rules: FigureRules) -> bool:
    """Whether a phrase of a context stands right before a position, blanks apart."""
    return rules.context(name).before(folded, strip_left(folded, position)) is not None


def has_after(folded: str, position: int, name: str, rules: FigureRules) -> bool:
    """Whether a phrase of a context stands behind a position and one blank."""
    return folded.startswith(" ", position) and rules.context(name).after(folded, position + 1) is not None


def share_bound(folded: str, left: int, right: int, rules: FigureRules) -> bool:
    """Whether «et à» joins what begins at one place to what «jusqu'à» leads to at another: «jusqu'à 2 ans ici et à 5 là»."""
    return has_before(folded, right, "joint_to", rules) and has_before(folded, left, "bound_to", rules)


def counts_people(words: Iterable[str], rules: FigureRules) -> bool:
    """Whether words near a number say that it counts people, or what else has a size: «une population de 3 millions»."""
    return any(rules.context(name).has_word(word) for name in ("level_count", "headcount") for word in words)


def is_plural_verb(word: str, rules: FigureRules) -> bool:
    """Whether a word in lower case behind a bare number is a verb of which the number is the subject: «132 disposent»."""
    verb, other = (
        tuple(form for forms in rules.context(name).by_last.values() for form, _ in forms)
        for name in ("elective_ending", "elective_no_ending")
    )
    is_verb = bool(verb) and word.endswith(verb) and not word.endswith(other)
    return is_verb or rules.context("elective_verb").has_word(word)


def words_before(folded: str, position: int, count: int) -> list[str]:
    """The last words before a position, the nearest first, not beyond the end of a sentence."""
    low = max(0, position - _WINDOW)
    window = folded[low:position]
    for sign in "\n.;:!?":
        window = window.rpartition(sign)[2]
    return _WORDS_BEFORE.findall(window)[: -count - 1 : -1]


def before_adverbs(folded: str, position: int, rules: FigureRules) -> int:
    """Where the text before a position ends, adverbs left out that may stand between a verb and its amount."""
    at = strip_left(folded, position)
    for _ in range(_MOST_ADVERBS):
        adverb = rules.context("amount_between").before(folded, at)
        if adverb is None:
            break
        at = strip_left(folded, adverb[0])
    return at


def is_announced(folded: str, start: int, rules: FigureRules) -> bool:
    """Whether a verb or noun of amount stands before: «s'élève à», «dont», «atteint»."""
    at = before_adverbs(folded, start, rules)
    if rules.context("amount").before(folded, at) is not None:
        return True
    to = rules.context("to").before(folded, at)
    if to is None:
        return False
    words = words_before(folded, to[0], 1)
    return bool(words) and rules.context("amount_to").has_word(words[0])


def is_between(folded: str, start: int, rules: FigureRules) -> bool:
    """Whether «entre» stands before."""
    return has_before(folded, start, "between", rules)


def may_be_number(folded: str, start: int, end: int, rules: FigureRules) -> bool:
    """Whether «un» is a number: it may be the lower of two bounds, or have a unit that goes on in a smaller one.

    «un à deux ans», «entre une et trois heures», «un an et six mois», but not «l'un ou deux».
    """
    unit = rules.unit_words.after(folded, end + 1) if folded.startswith(" ", end) else None
    if unit is not None:
        joint = _RANGE_LINK.match(folded, unit[0])
        return joint is not None and rules.links.get(joint[1]) == "and"
    link = _RANGE_LINK.match(folded, end)
    if link is None or rules.links.get(link[1]) not in ("range", "or", "and"):
        return False
    cardinal = read_cardinal(folded, link.end(), rules)
    return cardinal is not None and cardinal.value > 1 and not has_before(folded, start, "definite_single", rules)


def counts_several(text: str, folded: str, place: int, rules: FigureRules) -> bool:
    """Whether «de» and a noun in the plural stand at a place, as behind a multiplier: «250 M d'habitants».

    Args:
        text: shadow text.
        folded: the same in lower case.
        place: where «de» begins.
        rules: classes of words.
    """
    link = rules.context("from").after(folded, place)
    noun = None if link is None else _NOUN.match(folded, link[0])
    if noun is None or not text[noun.start(1) : noun.end(1)].islower():
        return False
    return any(noun[1].endswith(ending) for ending in rules.context("plural_ending").forms)
