"""What the reader of institutional names puts together: phrases and nominals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

BODIES = frozenset({"organisation", "acronym"})
"""Kinds of nominals that name a body."""
SERVICES = frozenset({"agency", "directorate"})
"""Subtypes of bodies that have a field, and may be a part of another one."""
ORGANISED = BODIES | {"body", "programme"}
"""Kinds of nominals that name what has organs."""

TERRITORY = "territory"
"""Subtype of what is known as a country and has bodies as a region of its state has."""


class Known(NamedTuple):
    """What is known of a run of words before the grammar looks: a name of the knowledge base, or a blocker.

    Attributes:
        end: index behind its last word.
        kind: ``organisation``, ``programme``, ``country`` or ``blocked`` (a date, a person).
        subtype: of the organisation or programme, `TERRITORY` for a country that belongs to a state, empty for the rest.
    """

    end: int
    kind: str
    subtype: str = ""


@dataclass(slots=True)
class Phrase:
    """The phrase behind a head, as far as it belongs to the name.

    Attributes:
        end: index behind its last word.
        begin: index of its first word.
        capital: the head is capitalised.
        several: the head is a plural.
        proper: it holds a capitalised word of its own.
        named: the capitalised word, acronym or quoted name stands right behind the head.
        level: it holds an adjective of level.
        state: it holds a country's adjective or name.
        supranational: it holds an adjective of what is above the states.
        portfolio: its first complement is a portfolio.
        adjectives: how many adjectives stand right behind the head.
        complements: how many complements it has.
        has_attribute: an adjective or a name stands right behind the head.
        local: its second complement may be the place that names it («cour d'appel de Lyon»).
        quoted: it ends with a quotation mark: what follows with «de» says whose it is.
        ended: it ends with a country, behind which only a topic may follow.
        links: the classes of links that opened them.
        owned: what stands right behind the head is a body whose undertaking it is («mission OTAN de formation»).
        titled: its first complement is a capitalised noun without article («programme d'Appui …»), as in titles.
        whole: index behind the known name that the head opens, 0 where it opens none.
        told: it is told something, which «de» leads to.
        outer: it says whose action or paper is told of: «le rôle du …».
        given: it is given something, which «des» leads to.
        determined: an article stands before its last complement.
        informed: somebody of it is told something: «informant le directeur du Port de l'audience».
        faction: a party stands right behind the head, whose members in a parliament it names («groupe UMP»).
        loose: its last complement is common words behind a bare «de» («d'études»), which others may follow.
        led: a post stands before its head («le directeur de l'Agence»).
        aim: it tells behind «pour» what its body is for, in an action («pour la promotion …»).
        again: a demonstrative before its capitalised head says that it was named before.
        envoy: its first complement is an envoy, whose sender and field follow.
        possessor: the kind of nominal behind it that says with «de» whose it is, empty for none.
    """

    end: int
    begin: int = 0
    capital: bool = False
    several: bool = False
    proper: bool = False
    named: bool = False
    level: bool = False
    state: bool = False
    supranational: bool = False
    portfolio: bool = False
    adjectives: int = 0
    complements: int = 0
    has_attribute: bool = False
    local: bool = False
    quoted: bool = False
    ended: bool = False
    links: list[str] = field(default_factory=list)
    titled: bool = False
    owned: bool = False
    whole: int = 0
    told: bool = False
    outer: bool = False
    given: bool = False
    determined: bool = False
    informed: bool = False
    loose: bool = False
    faction: bool = False
    led: bool = False
    aim: bool = False
    again: bool = False
    envoy: bool = False
    possessor: str = ""


class Nominal(NamedTuple):
    """A noun with its determiner and adjectives, or a known name in its place.

    Attributes:
        end: index behind its last word.
        proper: it has a capitalised word that is more than a mark of respect.
        kind: ``noun``, ``acronym``, ``body`` (a capitalised head noun), or the kind of what is known there.
        state: it holds a country's adjective.
        lead: its first word, in lower case.
        determiner: the article before it, empty for none.
        length: how many words it has behind the link.
        determined: an article stands before it, or in the link («au», «aux»).
        bare: no article stands between the link and it («de», not «du»).
        on: the link is one of topic that needs a complement before it («sur»).
    """

    end: int
    proper: bool
    kind: str
    state: bool = False
    lead: str = ""
    determiner: str = ""
    length: int = 1
    determined: bool = False
    on: bool = False
    bare: bool = False
