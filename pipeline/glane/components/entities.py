"""`glane_entities`: one entity for all mentions of a thing; writes the result into the `Doc`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.util import filter_spans

from glane.components.annotator import Annotator
from glane.components.state import Mention, Resources, State, resources_for, state_of
from glane.text.candidate import KNOWN
from glane.text.entities import resolve
from glane.text.forms import fold
from glane.text.names.derived.grouped import find_groups
from glane.text.names.derived.owned import tell_apart
from glane.text.names.derived.stripped import find_stripped
from glane.text.names.used.reporters import is_reporter
from glane.text.split import split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from glane.text.candidate import Candidate
    from glane.text.entities import Entity
    from glane.text.words import Word

_NAMESAKE = "namesake:known"
"""Rule of a name without a head noun that the knowledge base has for another body."""
_ORGANISATION = "organisation"
_VAGUE = frozenset({None, "other"})
"""Subtypes that say nothing of a body."""
SPANS_KEY = "glane"
"""Name of the span group that holds the mentions."""


class Entities(Annotator):
    """Gives mentions their entities, and the `Doc` its span group and entities."""

    def __init__(self, resources: Resources) -> None:
        """Take the knowledge base."""
        self._knowledge = resources.knowledge
        self._lexicon = resources.lexicon
        self._namesakes = resources.namesakes
        self._own_names = resources.own_names
        self._subtypes = resources.subtypes

    def annotate(self, state: State) -> None:
        """Resolve the mentions."""
        candidates = [mention.candidate for mention in state.mentions]
        stripped = find_stripped(state.words, candidates, state.candidates, self._own_names, self._lexicon)
        rows = {(candidate.start, candidate.end): row for candidate, row in stripped}
        rows |= dict(find_groups(state.words, candidates, state.candidates, self._lexicon))
        known = [c._replace(entities=(rows[c.start, c.end],)) if (c.start, c.end) in rows else c for c in candidates]
        known = [self._with_own_subtype(candidate, state.words) for candidate in known]
        links = self._lexicon.words("of") | self._lexicon.words("article")
        entities = resolve(
            state.shadow.text,
            tell_apart(state.shadow.text, known, links),
            state.established,
            self._knowledge,
            lambda name: self._lexicon.head_at(split_words(name), 0) is not None,
            state.unknown,
            lambda name, other: self._namesakes.base(name) == self._namesakes.base(other),
        )
        entities = self._with_subtypes(known, entities)
        state.mentions = [
            Mention(candidate if entity is None else self._with_own_rule(candidate, entity, state), entity)
            for candidate, entity in zip(candidates, entities, strict=True)
        ]

    def _with_own_subtype(self, candidate: Candidate, words: Sequence[Word]) -> Candidate:
        """Take from an acronym the subtype of the known body that it does not stand for here; make media of who reports."""
        if is_reporter(words, candidate, self._lexicon):
            return candidate._replace(subtype="media")
        if candidate.entities or not candidate.is_known or candidate.kind != _ORGANISATION:
            return candidate
        row = self._knowledge.by_id.get(candidate.rule.removeprefix(KNOWN))
        meant_otherwise = row is not None and fold(candidate.name) in map(fold, row.acronyms)
        return candidate._replace(subtype=None) if meant_otherwise else candidate

    def _with_subtypes(self, candidates: Sequence[Candidate], entities: Sequence[Entity | None]) -> list[Entity | None]:
        """Give the organisations that the knowledge base does not have the subtypes that their names tell."""
        told: dict[str, str | None] = {}
        for candidate, entity in zip(candidates, entities, strict=True):
            if entity is None or entity.kind != _ORGANISATION or entity.id in self._knowledge.by_id:
                continue
            if entity.id not in told or (candidate.subtype == entity.subtype and told[entity.id] in _VAGUE):
                told[entity.id] = self._subtypes.told(entity.name, candidate.rule, entity.subtype)
        return [one if one is None or one.id not in told else one._replace(subtype=told[one.id]) for one in entities]

    def _with_own_rule(self, candidate: Candidate, entity: Entity, state: State) -> Candidate:
        """Name no row of the knowledge base as the rule of a mention that is another entity: a ministry of another state."""
        if not candidate.is_known or candidate.rule == KNOWN + entity.id:
            return candidate
        if entity.id in self._knowledge.by_id:
            return candidate._replace(rule=KNOWN + entity.id)
        head = self._lexicon.head_at(split_words(state.shadow.text[candidate.start : candidate.end]), 0)
        return candidate._replace(rule=_NAMESAKE if head is None else head[1].id)

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the mentions; set ``doc.spans["glane"]`` and ``doc.ents``."""
        state = state_of(doc)
        self.annotate(state)
        spans = [
            span
            for mention in state.mentions
            if (
                span := doc.char_span(
                    *state.shadow.with_gaps(mention.candidate.start, mention.candidate.end),
                    label=mention.candidate.kind,
                    kb_id=mention.entity.id if mention.entity else "",
                    alignment_mode="expand",
                )
            )
        ]
        doc.spans[SPANS_KEY] = spans
        doc.ents = filter_spans(spans)
        return doc


@Language.factory("glane_entities", default_config={"packs": []})
def make_entities(nlp: Language, name: str, packs: list[str]) -> Entities:  # noqa: ARG001
    """Make the component; for the arguments see `glane.components.layout.make_layout`."""
    return Entities(resources_for(packs))
