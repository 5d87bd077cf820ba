"""What is known of a token by its letters alone, kept from text to text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_MOST_TOKENS: Final = 1 << 14


class Memory(dict[str, T], Generic[T]):
    """What is known of each token, looked up when it is first asked for."""

    def __init__(self, look_up: Callable[[str], T]) -> None:
        """Take what looks up a token."""
        super().__init__()
        self._look_up = look_up

    def __missing__(self, text: str) -> T:
        """Look a token up, and remember what it is."""
        if len(self) > _MOST_TOKENS:
            self.clear()
        self[text] = found = self._look_up(text)
        return found
