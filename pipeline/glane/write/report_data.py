"""What a report holds: the records of its documents with their text, as plain JSON data."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from glane.gold import write_number
from glane.write.report_text import show_text
from glane_records import CountryRecord, DateRecord, DocumentRecord, FigureRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glane.write.report_text import Shown
    from glane_records import MentionRecord, Record

    Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a fault, gold's or the prediction's: a mention with its value as gold writes it."""

    kind: str
    start: int
    end: int
    text: str
    value: str | None = None
    of: str | None = None
    modifier: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where records and gold differ.

    Attributes:
        document: id of the document in the records.
        sort: ``miss``, ``spurious``, ``boundary``, ``type``, ``value``, ``of`` or ``modifier``.
        gold: gold's mention; ``None`` if spurious.
        predicted: the record's; ``None`` if missed.
    """

    document: str
    sort: str
    gold: Side | None
    predicted: Side | None


@dataclass(frozen=True, slots=True)
class Score:
    """A kind's mentions in gold and in the records, with precision, recall and F1 (0 to 1)."""

    kind: str
    gold: int
    predicted: int
    strict: tuple[float | None, float | None, float | None]
    relaxed: tuple[float | None, float | None, float | None]


@dataclass(frozen=True, slots=True)
class Errors:
    """How records differ from gold.

    Attributes:
        faults: place by place.
        scores: kind by kind.
        documents: ids of the documents in the records that gold has; the others were not compared.
    """

    faults: Sequence[Fault]
    scores: Sequence[Score]
    documents: frozenset[str]


@dataclass(slots=True)
class _Collected:
    head: DocumentRecord | None = None
    mentions: list[MentionRecord] = field(default_factory=list)


@dataclass(slots=True)
class _Strings:
    """Strings that recur in many mentions, each written once and named by its index."""

    index: dict[str, int] = field(default_factory=dict)

    def add(self, text: str) -> int:
        return self.index.setdefault(text, len(self.index))


def make_data(records: Iterable[Record], texts: Mapping[str, str] | None = None, errors: Errors | None = None) -> Json:
    """Make the data of a report.

    Offsets in it count code points, as in the records. Numbers of figures are strings in plain decimal
    notation: what reads them may have no integers beyond 2⁵³.

    Args:
        records: as ``glane extract`` writes them.
        texts: the text of each document at hand, by document id.
        errors: how the records differ from gold.

    Returns:
        An object that ``json.dumps`` can write; what it holds is documented where it is made.
    """
    documents: dict[str, _Collected] = defaultdict(_Collected)
    for record in records:
        if isinstance(record, DocumentRecord):
            documents[record.id].head = record
        else:
            documents[record.document].mentions.append(record)
    faults: dict[str, list[Fault]] = defaultdict(list)
    for fault in errors.faults if errors else ():
        faults[fault.document].append(fault)
    strings = _Strings()
    made = [_document(name, found, (texts or {}).get(name), faults[name], strings) for name, found in documents.items()]
    if errors:
        for document in made:
            document["compared"] = document["id"] in errors.documents
    return {
        "documents": made,
        "strings": list(strings.index),
        "versions": sorted({_versions(found.head) for found in documents.values() if found.head}),
        "scores": [_score(score) for score in errors.scores] if errors else None,
    }


def _document(name: str, found: _Collected, text: str | None, faults: Sequence[Fault], strings: _Strings) -> Json:
    mentions = sorted(found.mentions, key=lambda m: (m.start, -m.end))
    gold = [(fault.gold.start, fault.gold.text) for fault in faults if fault.gold]
    shown = show_text(mentions, text, gold)
    head = found.head
    return {
        "id": name,
        "title": head.title if head else None,
        "date": head.date if head else None,
        "source": head.source if head else None,
        "characters": head.characters if head else None,
        "whole": shown.whole,
        "other": text is not None and not shown.whole,  # a text was given, but not the one of the records
        "pieces": [[piece.start, piece.text] for piece in shown.pieces],
        "mentions": [_mention(mention, shown, strings) for mention in mentions],
        "faults": [_fault(fault) for fault in faults],
    }


def _mention(mention: MentionRecord, shown: Shown, strings: _Strings) -> Json:
    """One mention; ``text`` and ``sentence`` are left out or are offsets where the pieces have them."""
    made: Json = {
        "kind": mention.kind,
        "start": mention.start,
        "end": mention.end,
        "rule": strings.add(mention.rule),
        "section": None if mention.section is None else strings.add(mention.section),
        "sentence": shown.find(mention.sentence, mention.start, mention.end) or mention.sentence,
    }
    if shown.slice(mention.start, mention.end) != mention.text:
        made["text"] = mention.text
    made.update({key: value for key, value in _content(mention).items() if value is not None})
    return made


def _content(mention: MentionRecord) -> Json:
    """What a mention of its kind says beyond its place."""
    if isinstance(mention, DateRecord):
        return mention.model_dump(include={"edtf", "earliest", "latest", "precision", "modifier"})
    if isinstance(mention, CountryRecord):
        return {"name": mention.name, "entity": mention.code}
    if isinstance(mention, FigureRecord):
        plain = {"unit", "quantity", "of", "of_start", "of_end", "modifier"}
        numbers = {"value": mention.value, "low": mention.low, "high": mention.high}
        written = {key: None if number is None else write_number(number) for key, number in numbers.items()}
        return written | mention.model_dump(include=plain)
    return mention.model_dump(include={"name", "acronym", "entity", "subtype", "wikidata"})


def _versions(head: DocumentRecord) -> str:
    return f"glane {head.glane_version}, rules {head.rules_version}"


def _fault(fault: Fault) -> Json:
    return {"sort": fault.sort, "gold": _side(fault.gold), "predicted": _side(fault.predicted)}


def _side(side: Side | None) -> Json | None:
    if side is None:
        return None
    return {name: getattr(side, name) for name in Side.__slots__}


def _score(score: Score) -> Json:
    return {name: getattr(score, name) for name in Score.__slots__}
