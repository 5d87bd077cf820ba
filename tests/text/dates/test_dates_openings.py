"""What calendar expressions begin with: two tokens rule out most patterns, and never one that would match."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glane_fr
from glane.rules.dates import DateRules, PatternRow, read
from glane.text.dates.find import compile_patterns
from glane.text.dates.openings import ANY, END, MARK, NOTHING, SEPARATOR, Opening, choice, link, token, words
from glane.text.dates.words import lower
from glane.text.shadow import make_shadow

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
RULES = read([Path(glane_fr.__file__).parent])
TEXTS = [*sorted((ROOT / "corpus" / "documents").rglob("*.txt")), ROOT / "tests" / "cases" / "dates.txt"]

_FORMS = sorted({form for row in RULES.words for form in row.forms})
_WORDS = sorted({word for row in RULES.patterns for word in re.findall(r"[^\W\d_]+", row.pattern)})
_PIECES = st.one_of(
    st.sampled_from(_FORMS),
    st.sampled_from(_WORDS),
    st.sampled_from(["3", "08", "1er", "1 er", "2e", "2014", "'14", "90", "XXe", "XX e", "janv.", "ſept"]),
)
_MARKS = st.sampled_from([" ", " ", " ", "  ", "\n", ", ", "-", " – ", "/", ".", "'", ""])


def _ruled_out(text: str) -> Iterator[tuple[str, str]]:
    """Return what a pattern matches that the second token has ruled out: the rule and the place.

    What ends within a token («3-2014adjective») is no expression: the tokens may rule it out.
    """
    known = compile_patterns(RULES).grammar.beginning_with(has_reference=True)
    for first in re.finditer(r"\w+", text):
        bucket = known[first[0]]
        if bucket is not None:
            tried = {row.id for _, row in bucket.match(lower(text), first)}
            whole = ((one.row.id, one.regex.match(lower(text), first.start())) for one, _ in bucket.patterns)
            matching = {rule for rule, match in whole if match and not text[match.end() :][:1].isalnum()}
            yield from ((rule, text[first.start() :][:40]) for rule in matching - tried)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_second_token_rules_out_nothing_that_a_text_has(path: Path) -> None:
    assert not list(_ruled_out(make_shadow(path.read_text(encoding="utf-8")).text))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(_PIECES, _MARKS), min_size=1, max_size=8))
def test_the_second_token_rules_out_nothing_that_words_make(pieces: list[tuple[str, str]]) -> None:
    assert not list(_ruled_out("".join(piece + mark for piece, mark in pieces)))


def test_patterns_that_the_second_token_rules_out_are_not_compiled() -> None:
    rules = DateRules(RULES.words, RULES.patterns, RULES.cues, RULES.guards)
    bucket = compile_patterns(rules).grammar.beginning_with(has_reference=False)["12"]
    first = re.match(r"\w+", "12 soldats")
    assert bucket is not None
    assert first is not None
    assert not bucket.match("12 soldats", first)
    assert len(bucket.patterns) > 30
    assert not [one.row.id for one, _ in bucket.patterns if "regex" in vars(one)]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("an[s] {year}", "an 2014"),
        ("saison (an[s]) {year}", "saison ans 2014"),
        ("saison an[s] {year}", "saison an 2014"),
        ("le pré{monthname} {year}", "le prémars 2014"),
        ("le {year}bis", "le 2014bis"),
        ("le [petit-]{monthname} {year}", "le petit-mars 2014"),
        ("an {link}{year}", "an 2014"),
        ("an {link}{year}", "an puis du 2014"),
        ("an {yy} {month}", "an '14 mars"),
        ("an[-]{year}", "an-2014"),
        ("(an|le) [de {month}|d'{season}] {year}", "le d'hiver 2014"),
        ("{mod}{year}", "mi-2014"),
        ("{mod}{year}", "début de l'an 2014"),
        ("le {day} {month} {year}", "le 1 er mars 2014"),
        ("le {day}", "le 1ᵉʳ"),
    ],
)
def test_parts_of_a_pattern_may_touch_or_be_left_out(pattern: str, text: str) -> None:
    row = PatternRow(id="mine.one", pattern=pattern, value="year")
    grammar = compile_patterns(DateRules(RULES.words, (row,), RULES.cues, RULES.guards)).grammar
    first = re.match(r"\w+", text)
    assert first is not None
    bucket = grammar.beginning_with(has_reference=False)[first[0]]
    assert bucket is not None
    assert [match[0] for match, _ in bucket.match(text, first)] == [text]


def test_what_begins_with_one_token_goes_on_with_the_next_part() -> None:
    day, month = token("#2"), words(["mai", "du mois"])
    assert day.join(SEPARATOR).join(month).seconds == {"#2": {"mai", "du"}}
    assert words(["du mois"]).join(SEPARATOR).join(day).seconds == {"du": {"mois"}}


def test_what_may_be_left_out_lets_the_next_part_begin() -> None:
    front = words(["lundi"]).join(SEPARATOR).optional()
    assert front.join(token("#2")).seconds == {"lundi": {"#2"}, "#2": {END}}
    assert NOTHING.join(token("#2")).seconds == {"#2": {END}}
    assert token("#2").join(front).seconds == {"#2": {"lundi", END}}


def test_no_expression_begins_with_a_mark_or_a_link() -> None:
    assert not SEPARATOR.join(words(["mai"])).firsts
    assert not link(["de", "d'"], touches_before=True).firsts
    assert token("#2").join(choice(SEPARATOR, link(["de", "d'"], touches_before=True))).seconds == {
        "#2": {END, "de", "d"}
    }


def test_parts_that_touch_are_not_told_apart() -> None:
    glued = token("an", touches_behind=True).join(token("s").optional())
    assert glued.seconds == {"an": {ANY}, MARK: {ANY}}
    assert token("le").join(SEPARATOR).join(glued).seconds == {"le": {"an", ANY}}


def test_forms_that_begin_with_a_mark_have_no_first_token() -> None:
    assert words(["'45", "°", "mai"]) == Opening(
        {MARK: frozenset({"45", END}), "mai": frozenset({END})}, touches_before=True
    )
