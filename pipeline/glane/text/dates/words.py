"""The words of calendar expressions: what each category looks like, and what a word stands for."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from glane.text.dates import openings as begin
from glane.text.dates.openings import NOTHING, SEPARATOR, UNKNOWN, Opening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from glane.rules.dates import WordRow

# Letters that `re.IGNORECASE` takes for «s» and «i» are folded too; a capital «İ» leaves a dot in lower case.
_FOLDED = str.maketrans("àâäáéèêëîïíôöóùûüúçñſı", "aaaaeeeeiiiooouuuucnsi", "\u0307")
_OPTIONAL_ACCENTS = {
    "à": "[àa]",
    "â": "[âa]",
    "é": "[ée]",
    "è": "[èe]",
    "ê": "[êe]",
    "û": "[ûu]",
    "ô": "[ôo]",
}
_DASHES = "-–—"

# A blank, at most three, or one line end that does not begin a new sentence.
BLANK = r"(?: {1,3}| ?\n ?(?-i:(?=[a-zà-ÿ\d])))"
# The same in a text that `lower` made.
_LOWER_BLANK = r"[ \n]{1,3}"
_LAST_LINE_END = re.compile(r"\n(?:(?! ?[a-zà-ÿ\d])|(?<=  \n))")
_NOTHING_READ = "\f"
# What `re.IGNORECASE` takes for «i» and «s» too.
_STRANGE = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
_YEAR = r"[12]\d{3}(?!\d)"

# First tokens that are no words: a number of one or two digits, one of four, a number with letters, a Roman
# numeral.
SHORT, FOUR, ORDINAL, ROMAN = "#2", "#4", "#ordinal", "#roman"
# A Roman numeral, with an ordinal's ending or without: `read_century` looks closer.
_ROMAN_TOKEN = re.compile(r"[ivx]{1,5}[^\W\d_]{0,4}")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}

_SHORT_NUMBER = begin.token(SHORT, touches_behind=True)

# What a name in braces stands for, where it is more than one category of words.
_UNIONS = {
    "month": ("month", "monthshort"),
    "monthname": ("month",),
    "weekday": ("weekday", "weekdayshort"),
    "weekdayname": ("weekday",),
}
_CONNECTORS = ("of", "ofyear", "modlink")
_CONNECTORS_AROUND = ("to", "and")


@lru_cache(maxsize=1 << 13)
def lower_plain(text: str) -> str:
    """Return the text in lower case and without accents."""
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.translate(_FOLDED)


def lower(text: str) -> str:
    """Put a text in lower case, as long as it is, for patterns that `compile_lower` made.

    A line end that is no `BLANK`, since a new sentence begins behind it, is something else there.
    """
    text = _LAST_LINE_END.sub(_NOTHING_READ, text)
    for strange, letter in _STRANGE:  # «İ» is the one letter that is two in lower case
        text = text.replace(strange, letter)
    return text.lower()


def compile_lower(regex: str) -> re.Pattern[str]:
    """Compile an expression of categories for a text in lower case; it takes half as long as for capitals too."""
    return re.compile(regex.replace(BLANK, _LOWER_BLANK))


def classify(token: str) -> str | None:
    """Return the class of a token that is no plain word: `SHORT`, `FOUR`, `ORDINAL`, `ROMAN`, or ``None``."""
    if token[0].isdigit():
        if not token.isdecimal():
            return ORDINAL
        return {1: SHORT, 2: SHORT, 4: FOUR}.get(len(token))
    return ROMAN if token[0] in _ROMAN_VALUES and _ROMAN_TOKEN.fullmatch(token) else None


def literal(text: str) -> str:
    """Return a regular expression for a word as the tables write it: accents may be missing."""
    return "".join(_literal_char(char) for char in text)


def _literal_char(char: str) -> str:
    if char == " ":
        return BLANK
    if char == "'":
        return "' ?"
    return _OPTIONAL_ACCENTS.get(char) or re.escape(char.lower())


def _form(form: str) -> str:
    return "".join("[- ]" if char == "-" else _literal_char(char) for char in form)


def _one_of(forms: Iterable[str], closes: Callable[[str], bool], closing: str) -> str:
    """Return a regular expression for one of several words, the longest that fits.

    What follows some of them is written once for neighbours, rather than behind each: it is compiled as often as it stands.
    """
    parts: list[str] = []
    for is_closed, run in groupby(sorted(forms, key=lambda form: (-len(form), form)), closes):
        spelled = "|".join(map(_form, run))
        parts.append(f"(?:{spelled}){closing}" if is_closed else spelled)
    return "|".join(parts) or r"(?!)"


@dataclass(frozen=True, slots=True)
class Category:
    """A category of words.

    Attributes:
        regex: what it looks like.
        opening: folded tokens, or classes of them, that it begins with.
        is_link: it only joins other words, and is not captured.
    """

    regex: str
    opening: Opening
    is_link: bool = False


class DateWords:
    """All categories, and the values of their words."""

    def __init__(self, rows: Iterable[WordRow], names: Iterable[str] = ()) -> None:
        """Index the rows by category; ``names`` are of categories that may have no row."""
        self.ids: dict[str, str] = {}
        self._forms: dict[str, list[str]] = defaultdict(list)
        self._values: dict[str, dict[str, str]] = defaultdict(dict)
        for row in rows:
            self.ids.setdefault(row.category, row.id)
            self._forms[row.category].extend(row.forms)
            for form in row.forms:
                self._values[row.category][_key(form)] = row.value
        self._names = frozenset(names) | self._forms.keys() | _UNIONS.keys()
        self.categories = self._make_categories()

    def value(self, name: str, text: str) -> str:
        """Return the value of a word of a category, as the table writes it; empty where it has none."""
        key = _key(text)
        for category in _UNIONS.get(name, (name,)):
            if key in self._values[category]:
                return self._values[category][key]
        return ""

    def tokens(self, category: str) -> frozenset[str]:
        """Return the folded first tokens of the words of a category."""
        return frozenset(lower_plain(form).split("'")[0].split()[0] for form in self._forms[category])

    def _alternatives(self, *names: str) -> str:
        forms = {form for name in names for form in self._forms[name]}
        pattern = _one_of(forms, lambda form: form[-1].isalnum(), r"(?!\w)")
        # One look spares many: most of what is tried at a digit are words.
        return rf"(?=[^\W\d])(?:{pattern})" if all(form[0].isalpha() for form in forms) else pattern

    def _opening(self, *names: str) -> Opening:
        return begin.words(lower_plain(form) for name in names for form in self._forms[name])

    def _link(self, name: str, *, touches_before: bool = False) -> Opening:
        return begin.link(map(lower_plain, self._forms[name]), touches_before=touches_before)

    def _connector(self, name: str) -> str:
        """Return words that join what stands around them: a blank follows, but not an apostrophe."""
        return _one_of(self._forms[name], lambda form: not form.endswith("'"), BLANK)

    def _make_categories(self) -> Mapping[str, Category]:
        first, ordinal = self._alternatives("firstsuffix"), self._alternatives("ordinalsuffix")
        day = rf"(?:0?1 ?(?:{first})|{_DAY}|{self._alternatives('dayword')})"
        named = rf"(?:(?:{self._alternatives('weekday', 'weekdayshort')}){BLANK})?"
        joined = rf"(?: ?, ?(?:{self._connector('link')})?|{BLANK}(?:{self._connector('and')}))"
        opens = self._make_openings()
        made = {
            "day": Category(day, opens["day"]),
            "days": Category(rf"{day}(?:{joined}{named}{day}){{1,8}}", opens["days"]),
            "dd": Category(_DAY, _SHORT_NUMBER),
            "mm": Category(r"(?:1[0-2]|0?[1-9])(?!\d)", _SHORT_NUMBER),
            "yy": Category(r"'?\d\d(?!\d)", UNKNOWN),
            "year": Category(_YEAR, begin.token(FOUR, touches_behind=True)),
            "yearword": Category(
                rf"(?:{self._alternatives('yearhead')})[- ](?:{self._alternatives('yeartail')})", opens["yearword"]
            ),
            "decade": Category(rf"(?:[12]\d\d0|'?\d0)(?!\d)|{self._alternatives('decadeword')}", UNKNOWN),
            "shortdecade": Category(rf"'?\d0(?!\d)|{self._alternatives('decadeword')}", UNKNOWN),
            "century": Category(
                rf"(?:[ivx]{{1,5}}|\d{{1,2}}) ?(?:{ordinal})|{self._alternatives('centuryword')}", opens["century"]
            ),
            "centurybare": Category(r"[ivx]{1,5}(?!\w)", begin.token(ROMAN)),
            "ordinal": Category(rf"\d{{1,2}} ?(?:{ordinal})|{self._alternatives('ordinal')}", opens["ordinal"]),
            "gap": Category(rf"(?:{BLANK}|[-/])", SEPARATOR, is_link=True),
            "dash": Category(rf" {{0,2}}[{_DASHES}] {{0,2}}", SEPARATOR, is_link=True),
            "slash": Category(rf" ?[{_DASHES}/] ?", SEPARATOR, is_link=True),
            "wide": Category(r" {1,2}[-/] {0,2}", SEPARATOR, is_link=True),
            "to": Category(
                rf"(?: {{0,2}}[{_DASHES}] {{0,2}}|{BLANK}(?:{self._connector('to')}))", opens["to"], is_link=True
            ),
            "and": Category(rf"(?: ?, ?|{BLANK}(?:{self._connector('and')}))", opens["and"], is_link=True),
            "link": Category(
                rf" ?(?:[{_DASHES},/] ?)?(?:(?:{self._connector('link')}|{self._joins()})){{0,2}}",
                UNKNOWN,
                is_link=True,
            ),
        }
        for name in _CONNECTORS:
            made[name] = Category(rf"(?:{self._connector(name)})", self._link(name, touches_before=True), is_link=True)
        for name in self._names - {*made, *_CONNECTORS_AROUND}:
            names = _UNIONS.get(name, (name,))
            made[name] = Category(rf"(?:{self._alternatives(*names)})", self._opening(*names))
        return made

    def _make_openings(self) -> Mapping[str, Opening]:
        """Return how the categories begin that are more than a list of words."""
        ending = self._opening("ordinalsuffix")
        day = begin.choice(
            _SHORT_NUMBER,
            begin.token(ORDINAL, touches_behind=True),
            begin.token(SHORT).join(self._opening("firstsuffix")),
            self._opening("dayword"),
        )
        between = SEPARATOR.join(begin.choice(NOTHING, self._link("link"), self._link("and")))
        return {
            "day": day,
            "days": day.join(between).join(self._opening("weekday", "weekdayshort").optional()).join(day),
            "century": begin.choice(
                begin.token(ROMAN, ORDINAL), begin.token(ROMAN, SHORT).join(ending), self._opening("centuryword")
            ),
            "ordinal": begin.choice(begin.token(ORDINAL), begin.token(SHORT).join(ending), self._opening("ordinal")),
            "yearword": self._opening("yearhead").join(SEPARATOR).join(self._opening("yeartail")),
            **{name: begin.choice(SEPARATOR, self._link(name)) for name in _CONNECTORS_AROUND},
        }

    def _joins(self) -> str:
        return "|".join(self._connector(name) for name in _CONNECTORS_AROUND)


def _key(form: str) -> str:
    return " ".join(lower_plain(form).replace("-", " ").replace("'", "' ").rstrip(". ").split())


def read_year_words(text: str, words: DateWords) -> int | None:
    """Return a year that is written out, such as «deux mille dix-huit»; ``None`` if it is none."""
    tokens = _key(text).split()
    for split in range(1, len(tokens)):
        head, tail = words.value("yearhead", " ".join(tokens[:split])), " ".join(tokens[split:])
        if head:
            rest = words.value("yeartail", tail)
            return int(head) + int(rest) if rest else None
    return None


def read_century(text: str, words: DateWords) -> int | None:
    """Return the number of a century written in Roman numerals, digits or words; ``None`` if it is none."""
    word = words.value("centuryword", text)
    if word:
        return int(word)
    match = re.match(r"(\d+)|([ivx]+)", text.lower())
    if match is None:
        return None
    return int(match[1]) if match[1] else _read_roman(match[2])


def _read_roman(text: str) -> int | None:
    values = [_ROMAN_VALUES[char] for char in text]
    total = sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
    return total if 1 <= total <= 39 and _write_roman(total) == text else None


def _write_roman(number: int) -> str:
    tens, units = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[units]
