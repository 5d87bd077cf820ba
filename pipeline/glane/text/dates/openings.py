"""What an expression begins with: its first token, and the one behind it.

Most numbers and many words may begin a calendar expression, and few do. The token behind one tells most of them apart
(«12 soldats», «12 mai») before any regular expression is tried, or even compiled.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

END: Final = "$"
"""Among the second tokens: the part may end with its first token, so that what follows the part comes second."""
ANY: Final = "*"
"""Among the second tokens: it cannot be told which one comes second."""
MARK: Final = " "
"""In place of a first token: a mark or a blank, with which nothing that is looked for begins."""

_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a part of a pattern may begin.

    Attributes:
        seconds: the tokens that may come second, by the first one.
        may_be_empty: whether the part may be left out.
        touches_before: whether it may begin with a character of a word, so that one in front would make a token with it.
        touches_behind: whether a word may go on behind it.
    """

    seconds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    may_be_empty: bool = False
    touches_before: bool = False
    touches_behind: bool = False

    @property
    def firsts(self) -> frozenset[str]:
        """The tokens that may come first."""
        return frozenset(self.seconds.keys() - {MARK})

    @property
    def is_never(self) -> bool:
        """Whether no text holds the part: all words of a category are switched off."""
        return not self.may_be_empty and not any(self.seconds.values())

    def join(self, other: Opening) -> Opening:
        """Return how the part begins with another one behind it."""
        if self.is_never or other.is_never:
            return NEVER
        if self._is_settled():
            return self
        seconds = dict(self.seconds)
        if self.touches_behind and other.touches_before:
            # Two parts may make one token, first or second.
            seconds = dict.fromkeys((*seconds, MARK), frozenset({ANY}))
        following = other.firsts | other.seconds.get(MARK, frozenset())
        if other.may_be_empty:
            following |= {END}
        for first, known in seconds.items():
            if END in known:
                seconds[first] = (known - {END}) | following
        if self.may_be_empty:
            seconds = _merge(seconds, other.seconds)
        return Opening(
            seconds,
            may_be_empty=self.may_be_empty and other.may_be_empty,
            touches_before=self.touches_before or (self.may_be_empty and other.touches_before),
            touches_behind=other.touches_behind or (other.may_be_empty and self.touches_behind),
        )

    def optional(self) -> Opening:
        """Return how the part begins if it may be left out."""
        return replace(self, may_be_empty=True)

    def _is_settled(self) -> bool:
        """Whether nothing that stands behind the part changes how it begins."""
        is_told = not any(END in known for known in self.seconds.values())
        return is_told and not self.may_be_empty and not self.touches_behind


NOTHING: Final = Opening(may_be_empty=True)
NEVER: Final = Opening()
"""What no text holds."""
SEPARATOR: Final = Opening({MARK: frozenset({END})})
"""A mark or a blank."""
UNKNOWN: Final = Opening({MARK: frozenset({ANY})}, touches_before=True, touches_behind=True)
"""What no expression begins with, and what is not told apart in second place."""


def choice(*openings: Opening) -> Opening:
    """Return how something begins that is one of several parts."""
    return Opening(
        _merge(*(one.seconds for one in openings)),
        may_be_empty=any(one.may_be_empty for one in openings),
        touches_before=any(one.touches_before for one in openings),
        touches_behind=any(one.touches_behind for one in openings),
    )


def token(*texts: str, touches_behind: bool = False) -> Opening:
    """Return how something begins that is one of several tokens, or classes of them."""
    return Opening(dict.fromkeys(texts, frozenset({END})), touches_before=True, touches_behind=touches_behind)


def words(forms: Iterable[str]) -> Opening:
    """Return how something begins that is one of several folded words, no letter behind it."""
    seconds: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for form in forms:
        tokens = _TOKEN.findall(form)
        # A form that begins with a mark has no first token.
        head = [MARK, *tokens] if _TOKEN.match(form) is None else tokens
        seconds[head[0]] |= {head[1] if len(head) > 1 else END}
    return Opening(seconds, touches_before=True)


def link(forms: Iterable[str], *, touches_before: bool) -> Opening:
    """Return how something begins that joins words, and that no expression begins with."""
    return replace(SEPARATOR.join(words(forms)), touches_before=touches_before)


def _merge(*several: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    merged: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for seconds in several:
        for first, known in seconds.items():
            merged[first] |= known
    return dict(merged)
