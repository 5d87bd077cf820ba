"""What stands in front of a candidate, and the cue in it that says that it is a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from glane.text.dates.places import Left
from glane.text.dates.words import lower_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.rules.dates import CueRow
    from glane.text.dates.guard_words import GuardWords

TOKEN = re.compile(r"\w+'?|[^\w\s]")
WINDOW: Final = 80
"""Characters in front of a candidate that are looked at."""
_MOST_FILLERS: Final = 5
_LONGEST_CUE: Final = 5
_OPENING = ("since", "until", "about", "between")


class Cues:
    """The cues of the rules, ready for use."""

    def __init__(self, rows: Sequence[CueRow], guards: GuardWords) -> None:
        """Index the rows."""
        self._guards = guards
        self._cues = self._index_cues(rows)

    def is_cue(self, token: str) -> bool:
        """Whether a token alone is a cue."""
        return (token,) in self._cues

    def look_left(self, text: str, start: int) -> Left:
        """Read what stands in front of an offset, on its line, and find the cue in it."""
        line = text.rfind("\n", max(0, start - WINDOW), start)
        window = text[max(line + 1, start - WINDOW) : start]
        tokens = tuple(TOKEN.findall(window.lower()))
        return Left(tokens, self._find_cue(tokens))

    def _index_cues(self, rows: Sequence[CueRow]) -> dict[tuple[str, ...], str]:
        """Index the cues by their tokens, with accents and without; «dès» is a cue, but «des» is none."""
        cues: dict[tuple[str, ...], str] = {}
        for row in rows:
            for phrase in row.phrases:
                bare = tuple(TOKEN.findall(lower_plain(phrase)))
                if not self._guards["filler"].issuperset(bare) or bare == tuple(TOKEN.findall(phrase)):
                    cues.setdefault(bare, row.kind)
        cues.update((tuple(TOKEN.findall(phrase.lower())), row.kind) for row in rows for phrase in row.phrases)
        return cues

    def _find_cue(self, tokens: tuple[str, ...]) -> str | None:
        best: str | None = None
        end = len(tokens)
        for _ in range(_MOST_FILLERS + 1):
            if end <= 0:
                break
            kind, begin = self._cue_ending_at(tokens, end)
            if kind in _OPENING:
                # «deux mois avant …» is a distance, not an end
                is_distance = begin and tokens[begin - 1] in self._guards["duration"]
                return "in" if is_distance and tokens[begin] not in self._guards["undistanced"] else kind
            if kind and best in (None, "article"):
                best = kind
            if tokens[end - 1] not in self._guards["filler"] and kind not in ("in", "article"):
                break
            end = begin if kind == "in" else end - 1
        return best

    def _cue_ending_at(self, tokens: tuple[str, ...], end: int) -> tuple[str | None, int]:
        for size in range(min(_LONGEST_CUE, end), 0, -1):
            kind = self._cues.get(tokens[end - size : end])
            if kind:
                return kind, end - size
        return None, end
