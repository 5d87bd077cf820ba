"""Names that the sentence explains: by an apposition («Ekolis, une association …») or a predicate («X est un projet»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, Candidate
from glane.text.names.unheaded.named_before import name_before, skip_bracket_back, subject_before
from glane.text.words import VERBS, find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from glane.rules.names import HeadRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_ACRONYM = 3
"""Words of an acronym in brackets."""
_SOFTWARE = 4
"""Words behind a noun that may say that it is software."""
_SPELT = 3
"""Letters of an acronym that an apposition with a definite article may explain."""
_LONGEST_APPOSITION = 10
_MARKS = (",", "–", "—")


def find_apposed(words: Sequence[Word], lexicon: NameLexicon, known: Collection[int]) -> Iterator[Candidate]:
    """Find names that the apposition behind them explains: «Terres partagées, une association de la Drouve, plante …».

    Args:
        words: of the text.
        lexicon: heads and classes of words.
        known: offsets of words that are, or begin, names already, countries among them.

    Yields:
        Candidates; the head of the apposition says of which kind.
    """
    for mark in find_texts(words, _MARKS):
        if not 1 <= mark < len(words) - 2:
            continue
        noun = _explaining_noun(words, mark + 1, lexicon)
        if noun == mark + 1 and _is_identified(words, mark, lexicon):
            noun += 1
        explained = noun > mark + 1
        head = _head_at(words, noun, lexicon)
        if head is None or head.subtype == "government":
            continue  # «Rouvres, une ville de province»
        if not (explained or (words[mark].text == "," and _is_bare(words, mark + 1, head, lexicon))):
            continue
        end = skip_bracket_back(words, mark) if explained else mark
        first, end = name_before(words, end, lexicon, known)
        if first < end:
            yield _candidate(words, first, end, head, "context:apposition")
        if mark - end == _ACRONYM and words[end + 1].is_acronym and words[end + 1].start not in known:
            yield _candidate(words, end + 1, end + 2, head, "context:apposition")


def _is_identified(words: Sequence[Word], mark: int, lexicon: NameLexicon) -> bool:
    """Whether an apposition that is closed says which body an acronym is: «(via KVTC, la société qui gère les ports)»."""
    article, short = words[mark + 1], words[mark - 1]
    if words[mark].text != "," or not short.is_acronym or short.text in lexicon.stops:
        return False
    if article.lower not in lexicon.words("one_definite") or article.lower in lexicon.words("of"):
        return False
    head = _head_at(words, mark + 2, lexicon)
    if head is None or head.kind != "organisation" or len(short.text) < _SPELT:
        return False
    for index in range(mark + 3, min(len(words), mark + 3 + _LONGEST_APPOSITION)):
        if words[index].text in {",", ")"}:
            return index > mark + 3
        if words[index].is_break or words[index].pos in VERBS:
            return False
    return False


def find_predicated(words: Sequence[Word], lexicon: NameLexicon, known: Collection[int]) -> Iterator[Candidate]:
    """Find names of which their sentence says what they are: «Terres partagées est un programme de la Drouve».

    A French sentence that begins with a noun has an article before it, unless that is a name.

    Args:
        words: of the text.
        lexicon: heads and classes of words.
        known: offsets of words that are, or begin, names already, countries among them.

    Yields:
        Candidates; the head of the predicate says of which kind.
    """
    for verb in lexicon.find_class(words, "being"):
        noun = _explaining_noun(words, verb + 1, lexicon)
        if not 0 < verb < noun - 1 or noun >= len(words):
            continue
        if words[noun].pos == "ADJ" or words[noun].lower in lexicon.words("front_adjective"):
            noun += 1  # «est un vaste programme»
        head = _head_at(words, noun, lexicon)
        if head is None or head.subtype == "government" or _is_software(words, noun, lexicon):
            continue
        if head.lower == "never" and words[noun].lower not in lexicon.words("body_noun"):
            continue
        first, end = subject_before(words, verb, lexicon, known)
        if first < end:
            yield _candidate(words, first, end, head, "context:predicate")


def _is_software(words: Sequence[Word], noun: int, lexicon: NameLexicon) -> bool:
    """Whether a library or a programme is one of computers: «X est une bibliothèque open-source», «un programme de calcul»."""
    if words[noun].lower not in lexicon.words("software_noun"):
        return False
    return any(word.lower in lexicon.words("software_sign") for word in words[noun + 1 : noun + 1 + _SOFTWARE])


def _explaining_noun(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index of the noun that says what something is: behind «un», «l'un des 28», «la principale»; else of the word itself.

    «l'organe chargé des prix»: behind «le» too, where a remit follows.
    """
    if index + 2 >= len(words):
        return index
    if words[index].lower in lexicon.words("explaining"):
        return index + 1
    if words[index].lower not in lexicon.words("one_definite"):
        return index
    if words[index + 1].lower in lexicon.words("ranking"):
        return index + 2
    if lexicon.phrase_end(words, index + 2, "remit"):
        return index + 1  # «est l'organe chargé des prix»
    among = words[index + 1].lower in lexicon.words("explaining") and words[index + 2].lower in lexicon.words(
        "of_several"
    )
    if not among or index + 4 >= len(words):
        return index
    return index + 3 + (not lexicon.is_head(words[index + 3].folded))


def _candidate(words: Sequence[Word], first: int, end: int, head: HeadRow, rule: str) -> Candidate:
    return Candidate(words[first].start, words[end - 1].end, head.kind, rule, tier=EVIDENCE, subtype=head.subtype)


def _head_at(words: Sequence[Word], index: int, lexicon: NameLexicon) -> HeadRow | None:
    """The head noun in lower case at a word, if it is one of what is recorded."""
    found = lexicon.head_at(words, index) if index < len(words) else None
    if (
        found is None
        or found[1].kind == "other"
        or (words[found[0] - 1].is_capitalised and not words[index].text.isupper())
    ):
        return None
    return found[1]


def _is_bare(words: Sequence[Word], index: int, head: HeadRow, lexicon: NameLexicon) -> bool:
    """Whether a head stands in an apposition without article, rather than in a list: «Velmora, filiale de …».

    Or «Velmora, projet porté par …», with who has done something for an undertaking.
    """
    after = index + 1
    if words[index].lower != head.forms[0] or after + 1 >= len(words):
        return False
    if head.kind == "programme" and words[after].lower in lexicon.words("flagship"):
        after += 1  # «Kalimo, programme phare de la Région»
    if words[after].lower in lexicon.words("of") | lexicon.words("level"):
        return True
    deeds = lexicon.words("deed") | lexicon.words("act")
    done = words[after].lower in deeds or words[after].lower.removesuffix("e") in deeds
    return done and head.kind == "programme" and words[after + 1].lower in lexicon.words("by")
