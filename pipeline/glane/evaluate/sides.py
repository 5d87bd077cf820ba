"""Both sides of a comparison, read into one shape: records as glane writes them, or hand-made gold."""

from __future__ import annotations

import itertools
import json
import logging
import zlib
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from glane.evaluate.doubts import find_doubts, say_repeated
from glane.evaluate.mention import Mention
from glane.gold import GoldDocument, gold_of, read_line
from glane_records import KINDS, DocumentRecord, RecordError
from glane_records.reading import check_encoding, open_lines, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from glane.gold import GoldMention
    from glane_records import MentionRecord, Record

logger = logging.getLogger(__name__)

_FOREIGN = (
    "is neither a record of glane nor gold, a mention a line with document, start, end, type, surface: "
    "glane import makes gold of what annotation tools write"
)
_UNREADABLE = (OSError, EOFError, zlib.error)


class InputError(ValueError):
    """A file that cannot be scored: the message is ``file:line: what is wrong``."""


def read_mentions(path: Path) -> dict[str, tuple[Mention, ...]]:
    """Read one side.

    Args:
        path: records as ``glane extract`` writes them, or gold, one mention a line with the fields
            ``document``, ``start``, ``end``, ``type``, ``surface``, ``value`` and, where there is one,
            ``of`` and ``modifier``, and for a document without mentions ``kind`` (``document``) and ``id``;
            JSONL, or gzipped (``.gz``). Of a folder, the files ``*.gold.jsonl``.

    Returns:
        The mentions of each document in the order of the text; a document without mentions counts as a document. What
        is doubtful in gold is logged as a warning.

    Raises:
        InputError: the file cannot be read, a line is neither a record nor gold, or a record comes twice.
    """
    side = _Side()
    try:
        for file in _files(path):
            _read_into(side, file)
    except RecordError as error:
        raise InputError(str(error)) from error
    except _UNREADABLE as error:
        msg = f"{path}: cannot be read: {error}"
        raise InputError(msg) from error
    return side.in_order()


def read_gold(path: Path) -> dict[str, tuple[Mention, ...]]:
    """Read the side that is held to be right; errors as for `read_mentions`.

    Raises:
        InputError: it holds nothing, too.
    """
    found = read_mentions(path)
    if not found:
        msg = f"{path}: holds no gold"
        raise InputError(msg)
    return found


def mentions_of(records: Iterable[Record]) -> dict[str, tuple[Mention, ...]]:
    """Return what `read_mentions` would read from a file of some records.

    Raises:
        InputError: a record comes twice.
    """
    side = _Side()
    for record in records:
        side.add_record(record, "the records")
    return side.in_order()


@dataclass(slots=True)
class _Side:
    """What was read so far.

    Attributes:
        mentions: of each document.
        records: ids of the records.
    """

    mentions: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    records: set[str] = field(default_factory=set)
    _spans: dict[tuple[str, int, int, str], Mention] = field(default_factory=dict)

    def add_record(self, record: Record, place: str) -> None:
        if record.id in self.records:
            msg = f"{place}: {record.kind} {record.id!r} comes twice"
            raise InputError(msg)
        self.records.add(record.id)
        if isinstance(record, DocumentRecord):
            self.mentions[record.id]  # a document, though it may have no mentions
        else:
            self.mentions[record.document].append(replace(_from_record(record), origin=place))

    def add_gold(self, gold: GoldMention | GoldDocument, place: str, *, is_stated: bool) -> None:
        if isinstance(gold, GoldDocument):
            self.mentions[gold.id]
            return
        mention = replace(_from_gold(gold), is_stated=is_stated, origin=place)
        first = self._spans.setdefault((gold.document, gold.start, gold.end, gold.kind), mention)
        if first is not mention:
            logger.warning("%s: stands in %s already%s", place, first.origin, say_repeated(first, mention))
            return
        self.mentions[gold.document].append(mention)

    def in_order(self) -> dict[str, tuple[Mention, ...]]:
        """All mentions, each document's in the order of its text."""
        found = {
            document: tuple(sorted(each, key=lambda m: (m.start, m.end, m.kind)))
            for document, each in self.mentions.items()
        }
        for each in found.values() if self._spans else ():
            _warn_of_overlaps(each)
        return found


def _warn_of_overlaps(mentions: Iterable[Mention]) -> None:
    reaching: Mention | None = None
    for mention in mentions:
        if reaching is not None and mention.start < reaching.end:
            logger.warning("%s: overlaps %s: gold is flat", mention.origin, reaching.origin)
        if reaching is None or mention.end > reaching.end:
            reaching = mention


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.gold.jsonl"))
    if not files:
        msg = f"{path}: holds no *.gold.jsonl"
        raise InputError(msg)
    return files


def _read_into(side: _Side, path: Path) -> None:
    with open_lines(path) as lines:
        ahead, first = _look_ahead(lines)
        gold = isinstance(first, dict) and _is_gold(first)
        if isinstance(first, dict) and not gold and "kind" not in first:
            msg = f"{path}:{len(ahead)}: {_FOREIGN}"
            raise InputError(msg)
        whole = itertools.chain(ahead, lines)
        if gold:
            for number, line in enumerate(whole, start=1):
                if line.strip():
                    _add_gold_line(side, line, f"{path}:{number}")
            return
        read = [0]
        for record in read_lines(_counted(whole, read), str(path)):
            side.add_record(record, f"{path}:{read[0]}")


def _counted(lines: Iterable[bytes], read: list[int]) -> Iterator[bytes]:
    """Pass lines on, and count them in a list of one number."""
    for line in lines:
        read[0] += 1
        yield line


def _look_ahead(lines: Iterator[bytes]) -> tuple[list[bytes], object]:
    """The lines up to the first that is not blank, and what that says; nothing where it is no JSON."""
    ahead: list[bytes] = []
    for line in lines:
        ahead.append(line)
        if line.strip():
            break
    try:
        return ahead, json.loads(ahead[-1]) if ahead else None
    except (ValueError, RecursionError):  # read as records, whose reader says what is wrong
        return ahead, None


def _is_gold(fields: dict[str, object]) -> bool:
    if fields.get("kind") == "document":
        return "sha256" not in fields
    return "surface" in fields or ("type" in fields and "kind" not in fields)


def _add_gold_line(side: _Side, line: bytes, place: str) -> None:
    if wrong := check_encoding(line):
        msg = f"{place}: {wrong}"
        raise InputError(msg)
    try:
        fields = json.loads(line)
    except RecursionError as error:
        msg = f"{place}: is nested too deeply"
        raise InputError(msg) from error
    except ValueError as error:
        msg = f"{place}: is not JSON: {getattr(error, 'msg', error)}"
        raise InputError(msg) from error
    if not isinstance(fields, dict):
        msg = f"{place}: is not a JSON object"
        raise InputError(msg)
    if fields.get("kind") in KINDS and "type" not in fields:
        msg = f"{place}: has 'kind', as records have: in gold the kind of a mention is its 'type'"
        raise InputError(msg)
    try:
        gold = read_line(fields)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        msg = f"{place}: {name + ': ' if name else ''}{first['msg'].removeprefix('Value error, ')}"
        if first["type"] == "missing":
            msg += " (a line of gold has document, start, end, type, surface)"
        raise InputError(msg) from error
    for doubt in () if isinstance(gold, GoldDocument) else find_doubts(gold, fields):
        logger.warning("%s: %s", place, doubt)
    side.add_gold(gold, place, is_stated="value" in fields)


def _from_gold(gold: GoldMention) -> Mention:
    return Mention(
        document=gold.document,
        kind=gold.kind,
        start=gold.start,
        end=gold.end,
        text=gold.surface,
        value=gold.value or None,
        of=gold.of or None,
        modifier=gold.modifier or None,
    )


def _from_record(record: MentionRecord) -> Mention:
    found = _from_gold(gold_of(record))
    entity = getattr(record, "entity", None)
    return replace(found, entity=entity, rule=record.rule, sentence=record.sentence)
