"""Which predicted document answers which gold document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from glane.evaluate.offsets import find_other_text
from glane.evaluate.sides import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from glane.evaluate.mention import Mention


@dataclass(frozen=True, slots=True)
class DocumentPair:
    """What both sides say of one document, under gold's id, each side in the order of the text."""

    document: str
    gold: tuple[Mention, ...]
    predicted: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """Gold's documents with what was predicted for them.

    Attributes:
        documents: gold's documents in the order of their ids; those not predicted have no predicted mention.
        missing: ids of gold documents that were not predicted.
        left_out: ids of predicted documents that gold does not have; they are not scored.
        other_text: ids of documents where the two sides quote other text at the same offsets.
    """

    documents: tuple[DocumentPair, ...]
    missing: tuple[str, ...]
    left_out: tuple[str, ...]
    other_text: tuple[str, ...]


def pair_documents(gold: Mapping[str, Sequence[Mention]], predicted: Mapping[str, Sequence[Mention]]) -> Pairing:
    """Find what was predicted for each gold document.

    Ids match when they are equal, or else when one of them is the last path component of exactly one id of
    the other side that has no equal: gold ``azerbaidjan`` and predicted ``otan/azerbaidjan``.

    Args:
        gold: gold mentions by document id.
        predicted: predicted mentions by document id.

    Returns:
        The documents to score, and the ids that found no partner.
    """
    partner = _match_ids(gold.keys(), predicted.keys())
    documents = tuple(
        DocumentPair(
            document,
            tuple(gold[document]),
            tuple(replace(m, document=document) for m in predicted.get(partner.get(document, ""), ())),
        )
        for document in sorted(gold)
    )
    return Pairing(
        documents=documents,
        missing=tuple(pair.document for pair in documents if pair.document not in partner),
        left_out=tuple(sorted(predicted.keys() - set(partner.values()))),
        other_text=tuple(pair.document for pair in documents if find_other_text(pair.gold, pair.predicted)),
    )


def require_partners(pairing: Pairing, gold: str) -> None:
    """Refuse to score where no document of gold was predicted: the ids, or the files, are hardly those that were meant.

    Raises:
        InputError: the message names a document of either side.
    """
    if len(pairing.missing) == len(pairing.documents):
        msg = (
            f"{gold}: none of its documents was predicted "
            f"(gold: {_name_some(pairing.missing)}; predicted: {_name_some(pairing.left_out)})"
        )
        raise InputError(msg)


def _name_some(documents: Sequence[str]) -> str:
    named = [*map(repr, documents[:3]), *(["…"] if len(documents) > 3 else [])]
    return ", ".join(named) or "none"


def _match_ids(gold: Iterable[str], predicted: Iterable[str]) -> dict[str, str]:
    """The predicted id of each gold id that has one."""
    equal = set(gold) & set(predicted)
    free_gold = [document for document in gold if document not in equal]
    free_predicted = [document for document in predicted if document not in equal]
    partner = {document: document for document in equal}
    predicted_by_name = _by_last_component(free_predicted)
    gold_by_name = _by_last_component(free_gold)
    for document in free_gold:
        candidates = predicted_by_name.get(document, ())
        if len(candidates) == 1:
            partner[document] = candidates[0]
    taken = set(partner.values())
    for document in free_predicted:
        candidates = gold_by_name.get(document, ())
        if document not in taken and len(candidates) == 1 and candidates[0] not in partner:
            partner[candidates[0]] = document
    return partner


def _by_last_component(documents: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        found[document.rpartition("/")[2]].append(document)
    return found
