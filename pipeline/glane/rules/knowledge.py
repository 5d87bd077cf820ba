"""Row types of the knowledge base: entities and countries."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, Field

from glane.rules.table import Row

_ALPHA_2: Final = r"^[A-Z]{2}$"


def _check_form(form: str) -> str:
    if not any(map(str.isalnum, form)):
        msg = f"{form!r} has no letter and no digit"
        raise ValueError(msg)
    return form


Form: TypeAlias = Annotated[str, AfterValidator(_check_form)]
"""What a text may say; nothing is found by a form of signs alone."""


class EntityRow(Row):
    """One organisation or programme that glane knows by name."""

    kind: Literal["organisation", "programme"]
    subtype: str = Field(description="One of the subtypes listed in `names/subtypes.tsv`.")
    name: Form = Field(min_length=2, description="Canonical French name, typed as the body itself writes it.")
    acronyms: tuple[Form, ...] = Field(default=(), description="Acronyms; the French one first, others behind.")
    aliases: tuple[Form, ...] = Field(default=(), description="Other names and spellings.")
    country: str | None = Field(default=None, pattern=_ALPHA_2, description="ISO 3166-1 alpha-2.")
    parent: str | None = Field(default=None, description="Id of the entity this one belongs to.")
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9]\d*$", description="Only if seen in a source.")
    source: str = Field(description="Key of a source in SOURCES.md.")


class CountryRow(Row):
    """One state or territory of ISO 3166-1 (and Kosovo, as `XK`). The `id` is the alpha-2 code."""

    id: str = Field(pattern=_ALPHA_2, description="ISO 3166-1 alpha-2; records name it in `rule`.")
    name: Form = Field(description="Usual French name, without article.")
    aliases: tuple[Form, ...] = Field(default=(), description="Official name and other spellings.")
    adjectives: tuple[str, ...] = Field(default=(), description="Adjectives, all four forms, in lower case.")
    sovereign: str | None = Field(
        default=None,
        pattern=_ALPHA_2,
        description="The state that a territory belongs to, whose bodies it has too.",
    )
    ambiguous: bool = Field(default=False, description="Also a common word or another place: needs evidence.")


class CautionRow(Row):
    """A form of an entity that needs evidence, because it is also something else."""

    entity: str = Field(description="Id of the entity in the knowledge base.")
    form: str = Field(min_length=2, description="Name, alias or acronym of that entity.")
    reason: Literal["word", "person", "place", "capitals", "standard", "states", "kind", "family", "field", "seat"] = (
        Field(
            description="`word`: a common word or phrase in lower case; `person`, `place`: also one of those; "
            "`capitals`: a word in a line of capitals; `standard`: names a standard before a number; "
            "`states`: several states have a body of that name; "
            "`kind`: needs another body of its kind in the document; "
            "`family`: a word or phrase in lower case, and needs its parent, or another body of that, in the document; "
            "`field`: also what the body is for, so that it has to act, or what bodies have has to stand before it; "
            "`seat`: a party's, at the end of the bracket behind a member of parliament."
        )
    )
