"""The words that the grammar of names asks for, folded and ready for look-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.forms import fold, form_of
from glane.text.trie import NameTrie
from glane.text.words import find_openings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.knowledge import CountryRow
    from glane.rules.names import HeadRow, WordRow
    from glane.text.words import Word

_FUNCTION_CLASSES = (
    "definite",
    "indefinite",
    "article",
    "possessive",
    "of",
    "for",
    "to",
    "in",
    "and",
    "relative",
    "function",
)


_NOTHING: dict[str, None] = {}
_LINKS = ("of", "for", "to", "in")
_PHRASES = (
    "phrase",
    "noun_tail",
    "body_frame",
    "remit",
    "course_frame",
    "body_lead",
    "held_frame",
    "cooperating_tail",
    "placed_heading",
    "dealing_tail",
    "one_among",
    "civil",
    "estimates_sure",
    "referred_to",
)
"""The classes whose forms are several words."""


class _Classes(dict[str, frozenset[str]]):
    """The forms of each class, in lower case."""

    def __missing__(self, word_class: str) -> frozenset[str]:
        """A class that no table has has no forms."""
        return frozenset()


class _Affixes(dict[str, tuple[str, ...]]):
    """The forms of each class that was asked for, as a tuple."""

    def __init__(self, words: Callable[[str], frozenset[str]]) -> None:
        """Take the look-up of the forms."""
        super().__init__()
        self._words = words

    def __missing__(self, word_class: str) -> tuple[str, ...]:
        """Make the tuple of a class once."""
        self[word_class] = affixes = tuple(self._words(word_class))
        return affixes


class NameLexicon:
    """Heads, classes of words and adjectives of countries.

    Attributes:
        stops: acronyms that name nothing by themselves.
        words: returns the forms of a class, in lower case; none for a class that no table has. It is asked hundreds of times
            a text, so it is the look-up itself rather than a method around it.
        affixes: returns the same as a tuple, which `str.startswith` and `str.endswith` take.
        country_adjectives: folded, those of former states among them.
        towns: the countries of towns in lower case, as far as the classes ``town_…`` have them.
    """

    words: Callable[[str], frozenset[str]]
    affixes: Callable[[str], tuple[str, ...]]

    def __init__(
        self,
        heads: Iterable[HeadRow],
        words: Iterable[WordRow],
        countries: Iterable[CountryRow],
        stops: AbstractSet[str] = frozenset(),
    ) -> None:
        """Fold the rows of the tables; ``stops`` are acronyms that name nothing by themselves."""
        self.stops = stops
        classes = _Classes()
        for row in words:
            classes[row.word_class] |= frozenset(form.lower() for form in row.forms)
        self.words = classes.__getitem__
        self.affixes = _Affixes(self.words).__getitem__
        self._openings = {
            name: dict.fromkeys(part for form in forms for part in form_of(form).parts[:1])
            for name, forms in classes.items()
        }
        self._heads: NameTrie[HeadRow] = NameTrie()
        self._head_words: set[str] = set()
        self._other: set[str] = set()
        for head in heads:
            for form in head.forms:
                self._heads.add(form, head)
                if " " not in form:
                    (self._other if head.kind == "other" else self._head_words).add(fold(form))
        self._phrases: dict[str, NameTrie[None]] = {name: NameTrie() for name in _PHRASES}
        for name, phrases in self._phrases.items():
            for form in classes[name]:
                phrases.add(form, None)
        countries = tuple(countries)
        self.towns = {form: row.id for row in countries for form in self.words(f"town_{row.id.lower()}")}
        former = {fold(form) for form in self.words("former_adjective")}
        self.country_adjectives = frozenset(fold(form) for row in countries for form in row.adjectives) | former
        self._function = frozenset().union(*(self.words(name) for name in _FUNCTION_CLASSES))
        self._weak = frozenset(fold(form) for form in self.words("weak_capital"))
        self._tagged_endings = self.affixes("adjective_ending") + self.affixes("tagged_ending")
        self._plural_endings = self.affixes("noun_plural_ending")
        self._agreeing_letters = "".join(self.words("agreeing_letter"))
        self._participle_letters = "".join(self.words("participle_letter"))
        self._links = {form: name for name in reversed(_LINKS) for form in self.words(name)}

    def is_function(self, lower: str) -> bool:
        """Whether a word in lower case is a function word."""
        return lower in self._function

    def is_head(self, folded: str) -> bool:
        """Whether a folded word is a head noun."""
        return folded in self._head_words

    def is_other(self, folded: str) -> bool:
        """Whether a folded word heads names of what is not recorded: treaties, meetings."""
        return folded in self._other

    def is_weak(self, folded: str) -> bool:
        """Whether the capital of a folded word is one of respect, and makes it no proper name."""
        return folded in self._weak

    def is_portfolio(self, lower: str) -> bool:
        """Whether a word or phrase in lower case is a portfolio."""
        return lower in self.words("portfolio")

    def is_civil(self, words: Sequence[Word], first: int) -> bool:
        """Whether no body is meant, but all that is no state, or all that serves it: «la Société Civile»."""
        return self.phrase_end(words, first, "civil") > 0

    def link(self, lower: str) -> str:
        """The class of a word in lower case that opens a complement; empty for other words."""
        return self._links.get(lower, "")

    def has_adjective_prefix(self, lower: str) -> bool:
        """Whether a word in lower case begins as adjectives do."""
        return lower.startswith(self.affixes("adjective_prefix"))

    def is_of_two_countries(self, word: Word) -> bool:
        """Whether an adjective names two countries or a world region and a country: «franco-allemand», «euro-marocaine»."""
        _, hyphen, country = word.folded.partition("-")
        return bool(hyphen) and country in self.country_adjectives and self.has_adjective_prefix(word.lower)

    def has_adjective_ending(self, lower: str) -> bool:
        """Whether a word in lower case ends as adjectives do."""
        return len(lower) > 4 and lower.endswith(self.affixes("adjective_ending"))

    def has_small_ending(self, lower: str) -> bool:
        """Whether a word in lower case ends as adjectives do that are in small letters, and as capitalised nouns do too."""
        return lower.endswith(self.affixes("small_adjective_ending"))

    def has_infinitive_ending(self, lower: str) -> bool:
        """Whether a word in lower case ends as infinitives do."""
        return lower.endswith(self.affixes("infinitive_ending"))

    def has_field_ending(self, lower: str) -> bool:
        """Whether a word in lower case ends as nouns do for what a body works on."""
        return lower.endswith(self.affixes("field_ending"))

    def may_be_plural(self, lower: str) -> bool:
        """Whether a word in lower case ends as plurals do."""
        return lower.endswith(self._plural_endings)

    def participle_stem(self, lower: str) -> str:
        """A participle in lower case without its endings of gender and number, and without its own."""
        return lower.rstrip(self._agreeing_letters).rstrip(self._participle_letters)

    def is_plural_adjective(self, lower: str) -> bool:
        """Whether a word in lower case, if it is an adjective, can only stand in the plural."""
        return lower.endswith(self.affixes("plural_ending")) and not lower.endswith(self.affixes("singular_ending"))

    def is_tagged_adjective(self, lower: str) -> bool:
        """Whether a word that a tagger takes for an adjective can be one: taggers take verbs for adjectives too."""
        if lower in self.words("short_adjective"):
            return True
        return len(lower) > 3 and lower.endswith(self._tagged_endings)

    def find_heads(self, words: Sequence[Word]) -> list[int]:
        """Return the indices of the words with which some head begins."""
        return [index for index in self._heads.openings(words) if words[index].is_word]

    def find_class(self, words: Sequence[Word], word_class: str) -> list[int]:
        """Return the indices of the words of a class."""
        forms = self.words(word_class)
        openings = self._openings.get(word_class, _NOTHING).keys()
        return [index for index in find_openings(words, openings) if words[index].lower in forms]

    def head_at(self, words: Sequence[Word], position: int) -> tuple[int, HeadRow] | None:
        """Return the longest head that begins at a word: the index behind it, and its row; an acronym stands in capitals."""
        found: tuple[int, HeadRow] | None = None
        word = words[position]
        small = word.lower in self.words("acronym_head") and not word.text.isupper()
        if small and word.lower not in self.words("small_form"):
            return None  # «Adil» is a person
        for _, end, entries in self._heads.find_at(words, position):
            head = entries[0][1]
            if word.lower != word.folded and _lacks_accents(head):
                continue  # «ils ont forcé Hadi à fuir»
            if found is not None and word.is_capitalised and head.is_one_of(self.words("lower_only")):
                continue  # «Centre des finances publiques»: the capital says enough of «Centre»
            if found is not None and word.is_capitalised and self._goes_on(words, end):
                continue  # «Chambre de Commerce, d'Artisanat et …»
            found = end, head
        return found

    def _goes_on(self, words: Sequence[Word], end: int) -> bool:
        """Whether what a head of several words is of goes on behind it: «Chambre de Commerce | , d'Artisanat et …»."""
        link = end + 1
        if link >= len(words) or not (words[end].text == "," or words[end].lower in self.words("and")):
            return False
        bare = self.words("bare_of")
        return words[link].lower in bare and words[end - 2].lower in bare

    def phrase_end(self, words: Sequence[Word], position: int, word_class: str = "phrase") -> int:
        """Return the index behind the longest phrase of a class that begins at a word, 0 for none.

        By default the multi-word links; ``_PHRASES`` are the other classes.
        """
        end = 0
        phrases = self._phrases[word_class]
        if position >= len(words) or not phrases.opens(words[position]):
            return 0
        for _, found, _entries in phrases.find_at(words, position):
            end = found
        return end


def _lacks_accents(head: HeadRow) -> bool:
    """Whether no form of a head has an accent on its first word: what has one there is another word."""
    return all(form.split()[0].isascii() for form in head.forms)
