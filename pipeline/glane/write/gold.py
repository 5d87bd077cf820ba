"""Gold out: a line a mention, and one for each document that has none."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from glane.gold import GoldDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glane.gold import GoldMention


def gold_lines(documents: Mapping[str, Sequence[GoldMention]]) -> list[GoldMention | GoldDocument]:
    """Return the lines of annotated documents, in their order: what is found in one without mentions is spurious."""
    lines: list[GoldMention | GoldDocument] = []
    for document, mentions in documents.items():
        lines += mentions or [GoldDocument(document)]
    return lines


def write_gold(lines: Iterable[GoldMention | GoldDocument], stream: IO[bytes]) -> None:
    """Write lines as ``glane evaluate`` reads them, JSON lines in UTF-8."""
    stream.writelines(line.to_line().encode("utf-8") for line in lines)
