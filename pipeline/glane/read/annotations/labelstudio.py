"""Label Studio: tasks as its JSON export gives them."""

from __future__ import annotations

import logging
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from glane.read.annotations.gold import AnnotatedDocument, AnnotationError, Span
from glane.read.annotations.jsonlines import parse, require

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

logger = logging.getLogger(__name__)


def read(path: Path) -> Iterator[AnnotatedDocument]:
    """Read tasks.

    Of several annotations of a task the one marked as ground truth is taken, else the one last updated; of a
    task that nobody annotated, the prediction; both with a warning. Cancelled annotations do not count.

    Raises:
        AnnotationError: the file is no JSON export of what ``glane export`` wrote.
        OSError: the file cannot be read.
    """
    tasks = parse(path.read_bytes(), str(path))
    if not isinstance(tasks, list):
        msg = f"{path}: is no list of tasks (export as JSON)"
        raise AnnotationError(msg)
    bare = 0
    for number, task in enumerate(tasks, start=1):
        place = f"{path}: task {number}"
        data = require(task, "data", dict, place)
        annotations = [one for one in task.get("annotations") or [] if not one.get("was_cancelled")]
        bare += not annotations
        result = _choose_result(annotations, task.get("predictions") or [], place)
        yield AnnotatedDocument(
            document=require(data, "document", str, place),
            text=require(data, "text", str, place),
            spans=tuple(_read_regions(result, place)),
            place=place,
        )

    if bare:
        logger.warning("%s: nobody annotated %d task(s): their predictions are taken", path, bare)


def _choose_result(annotations: list[Any], predictions: list[Any], place: str) -> list[Any]:
    if not annotations:
        return _last(predictions, place) if predictions else []
    if len(annotations) > 1:
        truths = [one for one in annotations if one.get("ground_truth")]
        logger.warning(
            "%s: %d annotations: the %s is taken",
            place,
            len(annotations),
            "ground truth" if truths else "last one",
        )
        annotations = truths or annotations
    return _last(annotations, place)


def _last(found: Sequence[dict[str, Any]], place: str) -> list[Any]:
    last = max(found, key=lambda one: str(one.get("updated_at") or one.get("created_at") or ""))
    result: list[Any] = require(last, "result", list, place)
    return result


def _read_regions(result: Sequence[Any], place: str) -> Iterator[Span]:
    """A region is what has one id: its label, and the fields filled in for it."""
    regions: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for item in result:
        if isinstance(item, dict) and isinstance(item.get("value"), dict) and "id" in item:
            regions[str(item["id"])][str(item.get("from_name"))] = item["value"]
    for region in regions.values():
        if "label" not in region:
            continue
        place_of_it = region["label"]
        for label in require(place_of_it, "labels", list, place):
            yield Span(
                start=require(place_of_it, "start", int, place),
                end=require(place_of_it, "end", int, place),
                label=str(label),
                value=_first(region.get("value", {}).get("text")),
                of=_first(region.get("of", {}).get("text")),
                modifier=_first(region.get("modifier", {}).get("choices")),
            )


def _first(value: Any) -> str | None:
    """A text field's content: a list of what was submitted, or one string."""
    if isinstance(value, list):
        value = value[-1] if value else None
    return value if isinstance(value, str) and value.strip() else None
