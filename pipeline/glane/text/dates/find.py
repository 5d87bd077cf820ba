"""Calendar expressions in French text, with EDTF values."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from glane.text.dates.context import Resolver, borrow_years, continue_yearly
from glane.text.dates.echoes import echo_periods
from glane.text.dates.intervals import merge_intervals, to_edtf
from glane.text.dates.scan import Scanner

if TYPE_CHECKING:
    from datetime import date

    from glane.rules.dates import DateRules
    from glane.text.words import Words


_RECKONED = range(2, 9999)
"""Years of documents from which a year, or a month, can be reckoned on either side."""


class DateMatch(NamedTuple):
    """A calendar expression.

    Attributes:
        start: offset of its first character.
        end: offset behind its last one.
        edtf: its value; ``None`` for a relative expression that nothing anchors.
        modifier: ``start``, ``mid`` or ``end`` of the value, where the text says so.
        rule: id of the rule that found it.
    """

    start: int
    end: int
    edtf: str | None
    modifier: str | None
    rule: str


@functools.lru_cache(maxsize=8)
def compile_patterns(rules: DateRules) -> Scanner:
    """Compile the patterns of some rules, once.

    Raises:
        PatternError: a pattern names a category, a condition or a reckoning that there is not.
    """
    return Scanner(rules)


def find_dates(
    text: str, rules: DateRules, reference: date | None = None, words: Words | None = None
) -> list[DateMatch]:
    """Find the calendar expressions of a text.

    The time is linear in the length of the text.

    Args:
        text: a shadow text (`glane.text.shadow`): one apostrophe, one hyphen, plain blanks.
        rules: what to look for.
        reference: the document's date, which relative expressions and dates without a year are reckoned from; nothing is
            from one at either end of the calendar.
        words: of the text, as they were split; with them it takes less time.

    Returns:
        The expressions, in the order of the text, without overlap.

    Raises:
        PatternError: the rules cannot be compiled.
    """
    scanner = compile_patterns(rules)
    if reference is not None and reference.year not in _RECKONED:
        reference = None
    candidates = list(scanner.scan(text, reference, words))
    borrow_years(text, candidates, scanner)
    continue_yearly(text, candidates, scanner)
    resolved = list(Resolver(text, scanner, reference).resolve(candidates))
    merged = merge_intervals(text, resolved, scanner)
    return [
        DateMatch(one.start, one.end, to_edtf(one), one.modifier, one.rule)
        for one in echo_periods(merged, scanner.words)
    ]
