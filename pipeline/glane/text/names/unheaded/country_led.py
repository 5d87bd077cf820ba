"""Names of bodies in which a country's name has no preposition: «NIGER POSTE», «SGM-MALI», «France Université Numérique»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import Candidate
from glane.text.names.context import opens_sentence
from glane.text.words import VERBS, is_hyphen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_SHORTEST = 3
_LONGEST = 3
"""Words of a name behind the country."""
_FEWEST = 2
_JOINING = frozenset("-–/&:")
_APPOSED = "apposed"


def find_country_led(
    words: Sequence[Word], country_spans: Sequence[tuple[int, int]], lexicon: NameLexicon
) -> Iterator[Candidate]:
    """Find bodies whose name begins with a country's, or joins it to an acronym that nobody knows.

    The country would have an article or another preposition («la route du NIGER», «en France»): what has none, among words
    in small letters, is a name.

    Args:
        words: of the document.
        country_spans: indices of the words of each country, end exclusive.
        lexicon: classes of words.

    Yields:
        Candidates of organisations.
    """
    for first, end in country_spans:
        shouted = all(word.text.isupper() for word in words[first:end])
        stop = _capitals_end(words, end, lexicon) if shouted else _headed_end(words, end, lexicon)
        if stop == end and not shouted and not _is_owned(words, first, lexicon):
            stop = _coined_end(words, end, lexicon)
        if stop > end and words[stop - 1].lower in lexicon.words("foreign_programme"):
            continue  # «Sénégal Energy Fund»: an undertaking, by its noun in English
        if stop > end and _stands_free(words, first, stop, lexicon):
            yield Candidate(words[first].start, words[stop - 1].end, "organisation", "country:led")
        elif shouted and _is_joined(words, first, lexicon) and _stands_alone(words, first - 2, end, lexicon):
            yield Candidate(words[first - 2].start, words[end - 1].end, "organisation", "country:joined")


def _capitals_end(words: Sequence[Word], end: int, lexicon: NameLexicon) -> int:
    """Index behind the words in capitals that follow a country in capitals: «MALI LAIT»; ``end`` for none."""
    stop = end
    while stop < min(len(words), end + _LONGEST) and _follows(words, stop) and _is_capital_noun(words[stop], lexicon):
        stop += 1
    shouting = stop < len(words) and len(words[stop].text) > 1 and words[stop].text.isupper()
    return end if shouting else stop


def _is_capital_noun(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a word in capitals can be part of a name: neither a city nor an acronym that names nothing."""
    if len(word.text) < _SHORTEST or not (word.text.isalpha() and word.text.isupper()) or word.text in lexicon.stops:
        return False
    return word.lower not in lexicon.words("known_city") and not lexicon.is_function(word.lower)


def _is_owned(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a country has what stands before it, as its envoy has whose name follows: «l'ambassadeur de Russie Ivan Orlov»."""
    return first > 0 and words[first - 1].lower in lexicon.words("of")


def _coined_end(words: Sequence[Word], end: int, lexicon: NameLexicon) -> int:
    """Index behind two or three capitalised words right behind a country: «Sénégal Minergy Port»; ``end`` for none."""
    stop = end
    while stop <= end + _LONGEST and _follows(words, stop) and _is_coined(words[stop], lexicon):
        stop += 1
    linked = stop < len(words) and (words[stop].lower in lexicon.words("of") or words[stop].text in _JOINING)
    return stop if _FEWEST <= stop - end <= _LONGEST and not linked else end


def _is_coined(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a capitalised word may be one of a company's name, rather than a town, a person, a title or an acronym."""
    if not (word.is_word and word.is_capitalised) or word.is_acronym or lexicon.is_function(word.lower):
        return False
    return not any(
        word.lower in lexicon.words(name) for name in ("known_city", "first_name", "title", "direction", "month")
    )


def _headed_end(words: Sequence[Word], end: int, lexicon: NameLexicon) -> int:
    """Index behind a head with a capitalised word, right behind a country: «France Université Numérique»."""
    own = end + 1
    if own >= len(words) or not (_follows(words, end) and _follows(words, own)):
        return end
    head, word = words[end], words[own]
    mixed = not (head.is_acronym or word.is_acronym) and head.is_capitalised and word.is_capitalised and word.is_word
    if not mixed or not lexicon.is_head(head.folded) or lexicon.is_function(word.lower):
        return end
    after = own + 1
    linked = after < len(words) and words[after].lower in lexicon.words("of")
    return end if linked or lexicon.is_head(word.folded) else after


def _follows(words: Sequence[Word], index: int) -> bool:
    return index < len(words) and words[index].start - words[index - 1].end == 1


def _is_joined(words: Sequence[Word], first: int, lexicon: NameLexicon) -> bool:
    """Whether a hyphen joins an acronym in capitals to a country, and nothing else before it."""
    begin = first - 2
    if begin < 0 or not is_hyphen(words, first - 1):
        return False
    word = words[begin]
    known = word.text in lexicon.stops or word.lower in lexicon.words("event_acronym")
    apart = begin == 0 or words[begin - 1].end < word.start or words[begin - 1].text[-1] in "'’"
    return word.is_acronym and word.text.isupper() and len(word.text) >= _SHORTEST and apart and not known


def _stands_free(words: Sequence[Word], first: int, stop: int, lexicon: NameLexicon) -> bool:
    """Whether a name, not a country, stands in a sentence: behind a head, a preposition without an article, or before a verb."""
    if opens_sentence(words, first):
        return _is_told(words, stop)
    before = words[first - 1]
    if _opens_apposition(words, first - 1, lexicon):
        return True
    if not before.text.islower() or before.lower in lexicon.words("with") | lexicon.words("by"):
        return before.text.islower()
    if first == 1 or not words[first - 2].text.islower() or words[first - 2].lower in lexicon.words("diplomatic"):
        return False  # «République de GUINÉE TRAVAIL», «l'ambassade de France Section consulaire»
    return before.lower in lexicon.words("bare_of") | lexicon.words("to_alone")


def _stands_alone(words: Sequence[Word], first: int, stop: int, lexicon: NameLexicon) -> bool:
    """Whether an acronym with a country is a body: behind a head or a feminine article, or before a verb without an article."""
    if opens_sentence(words, first):
        return _is_told(words, stop)
    before = words[first - 1]
    if _opens_apposition(words, first - 1, lexicon) or before.lower in lexicon.words("feminine"):
        return True
    return before.text == "," and _is_told(words, stop)


def _is_told(words: Sequence[Word], stop: int) -> bool:
    return stop < len(words) and words[stop].text.islower() and words[stop].pos in VERBS


def _opens_apposition(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a word is a head of bodies that names are set against, as in «le groupe X», «l'ONG X»."""
    found = lexicon.head_at(words, index)
    small = words[index].text.islower() or words[index].is_acronym
    return small and found is not None and found[1].kind == "organisation" and found[1].lower == _APPOSED
