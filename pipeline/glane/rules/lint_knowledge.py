"""What a linter of rules looks for in the knowledge base, and in rows that point to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from glane.rules.check import check_knowledge
from glane.rules.tables import ORGANISATIONS, PROGRAMMES, values_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from glane.rules.findings import Finding, Level, Places
    from glane.rules.knowledge import CautionRow, EntityRow
    from glane.rules.names import GenericRow, HeadRow, SubtypeRow, TellingRow
    from glane.rules.tables import Rows

_UNRECORDED: Final = "other"
_PROPER: Final = frozenset(
    {"first_name", "known_city", "acronym_head", "coded_head", "labour_acronym", "service_acronym"}
)
"""Classes of words that are names themselves: in capitals, an acronym is not taken for one of them."""


def common_words(rows: Rows) -> set[str]:
    """The forms of the grammar of names that are common words."""
    table = [row for row in rows["names/words.tsv"] if getattr(row, "word_class", "") not in _PROPER]
    return {form for row in table for form in values_of(row, "forms")}


def check_entities(rows: Rows, places: Places) -> Iterator[Finding]:
    """Turn what `check_knowledge` finds into findings; what a caution answers is none."""
    entities = {row.id: (path, row) for path in (ORGANISATIONS, PROGRAMMES) for row in _entities(rows, path)}
    words = common_words(rows)
    words |= {symbol for row in rows["figures/units.tsv"] for symbol in values_of(row, "symbols")}
    cautions = {(row.entity, row.form) for row in _cautions(rows)}
    says = {
        "name": "is a name of several entities",
        "acronym": "is an acronym of several entities: the document decides",
        "parent": "is no parent that exists and stands above",
        "word": "is also a common word or a unit, and knowledge/caution.tsv does not say so",
    }
    for problem in check_knowledge([row for _, row in entities.values()], words):
        if problem.kind == "word" and all((identifier, problem.form) in cautions for identifier in problem.ids):
            continue
        level: Level = "problem" if problem.kind in {"name", "parent"} else "note"
        held = [(entities[identifier][0], identifier) for identifier in problem.ids]
        yield places.finding(level, problem.kind, f"{problem.form!r} {says[problem.kind]}", held)
    stops = {form: row.id for row in rows["acronyms/stops.tsv"] for form in values_of(row, "forms")}
    for path, entity in entities.values():
        for acronym in entity.acronyms:
            if acronym in stops:
                message = f"{acronym!r} is an acronym and a stop: NER and definitions pass it over, the knowledge base does not"
                yield places.finding(
                    "note", "stop", message, [(path, entity.id), ("acronyms/stops.tsv", stops[acronym])]
                )


def _entities(rows: Rows, path: str) -> tuple[EntityRow, ...]:
    return cast("tuple[EntityRow, ...]", rows[path])


def _cautions(rows: Rows) -> tuple[CautionRow, ...]:
    return cast("tuple[CautionRow, ...]", rows["knowledge/caution.tsv"])


def check_references(rows: Rows, places: Places) -> Iterator[Finding]:
    """Find rows that name a subtype, an entity or a country that there is not."""
    subtypes = {(row.kind, row.id) for row in cast("tuple[SubtypeRow, ...]", rows["names/subtypes.tsv"])}
    yield from _check_rows(rows, places, subtypes)
    for head in cast("tuple[HeadRow, ...]", rows["names/heads.tsv"]):
        if head.kind != _UNRECORDED and (head.kind, head.subtype) not in subtypes:
            message = f"unknown subtype of {head.kind}s {head.subtype!r}"
            yield places.finding("problem", "subtype", message, [("names/heads.tsv", head.id)])
    for row in cast("tuple[TellingRow, ...]", rows["names/telling.tsv"]):
        for subtype in (row.subtype, *row.instead, *([row.rest] if row.rest else [])):
            if ("organisation", subtype) not in subtypes:
                message = f"unknown subtype of organisations {subtype!r}"
                yield places.finding("problem", "subtype", message, [("names/telling.tsv", row.id)])
    forms: dict[str, Collection[str]] = {
        entity.id: {entity.name, *entity.aliases, *entity.acronyms}
        for path in (ORGANISATIONS, PROGRAMMES)
        for entity in _entities(rows, path)
    }
    for generic in cast("tuple[GenericRow, ...]", rows["names/generics.tsv"]):
        if generic.entity not in forms:
            message = f"{generic.form!r} points to {generic.entity!r}, and there is no such entity"
            yield places.finding("problem", "entity", message, [("names/generics.tsv", generic.id)])
    for caution in _cautions(rows):
        if caution.form not in forms.get(caution.entity, ()):
            message = f"{caution.form!r} is no form of {caution.entity!r}"
            yield places.finding("problem", "entity", message, [("knowledge/caution.tsv", caution.id)])


def _check_rows(rows: Rows, places: Places, subtypes: Collection[tuple[str, str]]) -> Iterator[Finding]:
    """Find entities with a kind, a subtype or a country that there is not."""
    countries = {row.id for row in rows["knowledge/countries.tsv"]}
    for path, kind in ((ORGANISATIONS, "organisation"), (PROGRAMMES, "programme")):
        for entity in _entities(rows, path):
            at = [(path, entity.id)]
            if entity.kind != kind:
                yield places.finding("problem", "entity", f"{entity.kind} in the table of {kind}s", at)
            if (entity.kind, entity.subtype) not in subtypes:
                message = f"unknown subtype of {entity.kind}s {entity.subtype!r}"
                yield places.finding("problem", "subtype", message, at)
            if entity.country is not None and entity.country not in countries:
                yield places.finding("problem", "country", f"unknown country {entity.country!r}", at)
