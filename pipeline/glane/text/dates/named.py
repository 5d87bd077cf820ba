"""Years that end the name of an event: «Coupe des ports Costa Verde 2031», which tell not when a story plays."""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(r"(?<=[^\s.:;!?•-] )[A-ZÀ-Þ][^\W\d_A-Z]{2,} \Z")
_REACH: Final = 32


def ends_name(text: str, start: int) -> bool:
    """Whether a word with a capital, which opens no sentence, stands right before an offset.

    Args:
        text: the whole text.
        start: where a year begins.
    """
    return _NAME.search(text, max(0, start - _REACH), start) is not None
