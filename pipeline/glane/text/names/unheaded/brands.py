"""Names that end with the noun that says what they are, as those of companies do: «Velmora SA», «Rouvres Métropole»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import EVIDENCE, TRUSTED, Candidate
from glane.text.names.context import goes_on, governing_noun, is_name_word, is_titled, opens_sentence, run_before
from glane.text.names.foreign import ends_foreign_run
from glane.text.names.unheaded.lands import land_before
from glane.text.words import is_hyphen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_LONGEST = 4
_LONGEST_HIDDEN = 10
"""Signs behind the letter that stands for a name: «A.________»."""
_LONE = 2
_JOINING = frozenset("&-")


def find_companies(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find capitalised words before the sign of a legal form: «Velmora SA»."""
    for index in sorted(lexicon.find_class(words, "legal_form") + lexicon.find_class(words, "legal_initial")):
        word = words[index]
        if not index or _is_shouted(words, index):
            continue
        if not word.is_capitalised and word.lower not in lexicon.words("small_form"):
            continue
        if word.lower in lexicon.words("capital_form") and not word.text.isupper():
            continue  # «Moussa Ag Rhissa», «le Roi d'Italie, Sa Majesté»
        end = _form_end(words, index, lexicon)
        behind = index - (words[index - 1].text == ",")  # «Harrow Research, Inc.»
        hidden = _hidden_before(words, index) if end else index
        first = _joined_before(words, behind, lexicon) if end and hidden == index else hidden
        alone = behind == first + 1 and lexicon.is_head(words[first].folded)  # «SOCIÉTÉ SARL», in a register
        if first < behind and not alone and not _are_forms(words[first:behind], lexicon):
            start = words[governing_noun(words, first, lexicon)].start
            yield Candidate(start, words[end - 1].end, "organisation", "company:form", tier=TRUSTED, subtype="company")


def find_partners(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find capitalised words before «et» and who else has their company: «Mirabaud et Cie», «Duval & Fils»."""
    for index in lexicon.find_class(words, "partner"):
        if index < _LONE or not words[index].is_capitalised or words[index - 1].lower not in lexicon.words("and"):
            continue
        first = run_before(words, index - 1, lexicon)
        owners = [word for word in words[first : index - 1] if word.lower not in lexicon.words("elder")]
        sure = words[index].lower in lexicon.words("sure_partner")
        common = (lexicon.is_head(w.folded) if sure else _is_common(w, lexicon) for w in owners)
        if not owners or is_titled(words, first, lexicon) or any(common):
            continue
        yield Candidate(
            words[first].start,
            words[index].end,
            "organisation",
            "company:partner",
            tier=TRUSTED if sure else EVIDENCE,
            subtype="company",
        )


def find_brands(words: Sequence[Word], lexicon: NameLexicon) -> Iterator[Candidate]:
    """Find proper names with a capitalised noun of a body behind them: «Rouvres Métropole», «Nordwind Energy».

    No French phrase is built so: a noun of common sense would stand before its complement.
    """
    kinds: set[int] = set()
    for index in lexicon.find_class(words, "brand_tail"):
        word = words[index]
        if not index or not word.is_capitalised or word.text.isupper():
            continue
        first = run_before(words, index, lexicon)
        if first == index or goes_on(words, index + 1, lexicon) or is_titled(words, first, lexicon):
            continue
        if words[first].text in lexicon.stops or ends_foreign_run(words, first, lexicon):
            continue  # «API Entreprise», «World Reference Base for Soil Resources»
        if _is_in_title(words, first, index + 1, lexicon):
            continue
        if _means_several(words, first, index, lexicon) or (
            first > 1 and first - 2 in kinds and words[first - 1].lower in lexicon.words("and")
        ):
            kinds.add(index)
            continue
        if _opens_another(words, index, lexicon) or any(_is_common(part, lexicon) for part in words[first:index]):
            continue
        begin = _place_before(words, first, lexicon)
        if word.lower in lexicon.words("land_tail"):
            begin = land_before(words, begin, lexicon)
        start = words[begin].start
        yield Candidate(start, word.end, "organisation", "company:tail", tier=EVIDENCE, subtype="company")


def _is_in_title(words: Sequence[Word], first: int, end: int, lexicon: NameLexicon) -> bool:
    """Whether an English title goes on around a name: «Affordable & Clean Energy for All»."""
    joined = first > 0 and words[first - 1].text == "&"
    return joined and end < len(words) and words[end].lower in lexicon.words("foreign_only")


def _means_several(words: Sequence[Word], first: int, tail: int, lexicon: NameLexicon) -> bool:
    """Whether an article for several stands before a plural: a kind, «les Fab Labs», where no company is meant."""
    several = first > 0 and words[first - 1].lower in lexicon.words("several_definite")
    return several and words[tail].lower.endswith(lexicon.affixes("plain_plural_ending"))


def _are_forms(words: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether words are but legal forms themselves: «(SARL, SAS, entreprise individuelle)»."""
    return all(word.lower in lexicon.words("legal_form") for word in words)


def _place_before(words: Sequence[Word], first: int, lexicon: NameLexicon) -> int:
    """Index where the name of a town begins whose last word is at an index: «Saint-Malo», «La Rochelle»."""
    if first > 1 and is_hyphen(words, first - 1) and words[first - 2].is_capitalised:
        first -= 2
    before = words[first - 1] if first else None
    article = before is not None and before.is_capitalised and before.lower in lexicon.words("article")
    return first - 1 if article and not opens_sentence(words, first - 1) and _touches(words, first - 1) else first


def _touches(words: Sequence[Word], index: int) -> bool:
    """Whether at most one blank stands between a word and the next."""
    return words[index + 1].start - words[index].end <= 1


def _form_end(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index behind a legal form, spelt with points or without («S.A.», «SA»); 0 where there is none."""
    if words[index].lower in lexicon.words("legal_form"):
        goes_on_small = index + 2 < len(words) and not words[index + 2].is_capitalised and words[index + 2].text != "\n"
        dotted = words[index].lower in lexicon.words("dotted_form")  # «Inc.» within a sentence
        return index + 1 + (dotted and goes_on_small and words[index + 1].text == ".")
    letters, end = "", index
    while len(letters) < _LONGEST and end + 1 < len(words) and len(words[end].text) == 1 and words[end + 1].text == ".":
        letters += words[end].lower
        end += 2
        if end < len(words) and words[end].start > words[end - 1].end:
            break
    is_form = letters in lexicon.words("legal_form") and letters not in lexicon.words("honorific_letters")
    return end if is_form else 0


def _hidden_before(words: Sequence[Word], index: int) -> int:
    """Index of the letter by which a judgment hides a company's name: «X. SA», «A.____ SA»; ``index`` for none."""
    first = index - 1
    while (
        first > 0 and index - first <= _LONGEST_HIDDEN and (words[first].text == "." or set(words[first].text) == {"_"})
    ):
        first -= 1
    hidden = first < index - 1 and len(words[first].text) == 1 and words[first].is_capitalised
    apart = hidden and words[index].start > words[index - 1].end  # «N.S.A.» is one
    return first if apart and words[first + 1].start == words[first].end else index


def _joined_before(words: Sequence[Word], index: int, lexicon: NameLexicon) -> int:
    """Index of the first of the capitalised words before a word, with those that «&» or a hyphen joins to them."""
    first = index
    if first and is_name_word(words[first - 1], lexicon):
        first = run_before(words, first - 1, lexicon)
    for _ in range(_LONGEST):
        if not (1 < first < index and words[first - 1].text in _JOINING and is_name_word(words[first - 2], lexicon)):
            break
        first = run_before(words, first - 2, lexicon)
    return first


def _is_shouted(words: Sequence[Word], index: int) -> bool:
    """Whether a word stands among others in capitals, where it may be any word: «A PRÉSENTÉ SA STRATÉGIE»."""
    around = words[max(0, index - 1) : index + 2]
    return len(around) > _LONE and all(word.text.isupper() for word in around)


def _opens_another(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a head noun goes on as the name of another body: «CIF Banque mondiale»."""
    if not lexicon.is_head(words[index].folded) or index + 1 >= len(words):
        return False
    after = words[index + 1]
    return after.lower in lexicon.words("of") or (after.text.islower() and lexicon.has_adjective_ending(after.lower))


def _is_common(word: Word, lexicon: NameLexicon) -> bool:
    """Whether a capitalised word is hardly a proper name: a head noun, an adjective, a title, a person's name."""
    if lexicon.is_head(word.folded) or lexicon.is_weak(word.folded) or lexicon.is_other(word.folded):
        return True
    classes = ("title", "front_adjective", "level", "region_adjective", "document", "product", "portfolio", "degree")
    if any(word.lower in lexicon.words(name) for name in classes) or word.pos in {"VERB", "ADJ", "ADP", "PART", "NOUN"}:
        return True
    return word.lower in lexicon.words("first_name")
