"""The minus sign of a number, where a mark or a word is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.figures.context import has_before, noun_behind, opens_sentence, strip_left

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.units import Measured

_PAIR = 2
_SIGNED = frozenset(("percent", "measure", "money"))


def signed(text: str, folded: str, measured: Measured, rules: FigureRules) -> Measured:
    """Take a minus sign into the span where a unit makes it one: «-3 %», «(- 3 %)», «de - 3 %», «atteint moins 3 %»."""
    word = _sign_in_words(text, folded, measured, rules)
    if word is not None:
        return measured._replace(start=word, value=-measured.value)
    at = measured.start - 1
    is_apart = at > 1 and text[at] == " "
    at -= is_apart
    if at < 1 or text[at] not in "-−–" or text[at - 1] not in " (":
        return measured
    if measured.unit is None and (is_apart or not _is_signed_count(text, folded, measured, at, rules)):
        return measured
    # Anywhere else a sign with blanks on both sides is a dash or a bullet.
    if is_apart and text[at - 1] != "(" and not any(has_before(folded, at, name, rules) for name in ("from", "to")):
        return measured
    if at == 1 or text[at - 2] == "\n":
        return measured
    return measured._replace(start=at, value=-measured.value)


def _is_signed_count(text: str, folded: str, measured: Measured, at: int, rules: FigureRules) -> bool:
    """«de -3 points», «(-120 postes)»."""
    if measured.number.form != "digits" or not noun_behind(text, folded, measured.end, rules):
        return False
    return text[at - 1] == "(" or any(has_before(folded, at, name, rules) for name in ("from", "to"))


def _sign_in_words(text: str, folded: str, measured: Measured, rules: FigureRules) -> int | None:
    """Where a word begins that makes a number negative: «a atteint moins 3 %», but not «au moins 3 %»."""
    if measured.number.form not in ("digits", "words", "mixed"):
        return None
    word = rules.context("sign").before(folded, strip_left(folded, measured.start))
    if word is None or (measured.unit is not None and measured.unit.quantity not in _SIGNED):
        return None
    at = word[0]
    if measured.unit is None:
        is_level = any(has_before(folded, at, name, rules) for name in ("from", "to"))
        return at if is_level and noun_behind(text, folded, measured.end, rules) else None
    is_part = measured.unit.quantity == "percent" and folded.endswith(",", 0, strip_left(folded, at))
    return at if is_part or opens_sentence(text, at) or has_before(folded, at, "signed", rules) else None


def sign_first(found: list[Measured], folded: str, rules: FigureRules) -> None:
    """Sign the last number but one, where the last has a sign and their unit: «entre moins 5 et moins 3 degrés»."""
    if len(found) < _PAIR or found[-1].start == found[-1].number.start or found[-1].unit is None:
        return
    left, right = found[-_PAIR:]
    word = rules.context("sign").before(folded, strip_left(folded, left.start))
    if left.unit is not None or word is None or not has_before(folded, word[0], "signed", rules):
        return
    if rules.links.get(folded[left.end : right.start].strip(" ")) in ("and", "range", "or"):
        found[-_PAIR] = left._replace(start=word[0], value=-left.value)
