"""Gold out: a line a mention."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.gold import GoldMention


def write_gold(mentions: Iterable[GoldMention], stream: IO[bytes]) -> None:
    """Write mentions as ``glane evaluate`` reads them, JSON lines in UTF-8."""
    stream.writelines(mention.to_line().encode("utf-8") for mention in mentions)
