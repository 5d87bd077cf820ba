"""Short forms of what a document names, without a bracket that says so: initials, the first word, other capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.acronyms.pairs import Definition
from glane.text.candidate import EVIDENCE, NAMED, Candidate
from glane.text.forms import fold
from glane.text.names.context import is_titled
from glane.text.split import split_forms
from glane.text.words import beginning_at, ending_at, find_capitals, find_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from glane.rules.knowledge import EntityRow
    from glane.text.names.lexicon import NameLexicon
    from glane.text.words import Word

_RULE = "document:initials"
_MINISTRY = "ministry"
_SHORTEST = 3
_SHORTEST_KNOWN = 4
"""Letters of an acronym of the knowledge base that the initials of another name make another body's."""
_SHORTEST_OWN = 4
"""Letters of the first word of a company's name that stands for all of it."""
_SHORTEST_READ = 6
"""Letters of an acronym that is read as a word, so that it may stand with one capital: «Socodevi»."""
_BEFORE_TITLE = frozenset("-:<")
"""Before the other part of a name, or the title of a book in another language."""
_PROPER = "PROPN"
_TAILED, _FORMED = "company:tail", "company:form"


def find_initials(
    text: str,
    words: Sequence[Word],
    found: Iterable[Candidate],
    defined: Collection[str],
    known: Mapping[str, Sequence[EntityRow]],
    lexicon: NameLexicon,
) -> list[Definition]:
    """Find acronyms that are the initials of one name of the document, and of nothing else that it speaks of.

    «Alliance pour une constituante citoyenne du Québec» … «l'ACCQ». An acronym of the knowledge base is so only where
    the document names neither its body in full nor the body that this one belongs to.

    Args:
        text: the shadow text.
        words: of the document.
        found: candidates so far.
        defined: acronyms that the document defines.
        known: entities of the knowledge base by their acronyms.
        lexicon: classes of words.

    Returns:
        Definitions, whose short form is the first place of the acronym.
    """
    uses = _find_uses(words, defined, lexicon)
    if not uses:
        return []
    names: dict[str, dict[str, Candidate]] = {}
    named: dict[str, set[str]] = {}
    for candidate in found:
        surface = text[candidate.start : candidate.end]
        for row in candidate.entities:
            named.setdefault(row.id, set()).add(surface)
        if candidate.kind not in NAMED or surface in uses:
            continue
        for letters in _initials(words, candidate, lexicon):
            if letters in uses:
                names.setdefault(letters, {}).setdefault(fold(surface), candidate)
    definitions: list[Definition] = []
    for short, several in names.items():
        if len(several) > 1 or not _is_free(short, next(iter(several.values())), known.get(short, ()), named):
            continue
        (name,) = several.values()
        use = words[uses[short]]
        long = text[name.start : name.end]
        definitions.append(Definition(use.start, use.end, name.start, name.end, short, long, _RULE))
    return definitions


def _find_uses(words: Sequence[Word], defined: Collection[str], lexicon: NameLexicon) -> dict[str, int]:
    """Acronyms that nothing explains and that have an article somewhere, with the index of their first place."""
    first: dict[str, int] = {}
    articled: set[str] = set()
    for index in find_capitals(words):
        short = words[index].text
        if len(short) < _SHORTEST or not (short.isupper() and short.isalpha()):
            continue
        if short in defined or short in lexicon.stops or words[index].lower in lexicon.words("acronym_head"):
            continue
        first.setdefault(short, index)
        article = words[index - 1].text if index else ""
        if article.lower() in lexicon.words("one_definite") and not article[1:].isupper():
            articled.add(short)
    return {short: index for short, index in first.items() if short in articled}


def _initials(words: Sequence[Word], candidate: Candidate, lexicon: NameLexicon) -> Iterator[str]:
    """The initials of a name's words but for function words, hyphenated ones as one word and as several."""
    first, last = beginning_at(words, candidate.start), ending_at(words, candidate.end)
    if first is None or last is None:
        return
    if not words[first].is_capitalised and candidate.subtype != _MINISTRY:  # «le ministère des finances et du budget»
        return
    inside = words[first : last + 1]
    if any(word.is_number or not (word.is_word or word.text == "-") for word in inside):
        return
    content = [word for word in inside if word.is_word and not lexicon.is_function(word.lower)]
    yield "".join(word.folded[0] for word in content).upper()
    parts = [part for word in content for part in word.parts if part[0].isalpha()]
    if len(parts) > len(content):
        yield "".join(part[0] for part in parts).upper()


def _is_free(short: str, name: Candidate, rows: Sequence[EntityRow], named: Mapping[str, Collection[str]]) -> bool:
    """Whether an acronym is nobody's, or that of a body that the document does not speak of."""
    if not rows:
        return True
    if len(short) < _SHORTEST_KNOWN or any(row in name.entities for row in rows):
        return False
    spoken_of = {row.id for row in rows} | {row.parent or "" for row in rows}
    return all(surface == short for name in spoken_of for surface in named.get(name, ()))


def find_shortened(
    text: str, words: Sequence[Word], found: Sequence[Candidate], lexicon: NameLexicon
) -> Iterator[Candidate]:
    """Find a company's name without its legal form, or its first word alone, and acronyms that are read as words: «Socodevi».

    Args:
        text: the shadow text.
        words: of the document.
        found: candidates so far.
        lexicon: classes of words.

    Yields:
        Candidates that are the same entity as the name.
    """
    models: dict[str, tuple[Candidate, list[str]]] = {}
    for candidate in found:
        short = _shorten(text[candidate.start : candidate.end], candidate, lexicon)
        if short:
            parts = [form.text for form in split_forms(short)]
            models.setdefault(parts[0], (candidate, parts))
    own = {
        first for first, (model, parts) in models.items() if model.rule == _FORMED and _is_own(first, parts, lexicon)
    }
    taken = {candidate.start for candidate in found if candidate.kind in NAMED} if models else set()
    products = _find_products(words, models, lexicon)
    for index in find_texts(words, models):
        model, parts = models[words[index].text]
        last = index + len(parts) - 1
        same = [word.text for word in words[index : last + 1]] == parts
        if not same and words[index].text in own and words[index].pos == _PROPER:
            last, same = index, not _is_at_place(words, index, lexicon)
        if words[index].start in taken or not same or _is_of_other(words, index, last, lexicon):
            continue
        if model.rule == _TAILED and words[index].text in products:
            continue
        name = text[model.start : model.end]
        yield Candidate(
            words[index].start,
            words[last].end,
            model.kind,
            "document:short",
            tier=EVIDENCE,
            subtype=model.subtype,
            entities=model.entities,
            key=model.key or fold(name),
            name=name,
        )


def _is_own(first: str, parts: Sequence[str], lexicon: NameLexicon) -> bool:
    """Whether the first word of a company's name may stand for all of it: «Velmora» for «Velmora Services SA»."""
    return len(parts) > 1 and len(first) >= _SHORTEST_OWN and _is_telling(first, lexicon)


def _is_at_place(words: Sequence[Word], index: int, lexicon: NameLexicon) -> bool:
    """Whether a preposition of places or an article stands before a word: «à Velmora», «la Velmora»."""
    before = words[index - 1].lower if index else ""
    return any(before in lexicon.words(name) for name in ("to_alone", "in", "article"))


def _find_products(words: Sequence[Word], shorts: Iterable[str], lexicon: NameLexicon) -> frozenset[str]:
    """The words that a noun for a thing stands right before, once at least: «le portail Velmarine»."""
    before = lexicon.words("thing") | lexicon.words("licensed_thing")
    places = find_texts(words, shorts)
    return frozenset(words[index].text for index in places if index and words[index - 1].lower in before)


def _shorten(name: str, candidate: Candidate, lexicon: NameLexicon) -> str:
    """The short form of a name, empty for none."""
    if candidate.kind != "organisation":
        return ""
    if name.isalpha() and name.isupper():
        long = len(name) >= _SHORTEST_READ and not lexicon.is_head(fold(name))
        return name.capitalize() if long else ""
    first, _, rest = name.partition(" ")
    if candidate.rule == _FORMED:
        short = name.rpartition(" ")[0].rstrip(" ,")
        if " " in short:
            return short
    elif candidate.rule != _TAILED or not rest:
        return ""
    return first if _is_telling(first, lexicon) else ""


def _is_telling(first: str, lexicon: NameLexicon) -> bool:
    """Whether the first word of a company's name may stand for it: no head, place or given name."""
    if len(first) < _SHORTEST or not first[0].isupper():
        return False
    folded = fold(first)
    common = lexicon.is_head(folded) or lexicon.is_function(first.lower()) or folded in lexicon.country_adjectives
    placed = any(
        first.lower() in lexicon.words(name)
        for name in ("place", "known_city", "first_name", "direction", "foreign_adjective")
    )
    return not (common or placed)


def _is_of_other(words: Sequence[Word], index: int, last: int, lexicon: NameLexicon) -> bool:
    """Whether a short form is part of another name, or a person's: a capitalised word beside it, or a title before."""
    before = words[index - 1] if index else None
    after = words[last + 1] if last + 1 < len(words) else None
    if before is not None and (before.text in _BEFORE_TITLE or before.lower in lexicon.words("foreign_only")):
        return True
    if is_titled(words, index, lexicon):
        return True
    if before is not None and before.is_word and before.is_capitalised and not lexicon.is_function(before.lower):
        return True
    if after is None:
        return False
    foreign = after.lower in lexicon.words("foreign_only")
    return after.text == "-" or foreign or (after.is_word and after.is_capitalised)
