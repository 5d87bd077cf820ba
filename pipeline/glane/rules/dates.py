"""Rules for calendar expressions: words, patterns, cues and guards.

Four tables, in the folder ``dates`` of a pack of rules:

- ``words.tsv``: words by category, each with the value that it stands for (a month's number, a season's
  code).
- ``patterns.tsv``: what a date looks like, and how its value is put together.
- ``cues.tsv``: words in front of a date that open it on one side, make it approximate, or show that it is a
  date.
- ``guards.tsv``: words around a number that show that it is no year.

A pattern is written in a small language, without regular expressions, so that it always runs in linear time:
``{name}`` stands for a category of words (a digit behind the name tells two of a kind apart, ``{day}`` and
``{day2}``), ``[…]`` may be left out, ``(a|b)`` is a choice, a blank is any blank (also one line end),
anything else is itself; case does not matter and accents may be missing.

A value is either calendar fields (``year-month-day``, an interval with ``/``), named after the categories, or
the name of a way to reckon it and its arguments (``shift:direction``). A field that the pattern lacks comes
from the context.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from pydantic import Field, ValidationInfo, field_validator

from glane.rules.merge import read_merged, without
from glane.rules.table import Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class WordRow(Row):
    """Words that mean the same in a date."""

    category: str = Field(pattern=r"^[a-z]+$", description="Patterns name it in braces.")
    forms: tuple[str, ...] = Field(min_length=1, description="Spellings; a full stop at the end is required.")
    value: str = Field(
        default="", validate_default=True, description="What the words stand for: a number, a code, a name."
    )

    @field_validator("forms")
    @classmethod
    def _check_forms(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        wrong = next((form for form in forms if form.startswith("'")), None)
        if wrong is not None:
            msg = f"{wrong!r} begins with an apostrophe, and no word does"
            raise ValueError(msg)
        return forms

    @field_validator("value")
    @classmethod
    def _check_value(cls, value: str, given: ValidationInfo) -> str:
        category = given.data.get("category", "")
        if not re.fullmatch(_VALUES.get(category, ".*"), value):
            msg = f"{value!r} is no value of words of the category {category!r}"
            raise ValueError(msg)
        return value


PATTERNS = "dates/patterns.tsv"
"""The table of patterns."""

_MONTH, _WEEKDAY, _QUARTER, _STEP = "[1-9]|1[0-2]", "[1-7]", "3[3-6]", "-?[0-9] (?:reference|context)"
_UNIT = "day|week|weekend|month|quarter|semester|year|decade|century"
_VALUES: Final = {
    **dict.fromkeys(("month", "monthshort", "span"), _MONTH),
    **dict.fromkeys(("weekday", "weekdayshort"), _WEEKDAY),
    **dict.fromkeys(("quarter", "quarterhead", "quartertail"), _QUARTER),
    **dict.fromkeys(("direction", "ahead", "coming", "adjective"), _STEP),
    **dict.fromkeys(("relday", "thisday", "softday", "nextday", "ctxday"), _STEP),
    **dict.fromkeys(("unit", "fiscal", "weekendname"), _UNIT),
    "dayword": "[1-9]|[12][0-9]|3[01]",
    "season": "2[1-4]",
    "semester": "4[01]",
    "ordinal": "-1|[1-9]|[12][0-9]|3[01]",
    "nth": "day|week|weekend",
    "fortnight": "[12]",
    "weeks": "[1-9]",
    "edge": "first|last",
    "mod": "start|mid|end",
    "decadeword": "[1-9]0|[12][0-9][0-9]0",
    "centuryword": "[1-9]|[12][0-9]|30",
    "yearhead": "[12][0-9]00",
    "yeartail": "[1-9][0-9]?",
}
"""What the words of a category may stand for, where code reckons with it; those of other categories, for anything."""

_ASKED: Final = {
    "days": ("days", "month"),
    "directed": ("direction|ahead|coming",),
    "dayof": ("direction", "day"),
    "fortnight": ("fortnight", "month"),
    "nearest": ("weekday|weekdayname|weekdayshort",),
    "nth": ("ordinal", "weekday|nth"),
    "range": ("day2|dd2",),
    "parts": ("dayword|dd", "span", "edge"),
    "same": ("unit",),
    "shift": ("unit|fiscal|weekendname",),
    "weekdayin": ("weekday",),
    "weekdayof": ("weekday",),
}
"""Categories that a pattern must name, each one of those with a bar between, by the way its value is reckoned."""

_NAMED = re.compile(r"\{([a-z]+\d?)\}")


class PatternRow(Row):
    """One form of calendar expression; the `id` is the record's `rule`."""

    pattern: str = Field(min_length=1, description="In the language of this module.")
    value: str = Field(pattern=r"^[a-z]+\d?([-/:][a-z]+\d?)*$", description="Calendar fields, or a reckoning.")
    needs: tuple[str, ...] = Field(
        default=(),
        description="Conditions, all of them; `a/b` is satisfied by either. See `text/dates/guards.py`.",
    )
    after: tuple[str, ...] = Field(default=(), description="One of these words must stand in front.")
    not_after: tuple[str, ...] = Field(default=(), description="None of these words may stand in front.")
    not_before: tuple[str, ...] = Field(default=(), description="None of these words may follow.")

    @field_validator("pattern")
    @classmethod
    def _check_brackets(cls, pattern: str) -> str:
        closing = {"{": "}", "[": "]", "(": ")"}
        expected: list[str] = []
        for char in pattern:
            if char in closing:
                expected.append(closing[char])
            elif char in closing.values() and (not expected or expected.pop() != char):
                msg = f"unexpected {char!r}"
                raise ValueError(msg)
        if expected:
            msg = f"missing {expected[-1]!r}"
            raise ValueError(msg)
        return pattern

    @field_validator("value")
    @classmethod
    def _check_fields(cls, value: str, given: ValidationInfo) -> str:
        named = set(_NAMED.findall(given.data.get("pattern", "")))
        reckoning, colon, argument = value.partition(":")
        asked = [name for name in re.split("[-/]", argument if colon else value) if name.rstrip("234") != "year"]
        if reckoning == "nearest":
            asked = []
        for choice in (*asked, *(_ASKED.get(reckoning, ()) if colon else ())):
            if named.isdisjoint(choice.split("|")):
                msg = f"{value!r} needs {{{choice}}} in the pattern"
                raise ValueError(msg)
        return value


class CueRow(Row):
    """Words in front of a date, and what they make of it."""

    kind: Literal["since", "until", "about", "between", "in", "article"] = Field(
        description="`since` and `until` open the date on one side; `in` only shows that a number is a date."
    )
    phrases: tuple[str, ...] = Field(min_length=1)


class GuardRow(Row):
    """Words around a number that say what it is; the kinds are explained in `guards.tsv`."""

    kind: Literal[
        "filler",
        "numbering",
        "unit",
        "function",
        "citation",
        "citing",
        "duration",
        "event",
        "undistanced",
        "comparison",
        "governing",
        "governed",
        "namesake",
        "adjunct",
        "address",
        "address_at",
        "moving",
        "moving_day",
        "moved",
        "moved_from",
        "scheduled",
        "had",
        "participle_ending",
    ]
    words: tuple[str, ...] = Field(min_length=1)


# Compared by identity: what is compiled from the rules is cached by them.
@dataclass(frozen=True, slots=True, eq=False)
class DateRules:
    """All rules for calendar expressions.

    Attributes:
        words: words by category.
        patterns: the forms; where two match the same text, the longer one stands, then the earlier one.
        cues: words in front of a date.
        guards: words around a number.
        categories: names of all categories of words, those too whose words are all switched off.
    """

    words: tuple[WordRow, ...]
    patterns: tuple[PatternRow, ...]
    cues: tuple[CueRow, ...]
    guards: tuple[GuardRow, ...]
    categories: frozenset[str] = frozenset()


def read(folders: Sequence[Path], off: Sequence[str] = ()) -> DateRules:
    """Read the rules from packs.

    Args:
        folders: packs of rules, the package's own first; a later row replaces an earlier one of the same id.
        off: ``fnmatch`` patterns of rule ids to switch off.

    Returns:
        The rules.

    Raises:
        RuleError: a table is missing in the first pack, or wrong.
    """
    words = read_merged(folders, "dates/words.tsv", WordRow)
    return DateRules(
        words=without(words, off),
        patterns=read_merged(folders, PATTERNS, PatternRow, off),
        cues=read_merged(folders, "dates/cues.tsv", CueRow, off),
        guards=read_merged(folders, "dates/guards.tsv", GuardRow, off),
        categories=frozenset(row.category for row in words),
    )
