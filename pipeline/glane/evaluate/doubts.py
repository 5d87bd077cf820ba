"""What may be a slip in a line of gold: a value that no prediction can equal, a field whose name is none."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, get_args

from glane.evaluate.units import suggest_unit
from glane.evaluate.value import canonical_edtf, parse_figure
from glane_records import edtf
from glane_records.models import DateModifier, FigureModifier

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from glane.evaluate.mention import Mention
    from glane.gold import GoldMention

_FIELDS = ("document", "start", "end", "type", "surface", "value", "of", "modifier")
_OPTIONAL = ("value", "of", "modifier")
_ALIKE = 0.75
_MODIFIERS: dict[str, tuple[str, ...]] = {"date": get_args(DateModifier), "figure": get_args(FigureModifier)}


def find_doubts(gold: GoldMention, fields: Collection[str]) -> Iterator[str]:
    """Say what may be a slip, each in a few words.

    Args:
        gold: the line.
        fields: the names of its fields.
    """
    for name in fields:
        # Whatever else a line says (a note, the annotator) is let be.
        alike = difflib.get_close_matches(name.casefold(), _OPTIONAL, n=1, cutoff=_ALIKE)
        if name not in _FIELDS and alike:
            yield f"unknown field {name!r}: is {alike[0]!r} meant?"
    if gold.value and (wanted := _wanted_value(gold.kind, gold.value)):
        yield f"value {gold.value!r} is no {wanted}"
    elif gold.value and gold.kind == "figure" and (unit := suggest_unit(gold.value)):
        yield f"value {gold.value!r}: glane writes this unit {unit!r}"
    if gold.modifier and gold.modifier not in _MODIFIERS.get(gold.kind, ()):
        yield f"a {gold.kind} has no modifier {gold.modifier!r}"
    if gold.of and gold.kind != "figure":
        yield f"a {gold.kind} has no 'of'"


def say_repeated(first: Mention, second: Mention) -> str:
    """Say what becomes of gold that comes twice, in the words that end a message: in what the two contradict, if in anything."""
    differing = [name for name in _OPTIONAL if getattr(first, name) != getattr(second, name)]
    if not differing:
        return ": counted once"
    said = "; ".join(f"{name} {_quote(first, name)} there, {_quote(second, name)} here" for name in differing)
    return f" and says something else: {said}: the first counts"


def _quote(mention: Mention, name: str) -> str:
    value = getattr(mention, name)
    return "none" if value is None else repr(value)


def _wanted_value(kind: str, value: str) -> str | None:
    """What the value should be, where it is none."""
    match kind:
        case "date" if not _is_edtf(value):
            return "EDTF date such as 2021-03 or 1997/.."
        case "figure" if parse_figure(value) is None:
            return "number such as 640000, 10..15 % or 3 year"
        case "country" if not (len(value.strip()) == 2 and value.strip().isalpha()):
            return "country code of two letters"
    return None


def _is_edtf(value: str) -> bool:
    """Whether a value is a date as the specification writes it, that of a doubtful one too."""
    try:
        edtf.parse(canonical_edtf(value).replace("%", "").replace("?", ""))
    except ValueError:
        return False
    return True
