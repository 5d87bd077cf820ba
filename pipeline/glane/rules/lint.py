"""What a linter of rules looks for, over all tables: rows that contradict, repeat or lose each other.

A folder that cannot be read raises `RuleError`; what can be read but cannot be meant is a *problem*; what may well be meant,
and is worth knowing, is a *note* (two bodies that share an acronym: each document decides).
"""

from __future__ import annotations

import re
from collections import defaultdict
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Final

from glane.rules.acronyms import fold_letters
from glane.rules.findings import Finding, Places, lines_of, locate
from glane.rules.lint_classes import check_classes
from glane.rules.lint_knowledge import check_entities, check_references
from glane.rules.load import OFF, OffRow, builtin_folder, load_rules
from glane.rules.table import has_table, read_table
from glane.rules.tables import ORGANISATIONS, PROGRAMMES, TABLES, cell_of, read_tables, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.rules.findings import Level
    from glane.rules.table import Row
    from glane.rules.tables import Forms, Rows, Table

# The text is read with a straight apostrophe, a plain hyphen and plain blanks.
_TYPOGRAPHIC = re.compile("[\u2018\u2019\u2010\u2011\u00a0\u202f\u2009]")

# Classes that say the opposite of a word, by table and column: a word of both is read as the first that is asked for.
_OPPOSITES: Final = (
    ("names/words.tsv", "word_class", "definite", "indefinite"),
    ("names/words.tsv", "word_class", "foreign_organisation", "foreign_programme"),
    ("names/words.tsv", "word_class", "never_generic", "proper_generic"),
    ("names/words.tsv", "word_class", "front_adjective", "possessor"),
    ("names/words.tsv", "word_class", "portfolio", "possessor"),
    ("acronyms/words.tsv", "role", "breaker", "aim"),
    ("acronyms/words.tsv", "role", "breaker", "join"),
    ("acronyms/words.tsv", "role", "breaker", "soft"),
    ("acronyms/words.tsv", "role", "breaker", "prefix"),
    ("acronyms/words.tsv", "role", "title", "function"),
    ("dates/cues.tsv", "kind", "since", "until"),
    ("dates/guards.tsv", "kind", "filler", "numbering"),
    ("dates/guards.tsv", "kind", "filler", "unit"),
)


def check_rules(packs: Sequence[str | Path] = ()) -> list[Finding]:
    """Check the built-in rules with the user's folders over them.

    Rows that an ``off.tsv`` switches off are checked like the others.

    Args:
        packs: folders of rules, as for `load_rules`.

    Returns:
        The findings, problems first, sorted.

    Raises:
        RuleError: a folder or a file cannot be used.
    """
    load_rules(packs)
    folders = [builtin_folder(), *(Path(pack) for pack in packs)]
    rows = read_tables(folders)
    places = Places(locate(folders), folders[0])
    found = [
        *_check_ids(rows, places),
        *_check_forms(rows, places),
        *_check_typography(rows, places),
        *_check_opposites(rows, places),
        *check_classes(rows, read_tables(folders[:1]), places),
        *check_entities(rows, places),
        *check_references(rows, places),
        *_check_off(folders[1:], rows),
        *_check_replaced(places),
    ]
    return sorted(found, key=lambda finding: (finding.level != "problem", finding))


def _check_ids(rows: Rows, places: Places) -> Iterator[Finding]:
    owners: dict[str, list[str]] = defaultdict(list)
    for table in TABLES:
        for row in rows[table.path]:
            owners[row.id].append(table.path)
            if not re.fullmatch(table.ids, row.id):
                message = f"ids of {table.path} look like {_style(table)}, not like {row.id!r}"
                yield places.finding("problem", "id", message, [(table.path, row.id)])
    for identifier, tables in owners.items():
        if len(tables) > 1:
            both = set(tables) == {ORGANISATIONS, PROGRAMMES}
            message = f"{identifier!r} is a row of {' and of '.join(tables)}: {OFF} can only name both"
            level: Level = "problem" if both else "note"
            yield places.finding(level, "id", message, [(table, identifier) for table in tables], (identifier,))


def _style(table: Table) -> str:
    """The ids of a table, shown by what they begin with."""
    opening = re.match(r"[a-z]+(?:\\\.|:)", table.ids)
    if opening:
        return repr(opening[0].replace("\\", "") + "some-name")
    return "'some.name'" if "." in table.ids else "'some-name'"


def _check_forms(rows: Rows, places: Places) -> Iterator[Finding]:
    """Find forms that stand in two rows, or twice in one."""
    for space, columns in _spaces().items():
        holders: dict[tuple[str, ...], list[tuple[Table, Forms, Row, str]]] = defaultdict(list)
        for table, forms in columns:
            for row in rows[table.path]:
                group = tuple(cell_of(row, column) for column in forms.group)
                for form in values_of(row, forms.column):
                    holders[*group, form if forms.cased else fold_letters(form)].append((table, forms, row, form))
        for held in holders.values():
            distinct = {(table.path, row.id): (table, forms, row) for table, forms, row, _ in held}
            decided = {tuple(cell_of(row, column) for column in forms.decides) for _, forms, row in distinct.values()}
            if len(distinct) > 1 and len(decided) > 1:
                message = f"{space}: {held[0][3]!r} means two things, and only one of them counts"
                yield places.finding("problem", "form", message, distinct)
            elif len(distinct) > 1:
                yield places.finding("note", "form", f"{space}: {held[0][3]!r} stands in several rows", distinct)


def _spaces() -> dict[str, list[tuple[Table, Forms]]]:
    spaces: dict[str, list[tuple[Table, Forms]]] = defaultdict(list)
    for table in TABLES:
        for forms in table.forms:
            spaces[forms.space].append((table, forms))
    return dict(spaces)


def _check_typography(rows: Rows, places: Places) -> Iterator[Finding]:
    """Find forms that no text holds, because the text is read without typographic signs."""
    for table in TABLES:
        for forms in table.forms:
            if not forms.as_typed:
                continue
            for row in rows[table.path]:
                for form in values_of(row, forms.column):
                    plain = _TYPOGRAPHIC.sub(lambda sign: _plain_sign(sign[0]), form)
                    if plain not in values_of(row, forms.column):
                        message = f"{form!r} matches nothing: type the plain signs, {plain!r}"
                        yield places.finding("problem", "typography", message, [(table.path, row.id)])


def _plain_sign(sign: str) -> str:
    if sign in "\u2018\u2019":
        return "'"
    return "-" if sign in "\u2010\u2011" else " "


def _check_opposites(rows: Rows, places: Places) -> Iterator[Finding]:
    for path, column, one, other in _OPPOSITES:
        table = next(table for table in TABLES if table.path == path)
        members: dict[str, dict[str, str]] = {one: {}, other: {}}
        for row in rows[path]:
            if cell_of(row, column) in members:
                forms = values_of(row, table.forms[0].column)
                members[cell_of(row, column)].update((form.lower(), row.id) for form in forms)
        for form in sorted(members[one].keys() & members[other].keys()):
            held = [(path, members[one][form]), (path, members[other][form])]
            yield places.finding("note", "class", f"{form!r} is of the classes {one!r} and {other!r}", held)


def _check_off(packs: Sequence[Path], rows: Rows) -> Iterator[Finding]:
    """Say how much each pattern of an ``off.tsv`` switches off; nothing is a problem."""
    names = [{row.id, f"{table.rule or ''}{row.id}"} for table in TABLES for row in rows[table.path]]
    for pack in packs:
        path = pack / OFF
        if not has_table(pack, OFF):
            continue
        numbers = dict(lines_of(path))
        for row in read_table(path, OffRow):
            matched = sum(any(fnmatchcase(name, row.id) for name in known) for known in names)
            message = f"{row.id!r} switches {matched:,} row{'' if matched == 1 else 's'} off"
            if not matched:
                message = f"{row.id!r} is the id of no row of any table: it switches nothing off"
            level: Level = "note" if matched else "problem"
            yield Finding(level, "off", message, (row.id,), (f"{path}:{numbers[row.id]}",), own=True)


def _check_replaced(places: Places) -> Iterator[Finding]:
    for (table, identifier), lines in places.lines.items():
        if len(lines) > 1:
            message = f"takes the place of {table} {identifier!r} in {lines[-2][0].parent.parent.name}"
            yield places.finding("note", "replaced", message, [(table, identifier)])
