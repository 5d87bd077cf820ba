"""Names that open a code: of a grant, «ANR-10-AIRT-0005», or of a part of a body, «CAP/F»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.words import is_hyphen, is_joint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glane.text.words import Word


def is_coded(words: Sequence[Word], end: int) -> bool:
    """Whether the word before one opens the code of a grant, with two hyphens and a number: «ANR-10-AIRT-0005»."""
    return is_hyphen(words, end) and words[end + 1].is_number and is_hyphen(words, end + 2)


def is_sectioned(words: Sequence[Word], end: int) -> bool:
    """Whether a stroke joins one capital to the word before an index, for a part of it that is no body: «CAP/F», «DRH/M»."""
    if end + 1 >= len(words) or words[end].text != "/" or not is_joint(words, end):
        return False
    letter = words[end + 1]
    return len(letter.text) == 1 and letter.is_capitalised
