"""Label Studio: tasks with predictions, and the labelling interface they are for."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from glane.gold import MODIFIERS, gold_of
from glane.line_ends import blank_returns
from glane_records import KINDS, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glane.write.annotated import AnnotatedText
    from glane_records.models import MentionRecord

_COLOURS = ("#1f77b4", "#9467bd", "#2ca02c", "#d62728", "#8c564b")


def write(documents: Iterable[AnnotatedText], stream: IO[bytes]) -> None:
    r"""Write a JSON array of tasks, each with the mentions as one prediction to be corrected.

    A mention's value, ``of`` and modifier are fields of its region, so that they can be corrected too.
    Offsets are code points; ``\r\n`` becomes a blank and ``\n``.
    """
    stream.write(b"[")
    for number, document in enumerate(documents):
        separator = ",\n" if number else "\n"
        stream.write((separator + json.dumps(_task(document), ensure_ascii=False)).encode("utf-8"))
    stream.write(b"\n]\n")


def interface() -> str:
    """Return the labelling interface (the project's labelling configuration) as XML."""
    labels = "\n".join(
        f'    <Label value="{kind}" background="{colour}"/>' for kind, colour in zip(KINDS, _COLOURS, strict=True)
    )
    choices = "\n".join(f'    <Choice value="{modifier}"/>' for modifier in MODIFIERS)
    return f"""<View>
  <Labels name="label" toName="text">
{labels}
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
  <Header value="Value" size="5"/>
  <TextArea name="value" toName="text" perRegion="true" editable="true" maxSubmissions="1" rows="1"/>
  <Header value="Of (what a figure counts)" size="5"/>
  <TextArea name="of" toName="text" perRegion="true" editable="true" maxSubmissions="1" rows="1"/>
  <Choices name="modifier" toName="text" perRegion="true" choice="single" showInline="true">
{choices}
  </Choices>
</View>
"""


def _task(annotated: AnnotatedText) -> dict[str, Any]:
    text = blank_returns(annotated.text)
    result = [item for mention in annotated.mentions for item in _region(mention, text)]
    return {
        "data": {"text": text, "document": annotated.document},
        "predictions": [{"model_version": f"glane-{SCHEMA_VERSION}", "result": result}],
    }


def _region(mention: MentionRecord, text: str) -> list[dict[str, Any]]:
    gold = gold_of(mention)
    place = {"start": mention.start, "end": mention.end, "text": text[mention.start : mention.end]}
    fields: list[tuple[str, str, dict[str, Any]]] = [
        ("label", "labels", {**place, "labels": [mention.kind]}),
    ]
    if gold.value is not None:
        fields.append(("value", "textarea", {**place, "text": [gold.value]}))
    if gold.of is not None:
        fields.append(("of", "textarea", {**place, "text": [gold.of]}))
    if gold.modifier is not None:
        fields.append(("modifier", "choices", {**place, "choices": [gold.modifier]}))
    region = f"{mention.kind}-{mention.start}-{mention.end}"
    return [
        {"id": region, "from_name": name, "to_name": "text", "type": kind, "value": value}
        for name, kind, value in fields
    ]
