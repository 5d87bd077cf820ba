"""Where a name that a head noun opens begins and ends: with what numbers it, without a head that is no part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.names.parts import SERVICES
from glane.text.words import CLOSING_QUOTES, QUOTES, find_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.names.parts import Phrase
    from glane.text.words import Word

_RANKED = SERVICES | {"armed-force", "court"}
_PLENARY = frozenset({"commission", "parliament"})
_NUMERAL = re.compile(r"\d+|[IVX]+")
_MOST_BEFORE = 3
"""Words before a head that tell which body it is: «Stade Nautique Club de …»."""


def find_edges(
    words: Sequence[Word], first: int, head_end: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon
) -> tuple[int, int]:
    """Where a name begins and ends: without a head that is no part of it, with the ordinal before a unit."""
    # «le projet innovant « X »», «un centre de stockage de déchets « X »», but «le programme national « X »»
    level = head.kind == "programme" and phrase.level and not phrase.complements
    told = (phrase.adjectives > 0 and not level) or phrase.complements > 1
    described = phrase.quoted and told and not words[first].is_capitalised
    described = described or (phrase.quoted and head.is_one_of(lexicon.words("quoting_head")))
    if phrase.named and _is_ministers(words, first, head_end, phrase.end, head, lexicon):
        return first, phrase.end
    if phrase.named and (described or _is_only_named(words, first, head)):
        inner = _name_within(words, head_end, phrase.end, quoted=phrase.quoted)
        inner += _is_nationality(words, inner, phrase.end, lexicon)
        quoted = words[inner].text in QUOTES and words[phrase.end - 1].text in CLOSING_QUOTES
        if described and quoted and not words[inner + 1].is_capitalised:
            return first, phrase.end  # «programme de renforcement de la formation « défense »»
        return inner + quoted, phrase.end - quoted
    if is_ranked(words, first, head, phrase, lexicon):
        return first - 1, _owner_at(words, head_end, phrase.end, lexicon)
    led = _led_from(words, first, head, lexicon) if phrase.complements else first
    if head.is_one_of(lexicon.words("persons_head")):
        led -= _has_capital_article(words, first)
    led -= led == first and _has_capital_adjective(words, first, lexicon)
    return led - _has_rank(words, first, head, lexicon), phrase.end


def _led_from(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> int:
    """Index of the capitalised words before a head that tell which body it is: «Rotary Club de Brest»."""
    begin = first
    if not is_capital(words[first]) or not head.is_one_of(lexicon.words("preceded_head")):
        return begin
    while begin > max(0, first - _MOST_BEFORE) and _tells_which(words, begin - 1, lexicon):
        begin -= 1
    return begin


def _has_capital_article(words: Sequence[Word], first: int) -> bool:
    """Whether a capitalised article within a sentence stands before a noun: «l'association Les Amis du Togo»."""
    return first > 1 and words[first - 1].is_capitalised and words[first - 2].text.islower()


def _has_capital_adjective(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised adjective stands between the article and the head: «la Grande Commission mixte»."""
    if first < 2 or not (words[first].is_capitalised and words[first - 1].text.istitle()):
        return False
    adjective = words[first - 1].lower in lexicon.words("front_adjective")
    beside = words[first].start - words[first - 1].end == 1
    return adjective and beside and words[first - 2].lower in lexicon.words("one_definite")


def _tells_which(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised word one blank before the next is no title, function word or head of another name."""
    word = words[index]
    if not (word.is_word and word.is_capitalised) or words[index + 1].start - word.end != 1:
        return False
    return not (lexicon.is_function(word.lower) or lexicon.is_head(word.folded) or word.lower in lexicon.words("title"))


def _owner_at(words: Sequence[Word], begin: int, end: int, lexicon: NameLexicon) -> int:
    """Where a numbered name says whose it is, «de l'agence de l'eau»; its end where it does not."""
    for index in range(begin, end - 1):
        noun = index + 1
        while noun < end and words[noun].lower in lexicon.words("article"):
            noun += 1
        kind = noun == index + 1 and words[index].lower in lexicon.words("bare_of") and words[noun].text.islower()
        if kind or words[index].lower not in lexicon.words("of"):  # «d'infanterie de marine»
            continue
        found = lexicon.head_at(words, noun) if noun < end else None
        if found is not None and found[1].kind == "organisation" and not found[1].is_plural(words[noun].lower):
            return index
    return end


def _has_rank(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether an ordinal before the head of a unit is part of its name: «25e Régiment du génie»."""
    return head.subtype in _RANKED and words[first].is_capitalised and _is_ordinal(words, first - 1, lexicon)


def is_numbered(words: Sequence[Word], first: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether an ordinal numbers an undertaking, a unit or a committee, and so names it.

    «le 11e programme d'intervention», «la Cinquième Commission».
    """
    if first and head.subtype in _PLENARY and words[first].is_capitalised and words[first - 1].is_capitalised:
        spelt = words[first - 1].lower in lexicon.words("rank_word")
        return spelt and has_definite(words, first - 1, lexicon)
    series = head.lower == "institutional" or head.is_one_of(lexicon.words("series_head"))
    undertaking = series and head.kind == "programme"
    unit = head.is_one_of(lexicon.words("unit"))
    if not (undertaking or unit) or head.is_plural(words[first].lower):
        return False
    definite = first < 2 or words[first - 2].text == "\n" or has_definite(words, first - 1, lexicon)
    definite = definite or words[first - 2].lower in lexicon.words("possessive")
    return definite and _is_ordinal(words, first - 1, lexicon)


def is_ranked(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether an ordinal names what it numbers, in digits or in letters: «le 11e programme», «le huitième plan de …»."""
    return is_numbered(words, first, head, lexicon) or _is_of_series(words, first, head, phrase, lexicon)


def _is_of_series(words: Sequence[Word], first: int, head: HeadRow, phrase: Phrase, lexicon: NameLexicon) -> bool:
    """Whether an ordinal in letters numbers an undertaking of a series, which is for something: «le huitième plan de …»."""
    if first < 2 or words[first - 1].lower not in lexicon.words("series_rank") or not phrase.complements:
        return False
    if not head.is_one_of(lexicon.words("series_head")) or head.is_plural(words[first].lower):
        return False
    link = phrase.begin  # «le septième programme-cadre de la Lorvaine» is whose it is
    if not phrase.level and (
        words[link].lower not in lexicon.words("bare_of") or words[link + 1].lower in lexicon.words("article")
    ):
        return False
    before = words[first - 2].lower
    return before in lexicon.words("one_definite") or before in lexicon.words("possessive")


def _is_ordinal(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a word is an ordinal, in digits or in Roman numerals: «11e», «XIe»."""
    text = words[index].text if index >= 0 else ""
    number = _NUMERAL.match(text)
    return number is not None and text[number.end() :] in lexicon.words("rank")


def is_capital(word: Word) -> bool:
    """Whether a head is capitalised; an acronym always is («les ONG belges»)."""
    return word.is_capitalised and not word.is_acronym


def _is_only_named(words: Sequence[Word], first: int, head: HeadRow) -> bool:
    """Whether a head is no part of the name behind it: «l'association X», «les programmes de coopération « X »»."""
    if is_capital(words[first]):
        return False
    return head.lower == "apposed" or (head.kind == "programme" and head.is_plural(words[first].lower))


def _is_ministers(
    words: Sequence[Word], first: int, head_end: int, end: int, head: HeadRow, lexicon: NameLexicon
) -> bool:
    """Whether a person's name tells whose staff a body is, and is none by itself: «le cabinet Orvelin», «Anne Orvelin».

    Where a counsellor is in front, or the text has the name behind a first name or a title.
    """
    if end != head_end + 1 or not head.is_one_of(lexicon.words("staff_head")) or words[head_end].is_acronym:
        return False
    if first > 1 and words[first - 2].lower in lexicon.words("staff_post"):
        return True
    titles = lexicon.words("first_name") | lexicon.words("title")
    return any(index and words[index - 1].lower in titles for index in find_texts(words, [words[head_end].text]))


def _name_within(words: Sequence[Word], first: int, end: int, *, quoted: bool) -> int:
    """Where the name begins behind a head and its adjectives: «le groupe armé X», «la société Coréenne « X »»."""
    marks = [i for i in range(first, end) if words[i].text in QUOTES] if quoted else []
    opens = (i for i in (marks or range(first, end)) if words[i].is_capitalised or words[i].text in QUOTES)
    return next(opens, first)


def _is_nationality(words: Sequence[Word], index: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a capitalised adjective of a country stands before the name of a body: «l'association Américaine X».

    In a feminine of its own, which no country's name has: not «l'association Suisse Solidaire».
    """
    feminine = words[index].folded
    national = feminine in lexicon.country_adjectives and words[index].is_capitalised
    masculine = {feminine[:-1], feminine[:-2]} & lexicon.country_adjectives
    return national and bool(masculine) and index + 1 < end and words[index + 1].is_capitalised


def has_definite(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a definite or a demonstrative stands before a word."""
    return first > 0 and words[first - 1].lower in lexicon.words("definite")


def is_ours(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether those who write call what follows theirs: «notre Institution»."""
    return first > 0 and words[first - 1].lower in lexicon.words("our")
