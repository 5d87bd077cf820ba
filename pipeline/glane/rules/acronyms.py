"""Row types of the acronym tables, and what the finder of definitions needs of them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from glane.rules.merge import read_merged
from glane.rules.names import HeadRow
from glane.rules.table import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

Layout = Literal["bracket", "expansion", "equals", "list", "cue", "or", "dash", "adjacent", "apposition"]
Evidence = Literal["letters", "order", "head"]


class AcronymWordRow(Row):
    """Words that decide what a long form may hold, skip, or begin with."""

    role: Literal[
        "determiner",
        "singular",
        "aim",
        "join",
        "function",
        "soft",
        "breaker",
        "title",
        "prefix",
        "ordinal",
        "passing",
        "plus",
        "form",
        "number",
        "apart",
        "where",
    ]
    forms: tuple[str, ...] = Field(min_length=1, description="Lower-case words, accents as written.")


class StopRow(Row):
    """Capitals that name no body and no programme."""

    reason: str = Field(description="Why: term, unit, country, document …")
    forms: tuple[str, ...] = Field(min_length=1, description="The capitals, without dots.")


class CueRow(Row):
    """Words between a long form and its short form."""

    place: Literal["before", "hereafter", "called", "said", "after", "or", "and"]
    forms: tuple[str, ...] = Field(min_length=1)


class FormRow(Row):
    """One way in which a text defines an acronym; its id is the rule of the definition."""

    layout: Layout
    evidence: Evidence


class InitialRow(Row):
    """What a word of institutional names is called in other languages."""

    stems: tuple[str, ...] = Field(min_length=1, description="Beginnings of the word, lower case, no accents.")
    others: tuple[str, ...] = Field(min_length=1, description="The word in other languages: initials count.")


def _fold_table() -> dict[int, str]:
    table = {ord("œ"): "oe", ord("Œ"): "oe", ord("æ"): "ae", ord("Æ"): "ae", ord("ß"): "ss", ord("ø"): "o"}
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table.setdefault(code, base.lower())
    for code in range(ord("A"), ord("Z") + 1):
        table[code] = chr(code).lower()
    return table


_FOLD = _fold_table()


@lru_cache(maxsize=1 << 13)
def fold_letters(word: str) -> str:
    """Take case and accents off a word, so that letters can be compared.

    Unlike `glane.accents`, it opens ligatures («Œuvre» is «oeuvre»), and leaves other alphabets as they are.
    """
    return word.translate(_FOLD)


# Compared by identity: what is made of the rules is cached by them.
@dataclass(frozen=True, slots=True, eq=False)
class AcronymRules:
    """The acronym tables, ready for use. Words are in lower case, accents as written.

    Attributes:
        function: words skipped when letters are matched (determiners among them).
        determiners: function words that may stand in front of a name.
        singular: the determiners of a singular noun, such as «la».
        aims: prepositions between a body and its purpose, such as «pour».
        joins: function words that tie a complement to the noun before it.
        soft: words that a long form seldom holds.
        breakers: words that a long form never holds.
        titles: words that announce a person.
        prefixes: folded first parts of words whose second part may give a letter.
        ordinals: words that number a thing, in front of it.
        passing: adjectives in front of a name that say when it is what it is, such as «prochain».
        number_signs: signs in front of the number of a legal act, such as «no».
        apart: words that what stands in front of is no part of a long form, unless its letters are in order.
        where: those that are so before a determiner of one thing only.
        plus: how the sign «+» at the end of a short form is read.
        legal_forms: legal forms of bodies, which may stand behind their long forms, the longest first.
        stops: capitals that name nothing by themselves.
        cues_before: phrases in front of a short form, the longest first (the three that follow among them).
        cues_hereafter: those of them that also announce a generic («la Banque») to be used from there on.
        cues_called: those that also announce another name of the thing, quoted or not.
        cues_said: those that also announce another name, but only a quoted one.
        cues_after: phrases behind a short form, the longest first.
        cues_around: phrases that stand on either side of a short form.
        cues_or: conjunctions between two names of one thing, the longest first.
        conjunctions: words between two short forms in brackets.
        initials: folded stem of a word to the first letters it has in other languages.
        forms: (layout, evidence) to the id of the rule; what is missing is turned off.
        heads: lower-case nouns that institutional names begin with; empty means unknown.
    """

    function: frozenset[str]
    determiners: frozenset[str]
    singular: frozenset[str]
    aims: frozenset[str]
    joins: frozenset[str]
    soft: frozenset[str]
    breakers: frozenset[str]
    titles: frozenset[str]
    prefixes: frozenset[str]
    ordinals: frozenset[str]
    passing: frozenset[str]
    number_signs: frozenset[str]
    apart: frozenset[str]
    where: frozenset[str]
    plus: frozenset[str]
    legal_forms: tuple[str, ...]
    stops: frozenset[str]
    cues_before: tuple[str, ...]
    cues_hereafter: tuple[str, ...]
    cues_called: tuple[str, ...]
    cues_said: tuple[str, ...]
    cues_after: tuple[str, ...]
    cues_around: tuple[str, ...]
    cues_or: tuple[str, ...]
    conjunctions: tuple[str, ...]
    initials: Mapping[str, str]
    forms: Mapping[tuple[str, str], str]
    heads: frozenset[str] = frozenset()


def read(folders: Sequence[Path], off: Sequence[str] = (), heads: Iterable[str] | None = None) -> AcronymRules:
    """Read the tables ``acronyms/*.tsv``.

    Args:
        folders: folders of rules, the package's first.
        off: ``fnmatch`` patterns of rule ids to leave out.
        heads: lower-case forms of the nouns that institutional names begin with; those of ``names/heads.tsv``
            where none are given.

    Returns:
        The tables, merged.

    Raises:
        RuleError: a table is missing or wrong.
    """
    if heads is None:
        rows = read_merged(folders, "names/heads.tsv", HeadRow, off)
        heads = (form for row in rows for form in row.forms if " " not in form)
    words = read_merged(folders, "acronyms/words.tsv", AcronymWordRow, off)
    cues = read_merged(folders, "acronyms/cues.tsv", CueRow, off)

    def of_role(*names: str) -> frozenset[str]:
        return frozenset(form for row in words if row.role in names for form in row.forms)

    def at_place(*names: str) -> tuple[str, ...]:
        found = {form for row in cues if row.place in names for form in row.forms}
        return tuple(sorted(found, key=lambda form: (-len(form), form)))

    initials: dict[str, str] = {}
    for row in read_merged(folders, "acronyms/initials.tsv", InitialRow, off):
        for stem in row.stems:
            initials[fold_letters(stem)] = "".join(sorted({fold_letters(other)[0] for other in row.others}))
    return AcronymRules(
        function=of_role("determiner", "singular", "aim", "join", "function"),
        determiners=of_role("determiner", "singular"),
        singular=of_role("singular"),
        aims=of_role("aim"),
        joins=of_role("join"),
        soft=of_role("soft"),
        breakers=of_role("breaker"),
        titles=of_role("title"),
        prefixes=frozenset(fold_letters(form) for form in of_role("prefix")),
        ordinals=of_role("ordinal"),
        passing=of_role("passing"),
        number_signs=of_role("number"),
        apart=of_role("apart"),
        where=of_role("where"),
        plus=of_role("plus"),
        legal_forms=tuple(sorted(of_role("form"), key=lambda form: (-len(form), form))),
        stops=frozenset(form for row in read_merged(folders, "acronyms/stops.tsv", StopRow, off) for form in row.forms),
        cues_before=at_place("before", "hereafter", "called", "said"),
        cues_hereafter=at_place("hereafter"),
        cues_called=at_place("called"),
        cues_said=at_place("said"),
        cues_after=at_place("after"),
        cues_around=tuple(cue for cue in at_place("after") if cue in at_place("before")),
        cues_or=at_place("or"),
        conjunctions=at_place("and"),
        initials=MappingProxyType(initials),
        forms=MappingProxyType(
            {(row.layout, row.evidence): row.id for row in read_merged(folders, "acronyms/forms.tsv", FormRow, off)}
        ),
        heads=frozenset(heads),
    )
