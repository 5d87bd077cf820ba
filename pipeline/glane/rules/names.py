"""Row types of the grammar of institutional names."""

from __future__ import annotations

from collections.abc import Set as AbstractSet  # noqa: TC003 - pydantic reads annotations
from functools import lru_cache
from typing import Literal

from pydantic import Field

from glane.accents import without_accents
from glane.rules.table import Row

_PLURAL = ("s", "x")


class HeadRow(Row):
    """A head noun: what kind of name it opens, and on what condition."""

    forms: tuple[str, ...] = Field(min_length=1, description="Singular, then plural, in lower case.")
    kind: Literal["organisation", "programme", "other"] = Field(
        description="Kind of the names it opens; `other`: not recorded, and nothing inside them is."
    )
    subtype: str = Field(description="Subtype of the names it opens.")
    lower: Literal[
        "never", "proper", "named", "state", "portfolio", "institutional", "graded", "field", "apposed", "whole"
    ] = Field(description="What the head needs to open a name when it is in lower case.")

    def is_one_of(self, forms: AbstractSet[str]) -> bool:
        """Whether one of some forms is one of the head's."""
        return not forms.isdisjoint(self.forms)

    def is_plural(self, lower: str) -> bool:
        """Whether a word in lower case is (the first of) a plural of the head, rather than another head of the row."""
        return _is_plural(self.forms, lower)


@lru_cache(maxsize=4096)
def _is_plural(forms: tuple[str, ...], lower: str) -> bool:
    firsts = [without_accents(form.partition(" ")[0].lower()) for form in forms]
    plain = without_accents(lower)  # «Ecoles»
    return plain in firsts[1:] and not _singulars(plain).isdisjoint(firsts)


def _singulars(word: str) -> frozenset[str]:
    """What a word may be the plural of, nothing where it ends as none; an acronym is that of no other («ARS»)."""
    if not word.endswith(_PLURAL):
        return frozenset()
    parts = "-".join(part.rstrip("".join(_PLURAL)) for part in word.split("-"))
    return frozenset({word[:-1], word[:-2] + "l", parts})


class WordRow(Row):
    """A class of words (or phrases) that the grammar asks for by the class's name."""

    word_class: str = Field(description="The class.")
    forms: tuple[str, ...] = Field(min_length=1, description="Words or phrases, in lower case.")


class GenericRow(Row):
    """A capitalised generic that stands for one entity wherever a document names that entity."""

    form: str = Field(description="The generic noun, in lower case.")
    entity: str = Field(description="Id of the entity in the knowledge base.")
    evidence: tuple[str, ...] = Field(default=(), description="Ids of entities that, named, make it that entity too.")
    acts: tuple[str, ...] = Field(
        default=(),
        description="Acronyms that make it that entity too where they number a legal act, as they are typed.",
    )
    countries: tuple[str, ...] = Field(
        default=(), description="ISO 3166-1 alpha-2 of countries that, named, make it that entity too."
    )
    phrases: tuple[str, ...] = Field(
        default=(),
        description="Words that, as they are typed, make it that entity too where no other name begins with it.",
    )
    never: tuple[str, ...] = Field(
        default=(), description="Ids of entities for which it never stands, although their names begin with it."
    )
    beside: tuple[str, ...] = Field(
        default=(),
        description="Generics, in lower case, of which one has to be joined to it, so as not to be a body at home.",
    )


class SubtypeRow(Row):
    """A subtype of organisation or programme. The `id` is what records carry."""

    kind: Literal["organisation", "programme"]
    description: str = Field(default="", description="What it takes in.")


class TellingRow(Row):
    """What a name says of its subtype besides its head noun."""

    heads: tuple[str, ...] = Field(
        default=(),
        description="Nouns that open the name; without any, a name that no head noun opens, and `words` end it.",
    )
    next: tuple[str, ...] = Field(default=(), description="Words or phrases right behind the noun.")
    words: tuple[str, ...] = Field(default=(), description="Words or phrases anywhere behind the noun.")
    endings: tuple[str, ...] = Field(default=(), description="Ends of words behind the noun.")
    rest: str = Field(default="", description="Subtype of the known body that all behind the noun is.")
    state: Literal["", "with", "without"] = Field(
        default="", description="Whether a country may, or must, be in the name."
    )
    instead: tuple[str, ...] = Field(default=(), description="Subtypes that it may replace; any where there are none.")
    subtype: str = Field(description="The subtype of organisation.")
