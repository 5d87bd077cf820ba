r"""Sentences with inline gold, as the tables in ``tests/cases`` write them.

One sentence a line; ``\n`` in it stands for a line end. A mention is ``[[K surface | value | of | modifier]]`` with the
kind's letter ``K`` (O organisation, P programme, D date, F figure, C country); what stands behind the surface may be left
out and is then not checked, a value of ``null`` says that there is none. ``#`` opens a comment line; ``# kinds: O P`` says
which kinds are annotated in the lines that follow (others are not compared); ``# reference: 2021-03-18`` sets the
document's date (``none`` unsets it).
A line without any mention is a negative.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
KINDS = {"O": "organisation", "P": "programme", "D": "date", "F": "figure", "C": "country"}
_MENTION = re.compile(r"\[\[([OPDFC]) (.+?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Expected:
    kind: str
    start: int
    end: int
    surface: str
    value: str | None = None
    has_value: bool = False
    of: str | None = None
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    place: str
    text: str
    kinds: frozenset[str]
    reference: str | None
    expected: tuple[Expected, ...]


def parse_line(line: str) -> tuple[str, tuple[Expected, ...]]:
    """Take the markup out of one line; offsets count in the plain sentence."""
    line = line.replace("\\n", "\n")
    plain = ""
    position = 0
    expected: list[Expected] = []
    for match in _MENTION.finditer(line):
        plain += line[position : match.start()]
        cells = [cell.strip() for cell in match[2].split(" | ")]
        cells += [""] * (4 - len(cells))
        surface, value, of, modifier = cells
        start = len(plain)
        plain += surface
        expected.append(
            Expected(
                KINDS[match[1]],
                start,
                len(plain),
                surface,
                None if value in ("", "null") else value,
                bool(value),
                of or None,
                modifier or None,
            )
        )
        position = match.end()
    return plain + line[position:], tuple(expected)


def read_cases(name: str) -> list[Case]:
    """Read one table of ``tests/cases``."""
    kinds = frozenset(KINDS.values())
    reference: str | None = None
    cases: list[Case] = []
    for number, line in enumerate((CASES / name).read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("# kinds:"):
            kinds = frozenset(KINDS[letter] for letter in line.partition(":")[2].split())
        elif line.startswith("# reference:"):
            given = line.partition(":")[2].strip()
            reference = None if given == "none" else given
        elif line.strip() and not line.startswith("#"):
            text, expected = parse_line(line)
            cases.append(Case(f"{name}:{number}", text, kinds, reference, expected))
    return cases
