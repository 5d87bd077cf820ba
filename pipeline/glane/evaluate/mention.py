"""Both sides of a comparison, read into one shape: records as glane writes them, or hand-made gold."""

from __future__ import annotations

import itertools
import json
import zlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from glane.gold import gold_of, read_line
from glane_records import DocumentRecord, MentionKind, RecordError
from glane_records.reading import open_lines, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from glane_records import Record

NAMED: tuple[MentionKind, ...] = ("organisation", "programme")
"""The kinds whose value is an entity."""

_UNREADABLE = (OSError, EOFError, zlib.error)


class InputError(ValueError):
    """A file that cannot be scored: the message is ``file:line: what is wrong``."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of either side.

    Attributes:
        document: id of the document.
        kind: of the mention.
        start: offset of the first code point.
        end: offset behind the last code point.
        text: the span of the source text.
        value: normalised value as gold writes it: ``2 %``, ``10..15 %``, ``1997/..``, a canonical name.
        entity: id shared by the mentions of one entity; gold has none.
        of: what a figure counts.
        modifier: bound or approximation of a figure, part of a date.
        rule: what found it; gold has none.
        sentence: the sentence around it; gold has none.
    """

    document: str
    kind: MentionKind
    start: int
    end: int
    text: str
    value: str | None = None
    entity: str | None = None
    of: str | None = None
    modifier: str | None = None
    rule: str | None = None
    sentence: str | None = None


def read_mentions(path: Path) -> dict[str, tuple[Mention, ...]]:
    """Read one side.

    Args:
        path: records as ``glane extract`` writes them, or gold, one mention a line with the fields
            ``document``, ``start``, ``end``, ``type``, ``surface``, ``value`` and, where there is one,
            ``of`` and ``modifier``; JSONL, or gzipped (``.gz``). Of a folder, the files ``*.gold.jsonl``.

    Returns:
        The mentions of each document in the order of the text; a document record without mentions counts as a
        document.

    Raises:
        InputError: the file cannot be read, or a line is neither a record nor gold.
    """
    mentions: dict[str, list[Mention]] = defaultdict(list)
    try:
        for file in _files(path):
            _read_into(mentions, file)
    except RecordError as error:
        raise InputError(str(error)) from error
    except _UNREADABLE as error:
        msg = f"{path}: cannot be read: {error}"
        raise InputError(msg) from error
    return _in_order(mentions)


def mentions_of(records: Iterable[Record]) -> dict[str, tuple[Mention, ...]]:
    """Return what `read_mentions` would read from a file of some records."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    _add_records(mentions, records)
    return _in_order(mentions)


def _in_order(mentions: Mapping[str, Iterable[Mention]]) -> dict[str, tuple[Mention, ...]]:
    return {
        document: tuple(sorted(found, key=lambda m: (m.start, m.end, m.kind))) for document, found in mentions.items()
    }


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.gold.jsonl"))
    if not files:
        msg = f"{path}: holds no *.gold.jsonl"
        raise InputError(msg)
    return files


def _read_into(mentions: dict[str, list[Mention]], path: Path) -> None:
    with open_lines(path) as lines:
        ahead, gold = _look_ahead(lines)
        whole = itertools.chain(ahead, lines)
        if gold:
            for mention in _read_gold(whole, str(path)):
                mentions[mention.document].append(mention)
        else:
            _add_records(mentions, read_lines(whole, str(path)))


def _look_ahead(lines: Iterator[bytes]) -> tuple[list[bytes], bool]:
    """The lines up to the first that is not blank, and whether that is gold.

    What is neither gold nor a record is read as records, whose reader says what is wrong.
    """
    ahead: list[bytes] = []
    for line in lines:
        ahead.append(line)
        if line.strip():
            break
    try:
        data = json.loads(ahead[-1]) if ahead else None
    except ValueError:
        data = None
    return ahead, isinstance(data, dict) and "type" in data and "kind" not in data


def _read_gold(lines: Iterable[bytes], name: str) -> Iterator[Mention]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            gold = read_line(line)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            msg = f"{name}:{number}: {place + ': ' if place else ''}{first['msg']}"
            raise InputError(msg) from error
        yield Mention(
            document=gold.document,
            kind=gold.kind,
            start=gold.start,
            end=gold.end,
            text=gold.surface,
            value=gold.value or None,
            of=gold.of or None,
            modifier=gold.modifier or None,
        )


def _add_records(mentions: dict[str, list[Mention]], records: Iterable[Record]) -> None:
    for record in records:
        found = mentions[record.id if isinstance(record, DocumentRecord) else record.document]
        found.extend(_from_record(record))


def _from_record(record: Record) -> tuple[Mention, ...]:
    if isinstance(record, DocumentRecord):
        return ()
    gold = gold_of(record)
    mention = Mention(
        document=record.document,
        kind=record.kind,
        start=record.start,
        end=record.end,
        text=record.text,
        value=gold.value,
        entity=getattr(record, "entity", None),
        of=gold.of,
        modifier=gold.modifier,
        rule=record.rule,
        sentence=record.sentence,
    )
    return (mention,)
