"""Names that no French head noun opens: a country beside a noun, ministries named by their portfolio alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, TRUSTED, Candidate
from glane.text.forms import fold
from glane.text.names.context import is_titled, opens_sentence
from glane.text.names.countries.context import opens_title
from glane.text.names.foreign import ends_foreign_run
from glane.text.words import QUOTES, SENTENCE_ENDS, is_joint, surface_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SHORTEST = 3
_MOST_BEARERS = 2
"""Acronyms beside one in the brackets of an act: «(UE, Euratom)»."""
_SLASH = "/"
_LONGEST_NUMBER = 12
"""Words from an acronym back to the number of an act that it stands in."""
_BEHIND_NAME = 2
_MAX_PORTFOLIOS = 30
_LONGEST_EVENT = 3
"""Words behind a company's name in that of an event which it gives its name."""
_NO_BODY = ("post", "post_holders", "person", "contract_acronym", "strife", "stall")


def find_portfolios(words: Sequence[Word], lexicon: NameLexicon, taken: Collection[int]) -> Iterator[Candidate]:
    """Find ministries named by their portfolio alone, behind «ministères»: «de l'Intérieur, de la Culture»."""
    for first in lexicon.find_class(words, "ministries"):
        if words[first].text.isupper():
            continue  # in capitals all words have one
        listed = False
        for position in range(first + 1, min(len(words), first + _MAX_PORTFOLIOS)):
            part = words[position]
            if part.text in SENTENCE_ENDS:
                break
            if not part.is_capitalised or part.start in taken or part.lower not in lexicon.words("portfolio"):
                continue
            link = _article(words, position, lexicon)
            owned = any(word.lower in lexicon.words("of") for word in words[max(0, position - 2) : position])
            if not link or not (owned or listed):
                continue  # «les ministères, la Justice et la presse»
            listed = True
            end = _portfolio_end(words, position + 1, lexicon)
            ministry = next(iter(lexicon.words("ministry")), "")
            of = "" if owned else "".join(f"{word} " for word in lexicon.words("bare_of") if word.isalpha())
            name = f"{ministry} {of}{link}{surface_of(words[position:end])}"
            yield Candidate(
                part.start,
                words[end - 1].end,
                "organisation",
                "ellipsis:ministry",
                tier=EVIDENCE,
                subtype="ministry",
                key=fold(name),
                name=name,
            )


def _portfolio_end(words: Sequence[Word], position: int, lexicon: NameLexicon) -> int:
    """Index behind the adjectives of a portfolio, or what it is of, in small letters: «la Cohésion des territoires»."""
    end = _behind_adjectives(words, position)
    noun = end + 1
    if end > position or noun >= len(words) or words[end].lower not in lexicon.words("of"):
        return end
    noun += noun + 1 < len(words) and words[noun].lower in lexicon.words("article")
    small = words[noun].text.islower() and words[noun].pos == "NOUN"
    return _behind_adjectives(words, noun + 1) if small else end


def _behind_adjectives(words: Sequence[Word], position: int) -> int:
    while position < len(words) and words[position].pos == "ADJ" and words[position].is_word:
        position += 1
    return position


def _article(words: Sequence[Word], position: int, lexicon: NameLexicon) -> str:
    """The words between the last noun and a portfolio, with their blanks: «de l'», «de la », «du »."""
    link = ""
    index = position - 1
    while index >= max(0, position - 2) and words[index].lower in lexicon.words("of") | lexicon.words("article"):
        blank = "" if words[index].text.endswith("'") else " "
        link = words[index].lower + blank + link
        index -= 1
    return link


def find_country_names(
    words: Sequence[Word], country_spans: Sequence[tuple[int, int]], lexicon: NameLexicon
) -> Iterator[Candidate]:
    """Find names made with a country's name set beside another without a preposition: «Statistique Canada».

    Args:
        words: of the document.
        country_spans: indices of the words of each country, end exclusive.
        lexicon: classes of words.

    Yields:
        Candidates of organisations.
    """
    titles = {words[end].lower for first, end in country_spans if opens_title(words, first, end, lexicon)}
    for first, end in _unlisted(words, country_spans):
        begin, stop = first, end
        if end < len(words) and words[end].lower in lexicon.words("region_part"):
            continue  # «la Suisse Romande»
        while begin > 0 and begin > first - 3 and _stands_beside(words, begin - 1, begin, lexicon):
            begin -= 1
        if begin == first:
            while stop < min(len(words), end + 3) and _stands_beside(words, stop, stop - 1, lexicon):
                stop += 1
        if (
            _names_event(words, begin, lexicon)
            or _opens_event(words, stop, lexicon)
            or _names_thing(words, begin, lexicon)
            or _ends_another(words, begin, lexicon)
            or _is_bodiless(words, begin, first, lexicon)
            or ends_foreign_run(words, begin, lexicon)
            or (begin == first and stop > end and words[end].lower in titles | lexicon.words("place"))
            or (begin == first - 1 and words[begin].lower in lexicon.words("region_prefix"))  # «le Bas Congo»
        ):
            continue
        if (begin < first or stop > end) and not is_titled(words, begin, lexicon):
            sure = begin < first and not opens_sentence(words, begin) and not _is_hyphenated(words, stop)
            tier = TRUSTED if sure else EVIDENCE
            yield Candidate(words[begin].start, words[stop - 1].end, "organisation", "beside:country", tier=tier)


def _names_event(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a quotation mark and the noun of an event or a work stand before a name: «le forum « Énergie Mali »»."""
    return first > 1 and words[first - 1].text in QUOTES and words[first - 2].lower in lexicon.words("event")


def _opens_event(words: Sequence[Word], end: int, lexicon: NameLexicon) -> bool:
    """Whether the noun of an event ends what goes on behind a name: «Velmora Congo River Marathon»."""
    for index in range(end, min(len(words), end + _LONGEST_EVENT)):
        if words[index].start - words[index - 1].end != 1 or not words[index].is_capitalised:
            return False
        if words[index].lower in lexicon.words("event"):
            return True
    return False


def _names_thing(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a noun for a thing stands before a name, or its prefix says so: «la plateforme Cap Mali», «e-Visa Mali»."""
    if words[first].text[0].islower():
        return True
    return first > 0 and words[first - 1].lower in lexicon.words("thing")


def _is_bodiless(words: Sequence[Word], begin: int, first: int, lexicon: NameLexicon) -> bool:
    """Whether what stands before a country is no body: «Anne Morel France», «Coordinateur Mali», «C2D Mali», «Pavillon Mali».

    A firm may be called after a person, but then its kind stands before it: «la société Yves Morel France».
    """
    if any(words[index].lower in lexicon.words(name) for index in range(begin, first) for name in _NO_BODY):
        return True
    before = words[max(0, begin - 1) : first]
    if not any(word.is_capitalised and word.lower in lexicon.words("first_name") for word in before):
        return False
    found = lexicon.head_at(words, begin - 1) if begin else None
    return found is None or found[1].kind != "organisation"


def _unlisted(words: Sequence[Word], country_spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The countries that stand in no row of several, without commas between them: «Mexique Panama Guatemala Curaçao»."""
    begins, ends = {first for first, _ in country_spans}, {end for _, end in country_spans}
    for first, end in country_spans:
        after = end in begins and words[end].start - words[end - 1].end == 1
        before = first in ends and words[first].start - words[first - 1].end == 1
        if not (after or before):
            yield first, end


def _ends_another(words: Sequence[Word], begin: int, lexicon: NameLexicon) -> bool:
    """Whether a noun of what is done makes it the end of an unknown name: «Corridor de Développement Bas Congo»."""
    if begin < _BEHIND_NAME or words[begin].lower not in lexicon.words("titled_action"):
        return False
    noun = words[begin - 2]
    return words[begin - 1].lower in lexicon.words("bare_of") and noun.is_word and noun.is_capitalised


def _is_hyphenated(words: Sequence[Word], end: int) -> bool:
    """Whether a hyphen follows without a blank: «Côte d'Ivoire-Ouganda»."""
    return end < len(words) and words[end].text == "-" and words[end].start == words[end - 1].end


def _stands_beside(words: Sequence[Word], index: int, neighbour: int, lexicon: NameLexicon) -> bool:
    """Whether a word is a capitalised noun one blank away from its neighbour, and no title."""
    word = words[index]
    low, high = min(index, neighbour), max(index, neighbour)
    if words[high].start - words[low].end != 1 or not word.is_word or not word.is_capitalised:
        return False
    if word.lower in lexicon.words("city_behind"):
        return False
    if word.text.isupper():
        listed = word.text in lexicon.stops or lexicon.is_function(word.lower)  # «ENTRE LES PAYS-BAS»
        return index < neighbour and len(word.text) >= _SHORTEST and not listed
    if word.pos not in {"NOUN", "PROPN", "ADJ", ""}:
        return False
    classes = ("title", "direction")  # «le ministre Mali», «le Sud Liban»
    return not (lexicon.is_function(word.lower) or any(word.lower in lexicon.words(name) for name in classes))


def is_reference(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym numbers a document or a legal act: «CS/12426», «règlement (UE) no 182/2011», «92/42/CEE».

    Or has a part in the number of one: «arrêté no 14 MEFP/DGI».
    """
    if first > 1 and words[first - 1].text == "/" and words[first - 2].is_number and is_joint(words, first - 1):
        return True
    if end + 1 >= len(words):
        return False
    after = words[end + 1]
    if words[end].text == "/" and after.is_number and after.start == words[first].end + 1:
        return True
    return _numbers_an_act(words, first, end, lexicon) or _signs_an_act(words, first, end, lexicon)


def _signs_an_act(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a word is one of several acronyms with slashes behind the number of an act: «n° 297 MSP/ CAB/ DGS»."""
    index, slashed = first - 1, words[end].text == _SLASH
    while index > max(0, first - _LONGEST_NUMBER) and (words[index].text == _SLASH or words[index].is_acronym):
        slashed |= words[index].text == _SLASH
        index -= 1
    return slashed and index > 0 and words[index].is_number and words[index - 1].lower in lexicon.words("number_sign")


def _numbers_an_act(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether a number follows the brackets around acronyms: «(UE) 2021/1060», «(CEE, Euratom) no 354/83»."""
    opening, closing = first - 1, end
    for _ in range(_MOST_BEARERS):
        if opening > 0 and words[opening].text == "," and words[opening - 1].is_capitalised:
            opening -= 2
        if closing + 1 < len(words) and words[closing].text == "," and words[closing + 1].is_capitalised:
            closing += 2
    if opening < 0 or words[opening].text != "(" or closing + 1 >= len(words) or words[closing].text != ")":
        return False
    at = closing + 1
    if words[at].lower in lexicon.words("number_sign"):
        return at + 1 < len(words) and words[at + 1].is_number
    return words[at].is_number
