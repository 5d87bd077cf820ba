"""What the components of one run tell each other about a document.

It rides on the `Doc` as ``doc.user_data["glane"]``; nothing of it is kept between documents, nor saved with one: a
`Doc` that is read from bytes, or that another process sends, has its span group and entities, and no state.
"""

from __future__ import annotations

import contextlib
import gc
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from srsly import msgpack_encoders  # type: ignore[import-untyped]

from glane.rules.dates import PATTERNS
from glane.rules.errors import RuleError
from glane.rules.findings import find_row
from glane.rules.load import Rules, builtin_folder, load_rules, rules_version
from glane.text.dates.find import compile_patterns
from glane.text.dates.patterns import PatternError
from glane.text.knowledge import KnowledgeBase
from glane.text.names.derived.branches import read_regions
from glane.text.names.derived.stripped import OwnNames, read_own_names
from glane.text.names.known.namesakes import Namesakes
from glane.text.names.lexicon import NameLexicon
from glane.text.shadow import Shadow
from glane.text.spelling import Dictionary
from glane.text.subtypes import Subtypes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from spacy.tokens import Doc

    from glane.components.evidence import Evidence
    from glane.rules.knowledge import EntityRow
    from glane.text.acronyms.find import Definition
    from glane.text.candidate import Candidate
    from glane.text.dates.find import DateMatch
    from glane.text.entities import Entity
    from glane.text.figures.find import FigureMatch
    from glane.text.names.defined.established import Established
    from glane.text.trie import NameTrie
    from glane.text.words import Words

KEY = "glane"


class Mention(NamedTuple):
    """A candidate that stands, with its entity where it has one."""

    candidate: Candidate
    entity: Entity | None = None


@dataclass(slots=True)
class State:
    """What is known of one document so far; each component fills its own part.

    Of its fields, ``frail`` has the indices of acronyms that alone say little of what stands beside them; ``bound`` the
    entities of the pairs that the document defines and the knowledge base has, ``None`` where another body is meant;
    ``unknown`` what bodies are known by that the knowledge base has not, though their names; ``plain`` the words, those
    in capitals as they would be written in a sentence; ``written`` the words as they were split, numbers of notes in them.
    """

    shadow: Shadow
    reference: date | None
    words: Words
    plain: Words
    written: Words
    evidence: Evidence
    sentences: list[tuple[int, int]] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    shouted: list[tuple[int, int]] = field(default_factory=list)
    dates: list[DateMatch] = field(default_factory=list)
    figures: list[FigureMatch] = field(default_factory=list)
    counted: dict[int, tuple[int, int]] = field(default_factory=dict)
    definitions: list[Definition] = field(default_factory=list)
    established: list[Established] = field(default_factory=list)
    frail: set[int] = field(default_factory=set)
    bound: dict[tuple[str, str], EntityRow | None] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    candidates: list[Candidate] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def is_shouted(self, offset: int) -> bool:
        """Whether an offset stands in a line of capitals."""
        index = bisect_right(self.shouted, (offset, len(self.shadow.text))) - 1
        return index >= 0 and self.shouted[index][1] > offset


def _leave_out(value: object, chain: Callable[[object], Any] | None = None) -> Any:
    """Leave the state out when spaCy writes a `Doc` as bytes, as `nlp.pipe` does with ``n_process``."""
    if isinstance(value, State | Shadow):
        return None
    return value if chain is None else chain(value)


msgpack_encoders.register("glane", func=_leave_out)


def state_of(doc: Doc) -> State:
    """Return the state of a document.

    Raises:
        ValueError: `glane_layout`, which makes it, has not run.
    """
    state = doc.user_data.get(KEY)
    if state is None:
        msg = "the component 'glane_layout' must come before the other components of glane"
        raise ValueError(msg)
    return cast("State", state)


@dataclass(frozen=True, slots=True)
class Resources:
    """Rules with what is built from them."""

    rules: Rules
    knowledge: KnowledgeBase
    lexicon: NameLexicon
    namesakes: Namesakes
    regions: NameTrie[EntityRow]
    own_names: OwnNames
    subtypes: Subtypes
    dictionary: Dictionary


@contextlib.contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the garbage collector from looking again and again through the rules while they are built, none of them garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@lru_cache(maxsize=8)
@_without_collection()
def _resources(packs: tuple[Path, ...], _places: tuple[Path, ...], _version: str) -> Resources:
    # A pack that was changed, or the same words for another folder, is another key of the cache.
    rules = load_rules(packs)
    try:
        compile_patterns(rules.dates)
    except PatternError as error:
        path, line = find_row([builtin_folder(), *packs], PATTERNS, error.rule)
        raise RuleError(path, line, str(error)) from error
    lexicon = NameLexicon(rules.heads, rules.words, rules.countries, rules.acronyms.stops)
    knowledge = KnowledgeBase(
        rules.entities, rules.countries, rules.cautions, lexicon.words("definite"), lexicon.words("of")
    )
    states = {caution.entity for caution in rules.cautions if caution.reason == "states"}
    namesakes = Namesakes(rules.entities, rules.countries, states, lexicon)
    own_names = read_own_names(rules.entities, rules.cautions, lexicon)
    subtypes = Subtypes(rules.telling, rules.heads, lexicon, knowledge, namesakes.has_country)
    regions = read_regions(rules.entities, lexicon)
    return Resources(rules, knowledge, lexicon, namesakes, regions, own_names, subtypes, Dictionary(rules))


def resources_for(packs: list[str]) -> Resources:
    """Load the rules with the user's packs over them; components with the same packs share them."""
    folders = tuple(Path(pack) for pack in packs)
    return _resources(folders, tuple(folder.resolve() for folder in folders), rules_version(folders))
