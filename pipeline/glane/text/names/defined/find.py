"""What a defined acronym stands for: an organisation, a programme, or nothing that we record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from glane.text.candidate import NAMED
from glane.text.forms import fold
from glane.text.names.defined.acting import acts_as_body
from glane.text.names.defined.clauses import goes_on_to, is_clause, is_sign_of_other, second_body
from glane.text.names.defined.closings import owners_by_end, without_owner
from glane.text.names.defined.established import Established
from glane.text.names.defined.foreign import from_foreign, has_legal_form, is_foreign_form
from glane.text.names.defined.long_forms import at_known, words_between
from glane.text.names.defined.openings import around_body, complete
from glane.text.names.defined.terms import is_meeting, opens_term
from glane.text.names.defined.undertakings import (
    around_quotation,
    behind_head,
    called_body,
    set_against,
    undertakings_by_title,
)
from glane.text.names.foreign import is_foreign_thing
from glane.text.names.standing.meetings import assembly_of
from glane.text.names.standing.offices import office_of
from glane.text.words import beginning_at, first_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from glane.rules.knowledge import EntityRow
    from glane.rules.names import HeadRow
    from glane.text.acronyms.find import Definition
    from glane.text.candidate import Candidate
    from glane.text.knowledge import KnowledgeBase
    from glane.text.names.find import NameMatch
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word


class _Text(NamedTuple):
    """A text, and what was found in it.

    Attributes:
        words: of the text.
        lexicon: heads and classes of words.
        knowledge: the knowledge base.
        bound: the entities of pairs of short and long form that are settled.
        by_start: the candidates by the offsets where they begin.
        known: those of them that the knowledge base has.
        by_end: for each offset where a name ends, where the longest one begins.
        undertakings: those by the offsets where they end.
        titled: see `undertakings_by_title`.
        owners: see `owners_by_end`.
    """

    words: Sequence[Word]
    lexicon: NameLexicon
    knowledge: KnowledgeBase
    bound: Mapping[tuple[str, str], EntityRow | None]
    by_start: Mapping[int, Candidate]
    known: Mapping[int, Candidate]
    by_end: Mapping[int, int]
    undertakings: Mapping[int, Candidate]
    titled: Mapping[int, Candidate]
    owners: Mapping[int, int]


def classify_definitions(
    definitions: Sequence[Definition],
    words: Sequence[Word],
    lexicon: NameLexicon,
    knowledge: KnowledgeBase,
    found: Sequence[Candidate],
    matches: Sequence[NameMatch],
    stops: AbstractSet[str],
    bound: Mapping[tuple[str, str], EntityRow | None],
) -> list[Established]:
    """Give each definition its kind; leave out those that name nothing we record.

    The knowledge base tells, else the head noun of the long form, else a foreign word for a body or an undertaking in
    it, else a candidate that begins where the long form does.

    Args:
        definitions: of the document.
        words: of the document.
        lexicon: heads and classes of words.
        knowledge: the knowledge base.
        found: candidates found so far.
        matches: what the grammar found, names or not.
        stops: capitals that are seldom names: they need a long form that a capitalised head noun opens.
        bound: the entities of pairs of short and long form that are settled, ``None`` where the knowledge base has none.

    Returns:
        The definitions that name an organisation or a programme.
    """
    if not definitions:
        return []
    text = _read(words, lexicon, knowledge, found, matches, bound)
    established: list[Established] = []
    for given in definitions:
        item = _classify(given, text, listed=given.short in stops)
        if item is not None and (given.short[0].isupper() or item.kind == "programme" or not given.alias):
            established.append(called_body(set_against(item, text.undertakings, words), words, lexicon))
    return established


def _read(
    words: Sequence[Word],
    lexicon: NameLexicon,
    knowledge: KnowledgeBase,
    found: Sequence[Candidate],
    matches: Sequence[NameMatch],
    bound: Mapping[tuple[str, str], EntityRow | None],
) -> _Text:
    """Put what was found where definitions look it up."""
    return _Text(
        words,
        lexicon,
        knowledge,
        bound,
        by_start={candidate.start: candidate for candidate in found},
        known={candidate.start: candidate for candidate in found if candidate.is_known},
        by_end=_longest_by_end(found, matches, words),
        undertakings={candidate.end: candidate for candidate in found if candidate.kind == "programme"},
        titled=undertakings_by_title(found, words, lexicon),
        owners=owners_by_end(found),
    )


def _classify(given: Definition, text: _Text, *, listed: bool) -> Established | None:
    """Give a definition its kind; ``None`` where it names nothing that we record."""
    words, lexicon = text.words, text.lexicon
    definition = _with_own_edges(given, text, listed=listed)
    if definition is None:
        return None
    first = beginning_at(words, definition.long_start)
    inside = [] if first is None else words_between(words, first, definition.long_end)
    if listed and not (inside and inside[0].is_capitalised and lexicon.is_head(inside[0].folded)):
        return None
    noun = None if first is None else _noun_at(words, first, definition, lexicon)
    opened = None if noun is None else lexicon.head_at(words, noun)
    head = None if noun is None or opened is None else _head_of(words, noun, opened[1], definition, lexicon)
    known, begun = text.known.get(definition.long_start), text.by_start.get(definition.long_start)
    named = _is_named(begun, known, definition)
    if noun is not None and head is not None and opens_term(words, noun, head, definition, lexicon, named=named):
        return None
    if known is None and is_foreign_thing(inside, lexicon):
        return None
    if is_clause(inside, definition, lexicon) or goes_on_to(known, definition, words, lexicon):
        return None
    return (
        _from_knowledge(given, definition, text)
        or around_quotation(definition, text.undertakings, words)
        or behind_head(definition, text.titled, words)
        or (Established(definition, head.kind, head.subtype) if head is not None else None)
        or from_foreign(definition, inside, lexicon)
        or _from_begun(definition, begun)
        or _from_signs(definition, inside, words, lexicon)
    )


def _with_own_edges(given: Definition, text: _Text, *, listed: bool) -> Definition | None:
    """Give a definition with the edges of its name, without whose it is; ``None`` for a sign of something else."""
    names = text.knowledge.by_name
    # «une mission de l'[Association internationale de développement] (IDA)»
    sure = fold(given.long) in names
    definition = _edges_of(given, text.words, text.by_end, text.known, text.lexicon, listed=listed or sure)
    if definition is None:
        return None
    row = names.get(fold(definition.long))
    if is_sign_of_other(definition, row):
        return None
    if row is not None:
        return definition
    definition = at_known(definition, text.words, text.known)
    begun = text.by_start.get(definition.long_start)
    return without_owner(definition, text.words, begun, text.owners, text.lexicon)


def _from_begun(definition: Definition, begun: Candidate | None) -> Established | None:
    """What a long form is by the candidate that begins where it does."""
    if begun is None or begun.kind not in NAMED:
        return None
    return Established(definition, begun.kind, begun.subtype)


def _from_signs(
    definition: Definition, inside: Sequence[Word], words: Sequence[Word], lexicon: NameLexicon
) -> Established | None:
    """A body by its foreign words, by the form of a company, or by what it does."""
    is_body = (
        is_foreign_form(inside, lexicon)
        or has_legal_form(definition, words, lexicon)
        or acts_as_body(definition, words, lexicon)
    )
    return Established(definition, "organisation", None) if is_body else None


def _noun_at(words: Sequence[Word], first: int, definition: Definition, lexicon: NameLexicon) -> int:
    """Index of the noun that opens a long form: behind the adjective that an undertaking's acronym has a letter of.

    «nouveau programme de digues (NPD)».
    """
    numbered = words[first].lower in lexicon.words("numbering") and words[first].folded[0] == fold(definition.short[0])
    head = lexicon.head_at(words, first + 1) if numbered and first + 1 < len(words) else None
    return first + 1 if head is not None and head[1].kind == "programme" else first


def _edges_of(
    given: Definition,
    words: Sequence[Word],
    by_end: Mapping[int, int],
    known: Mapping[int, Candidate],
    lexicon: NameLexicon,
    *,
    listed: bool,
) -> Definition | None:
    """Give the definition with the left edge of its name, ``None`` where its long form is a body and where it acts, or a kind."""
    if given.long.lower() in lexicon.words("category_name"):
        return None  # «une Organisation Non Gouvernementale (ONG)»
    definition = given if listed else complete(second_body(given, words, lexicon), words, by_end, lexicon)
    if not _is_placed(known.get(definition.long_start), definition, words, lexicon):
        return definition
    wider = definition.long_start > given.long_start
    return given if wider else around_body(definition, words, by_end, lexicon)


def _is_named(begun: Candidate | None, known: Candidate | None, definition: Definition) -> bool:
    """Whether a long form is a body's name, or goes on from that of a known undertaking, with other letters.

    «initiatives d'excellence en formations innovantes (IDEFI)».
    """
    if begun is not None and begun.kind == "organisation" and begun.end == definition.long_end:
        return True
    longer = known is not None and known.kind == "programme" and known.end < definition.long_end
    return longer and not definition.rule.endswith(("order", "bracket-head"))


def _is_placed(known: Candidate | None, definition: Definition, words: Sequence[Word], lexicon: NameLexicon) -> bool:
    """Whether a long form is a known body with where it acts, in any order: «(la mission de) l'Union européenne en Géorgie»."""
    if known is None or known.end >= definition.long_end or not definition.rule.endswith("order"):
        return False
    after = beginning_at(words, known.end + 1)
    return known.kind == "organisation" and after is not None and words[after].lower in lexicon.words("in")


def _head_of(words: Sequence[Word], first: int, head: HeadRow, definition: Definition, lexicon: NameLexicon) -> HeadRow:
    """The row of the head of a long form: that of a body where it is an assembly or an office."""
    end = first_from(words, definition.long_end)
    office = office_of(words, first, end, head, lexicon)
    if office is not None:
        return office
    body = assembly_of(words, first, head, lexicon)
    return head if body is None or is_meeting(words, first, definition, lexicon) else body


def _longest_by_end(found: Iterable[Candidate], matches: Iterable[NameMatch], words: Sequence[Word]) -> dict[int, int]:
    """For each offset at which a name ends, where the longest one begins; names that lack a capital count too."""
    starts: dict[int, int] = {}
    spans = [(candidate.start, candidate.end) for candidate in found]
    spans += [
        (words[m.first].start, words[m.end - 1].end)
        for m in matches
        if m.strength == "name" or (m.strength == "weak" and m.head.lower not in {"never", "apposed"})
    ]
    for start, end in spans:
        starts[end] = min(start, starts.get(end, start))
    return starts


def _from_knowledge(given: Definition, definition: Definition, text: _Text) -> Established | None:
    pair = given.short, given.long
    row = text.bound[pair] if pair in text.bound else text.knowledge.by_name.get(fold(definition.long))
    if row is None:
        return None
    return Established(definition, row.kind, row.subtype, (row,))
