"""Where an institutional name ends: the phrase behind a head noun, read word by word.

A name is a head («Conseil»), adjectives and names set against it («CROSS Étel»), and complements («de sécurité», «pour la
paix»), joined by commas and «et» where the parts are alike. It ends at a finite verb, a relative, a bracket, a line end, a
date, or a complement that says whose body it is rather than which («de l'OTAN», «du Mali» behind a full name).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from glane.text.words import PARTICIPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from glane.rules.names import HeadRow
    from glane.text.name_lexicon import NameLexicon
    from glane.text.words import Word

MAX_WORDS = 40
"""No name is longer: this bounds the work at each head."""

_NOT_NOUN = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "ADV"})
_QUOTES = {"«": "»", "“": "”", '"': '"'}
_DASHES = frozenset("-–")
_THIRD_PERSON = ("e", "ent")
_STOPS = frozenset(".;!?:\n")
_PLURAL = ("s", "x")
_STATE = frozenset({"ministry", "government", "parliament", "court", "armed-force", "police"})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a run of words before the grammar looks: a name of the knowledge base, or a blocker.

    Attributes:
        end: index behind its last word.
        kind: ``organisation``, ``programme``, ``country`` or ``blocked`` (a date, a person).
    """

    end: int
    kind: str


@dataclass(slots=True)
class Phrase:
    """The phrase behind a head, as far as it belongs to the name.

    Attributes:
        end: index behind its last word.
        capital: the head is capitalised.
        proper: it holds a capitalised word of its own.
        named: the capitalised word, acronym or quoted name stands right behind the head.
        level: it holds an adjective of level.
        state: it holds a country's adjective or name.
        portfolio: its first complement is a portfolio.
        adjectives: how many adjectives stand right behind the head.
        complements: how many complements it has.
        has_attribute: an adjective or a name stands right behind the head.
        local: its second complement may be the place that names it («cour d'appel de Lyon»).
        ended: it ends with a country, behind which only a topic may follow.
        links: the classes of links that opened them.
    """

    end: int
    capital: bool = False
    proper: bool = False
    named: bool = False
    level: bool = False
    state: bool = False
    portfolio: bool = False
    adjectives: int = 0
    complements: int = 0
    has_attribute: bool = False
    local: bool = False
    ended: bool = False
    links: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Nominal:
    end: int
    proper: bool
    kind: str
    state: bool = False
    lead: str = ""
    determiner: str = ""
    length: int = 1
    determined: bool = False
    on: bool = False


class PhraseReader:
    """Reads the phrases behind heads in one text."""

    def __init__(self, words: Sequence[Word], lexicon: NameLexicon, known: Mapping[int, Known]) -> None:
        """Read over ``words``; ``known`` gives, by index of the first word, what is known there."""
        self._words = words
        self._lexicon = lexicon
        self._known = known

    def read(self, begin: int, head: HeadRow, *, capital: bool) -> Phrase:
        """Read the phrase that begins at word ``begin``, behind the head.

        Args:
            begin: index of the word behind the head.
            head: the head's row.
            capital: whether the head is capitalised.

        Returns:
            The phrase; its ``end`` is ``begin`` where nothing belongs to the name.
        """
        phrase = Phrase(end=begin, capital=capital, local=head.subtype in {"court", "council", "school", "centre"})
        limit = min(len(self._words), begin + MAX_WORDS)
        self._read_attributes(phrase, head, limit)
        phrase.has_attribute = phrase.end > begin
        while phrase.end < limit and self._read_complement(phrase, head, limit):
            pass
        return phrase

    # -- adjectives and appositions -------------------------------------------------------------------------

    def _read_attributes(self, phrase: Phrase, head: HeadRow, limit: int) -> None:
        """Read what stands right behind the head: adjectives, then a name set against it."""
        named = head.kind == "programme" and not phrase.capital and self._is_capitalised(phrase.end, limit)
        if not named:
            phrase.end = self._read_adjectives(phrase, phrase.end, limit, participles=False)
        position = phrase.end
        if position >= limit:
            return
        word = self._words[position]
        if word.text in _QUOTES and (closing := self._find_closing(position, limit)):
            phrase.end, phrase.proper, phrase.named = closing, True, True
            return
        if head.kind == "programme" and phrase.capital and word.is_number and position == phrase.end:
            phrase.end, phrase.proper, phrase.named = position + 1, True, True  # «Agenda 2063»
            return
        if not self._may_be_set_against(phrase, head, position, limit):
            return
        run = self._read_run(position, limit)
        if run > position:
            phrase.end, phrase.proper, phrase.named = run, True, True
            phrase.end = self._read_adjectives(phrase, phrase.end, limit)
            if phrase.end < limit and self._words[phrase.end].is_number and head.kind == "programme":
                phrase.end += 1
            if phrase.end < limit and self._words[phrase.end].text in _QUOTES:
                phrase.end = self._find_closing(phrase.end, limit) or phrase.end

    def _is_capitalised(self, position: int, limit: int) -> bool:
        return position < limit and self._words[position].is_word and self._words[position].is_capitalised

    def read_listed(self, begin: int) -> list[tuple[int, int]]:
        """Read the names that a plural head announces: «opérations X, Y et Z», «défis (X et Y)».

        Args:
            begin: index of the word behind the head.

        Returns:
            First and end index of each name; none where fewer than two names follow.
        """
        limit = min(len(self._words), begin + MAX_WORDS)
        position = begin + 1 if begin < limit and self._words[begin].text == "(" else begin
        names: list[tuple[int, int]] = []
        while position < limit:
            end = self._read_run(position, limit)
            if end == position:
                break
            names.append((position, end))
            position = end
            if position < limit and (self._words[position].text == "," or self._in(position, "and")):
                position += 1
            else:
                break
        return names if len(names) > 1 else []

    def _may_be_set_against(self, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
        """Whether a known name right behind a head can be part of its name, rather than a thing of its own."""
        known = self._known.get(position)
        if known is None:
            return True
        if known.kind == "country":
            following = self._words[known.end] if known.end < limit else None
            opens_name = following is not None and (following.is_capitalised or following.is_number)
            return phrase.capital or (head.kind == "programme" and opens_name)
        return known.kind != "organisation" or phrase.capital or head.kind == "programme"

    def _read_adjectives(self, phrase: Phrase, position: int, limit: int, *, participles: bool = True) -> int:
        """Read adjectives, «et» between two of them included; note level and country on the way.

        A participle right behind a head is no part of the name («la Commission saisie au fond»).
        """
        while position < limit and self._is_adjective(position):
            if self._words[position].pos == PARTICIPLE and not (participles and self._modifies(position, limit)):
                break
            self._note_adjective(phrase, position)
            position += 1
            nxt = position + 1
            joined = nxt < limit and self._in(position, "and") and self._is_adjective(nxt)
            if joined and not (self._words[nxt].is_capitalised and self._lexicon.is_head(self._words[nxt].folded)):
                self._note_adjective(phrase, nxt)
                position += 2
        return position

    def _modifies(self, position: int, limit: int) -> bool:
        """Whether a participle belongs to the noun before it, in number, and governs no complement as a verb does.

        «forces armées», but not «publiée au Journal officiel», «dirigée par l'OTAN», «des guides devenue trop petite».
        """
        if position + 1 < limit and self._in(position + 1, "verbal"):
            return False
        noun, participle = self._words[position - 1].lower, self._words[position].lower
        return noun.endswith(_PLURAL) == participle.endswith(_PLURAL)

    def _note_adjective(self, phrase: Phrase, position: int) -> None:
        word = self._words[position]
        phrase.adjectives += 1
        if self._in(position, "level"):
            phrase.level = True
        if word.folded in self._lexicon.country_adjectives:
            phrase.state = True
        if word.is_capitalised:
            phrase.proper = True

    def _is_adjective(self, position: int) -> bool:
        word = self._words[position]
        if not word.is_word or word.is_acronym or position in self._known:
            return False
        if self._in(position, "level") or self._in(position, "region_adjective"):
            return True
        if word.folded in self._lexicon.country_adjectives:
            return True
        if self._lexicon.is_function(word.lower):
            return False
        if word.pos in {"ADJ", PARTICIPLE}:
            if word.is_capitalised:
                return self._looks_adjective(word)
            return self._lexicon.is_tagged_adjective(word.lower) or not self._is_verb(position)
        # A noun right behind a noun is an adjective that the tagger took for one («forces armées»).
        return word.pos not in _NOT_NOUN and self._looks_adjective(word)

    def _is_verb(self, position: int) -> bool:
        """Whether what the tagger takes for an adjective is the sentence's only verb: «L'Institut recrute des agents».

        A verb in the third person ends in «-e» or «-ent», and an object, a complement or a full stop follows it.
        """
        word = self._words[position]
        if not word.lower.endswith(_THIRD_PERSON) or position + 1 >= len(self._words):
            return False
        after = self._words[position + 1]
        follows = after.text in _STOPS or self._lexicon.is_function(after.lower)
        return follows and not any(other.pos in {"VERB", "AUX"} for other in self._sentence(position))

    def _sentence(self, position: int) -> Iterator[Word]:
        """The other words of a word's sentence, as far as they are near."""
        for step in (-1, 1):
            for index in range(position + step, position + step * MAX_WORDS, step):
                if not 0 <= index < len(self._words) or self._words[index].text in _STOPS:
                    break
                yield self._words[index]

    def _looks_adjective(self, word: Word) -> bool:
        return self._lexicon.has_adjective_ending(word.lower)

    def _read_run(self, position: int, limit: int) -> int:
        """Read a run of capitalised words and acronyms («Resolute Support», «OTAN-Géorgie»)."""
        end = position
        while end < limit:
            word = self._words[end]
            known = self._known.get(end)
            if known and known.kind == "blocked":
                break
            joins = word.text in _DASHES or word.text == "&"
            if joins and end > position and end + 1 < limit and self._touches(end):
                if not (self._words[end + 1].is_capitalised or self._words[end + 1].is_number):
                    break
                end += 2
                continue
            if not (word.is_word and word.is_capitalised and len(word.text) > 1) or self._in(end, "title"):
                break
            if end > position and self._opens_name(end, limit):
                break
            end += 1
        return end

    def _opens_name(self, position: int, limit: int) -> bool:
        """Whether a head noun with a complement of its own stands here: another name than the one before it."""
        word = self._words[position]
        if word.is_acronym or not self._lexicon.is_head(word.folded) or position + 1 >= limit:
            return False
        return self._in(position + 1, "of") or self._in(position + 1, "level")

    def _touches(self, position: int) -> bool:
        """Whether a dash stands between two words without blanks."""
        before, dash, after = self._words[position - 1], self._words[position], self._words[position + 1]
        return before.end == dash.start and dash.end == after.start

    def _find_closing(self, position: int, limit: int) -> int:
        """Index behind the closing quotation mark, 0 where there is none within a few words."""
        closing = _QUOTES[self._words[position].text]
        for end in range(position + 1, min(limit, position + 14)):
            if self._words[end].text == closing:
                return end + 1 if end > position + 1 else 0
            if self._words[end].text == "\n":
                return 0
        return 0

    # -- complements ----------------------------------------------------------------------------------------

    def _read_complement(self, phrase: Phrase, head: HeadRow, limit: int) -> bool:
        """Read one complement with the parts joined to it; say whether there was one."""
        link, start = self._read_link(phrase.end, limit)
        if not link:
            return False
        nominal = self._read_nominal(start, limit)
        if nominal is None:
            return False
        nominal = replace(
            nominal,
            length=nominal.end - start,
            determined=bool(nominal.determiner) or not self._in(start - 1, "to_alone"),
            on=self._in(start - 1, "on"),
        )
        if not self._belongs(phrase, head, link, nominal):
            return False
        self._note_nominal(phrase, link, nominal, start)
        phrase.end = nominal.end
        quotable = head.kind == "programme" or phrase.capital
        if quotable and phrase.end < limit and self._words[phrase.end].text in _QUOTES:
            closing = self._find_closing(phrase.end, limit)
            if closing:
                phrase.end, phrase.proper, phrase.named = closing, True, True
        phrase.complements += 1
        phrase.ended = nominal.kind == "country"
        phrase.links.append(link)
        self._read_conjuncts(phrase, head, link, nominal, limit)
        return True

    def _note_nominal(self, phrase: Phrase, link: str, nominal: _Nominal, start: int) -> None:
        if phrase.complements == 0 or phrase.capital or (phrase.complements == 1 and link == "of" and phrase.local):
            phrase.proper = phrase.proper or (nominal.proper and nominal.kind not in {"body", "country"})
        phrase.state = phrase.state or nominal.state or (nominal.kind == "country" and link == "of")
        if phrase.complements == 0 and link in {"of", "phrase", "to"}:
            phrase.portfolio = any(
                self._lexicon.is_portfolio(" ".join(w.lower for w in self._words[s : nominal.end]))
                or self._lexicon.is_portfolio(self._words[s].lower)
                for s in range(start, min(start + 2, nominal.end))
            )

    def _read_link(self, position: int, limit: int) -> tuple[str, int]:
        """Read the words that open a complement: the class of link and the index behind them."""
        phrase_end = self._lexicon.phrase_end(self._words, position)
        if phrase_end and phrase_end < limit:
            return "phrase", phrase_end
        for link in ("of", "for", "to", "in"):
            if position < limit and self._in(position, link):
                return link, position + 1
        return "", position

    def _read_nominal(self, position: int, limit: int) -> _Nominal | None:
        """Read a noun with its determiner and adjectives; ``None`` where no such thing begins here."""
        determiner = ""
        if position < limit and self._in(position, "article"):
            determiner = self._words[position].lower
            position += 1
        if position >= limit:
            return None
        known = self._known.get(position)
        if known is not None:
            if known.kind == "blocked":
                return None
            end = self._read_adjectives(Phrase(end=0), known.end, limit) if known.kind != "country" else known.end
            return _Nominal(end, True, known.kind, lead=self._words[position].lower, determiner=determiner)
        begin = position
        while position < limit and self._in(position, "front_adjective") and self._can_lead(position + 1, limit):
            position += 1
        if not self._can_lead(position, limit):
            return None
        lead = self._words[position]
        inner = Phrase(end=0)
        begins = position if lead.is_capitalised else position + 1
        runs = lead.is_capitalised or (self._in(position, "geo") and self._is_capitalised(position + 1, limit))
        end = self._read_run(begins, limit) if runs else position + 1
        end = self._read_adjectives(inner, max(end, position + 1), limit)
        proper = any(word.is_capitalised and not self._lexicon.is_weak(word.folded) for word in self._words[begin:end])
        kind = "noun"
        if lead.is_acronym and end == position + 1:
            kind = "acronym"
        elif lead.is_capitalised and self._lexicon.is_head(lead.folded):
            kind = "body"
        return _Nominal(end, proper, kind, inner.state, self._words[begin].lower, determiner)

    def _can_lead(self, position: int, limit: int) -> bool:
        """Whether a word can be the noun of a complement."""
        if position >= limit:
            return False
        word = self._words[position]
        known = self._known.get(position)
        if not word.is_word or (known is not None and known.kind == "blocked"):
            return False
        if self._in(position, "title") or (self._lexicon.is_function(word.lower) and not word.is_capitalised):
            return False
        return word.is_capitalised or word.pos not in _NOT_NOUN

    def _belongs(self, phrase: Phrase, head: HeadRow, link: str, nominal: _Nominal) -> bool:
        """Whether a complement is part of the name rather than its possessor or its place."""
        bare = phrase.complements == 0
        if phrase.ended:
            return link == "for" and bool(nominal.determiner)
        if nominal.kind == "country":
            return self._country_belongs(phrase, head, link)
        if nominal.kind in {"organisation", "acronym", "programme", "body"}:
            if link in {"for", "phrase"} or (nominal.kind == "programme" and head.kind == "programme"):
                return True
            if not phrase.capital and not self._names_undertaking(head, nominal):
                return False
            followed = nominal.end < len(self._words) and self._in(nominal.end, "for")
            return link == "of" and bare and (not phrase.level or followed)
        if not nominal.proper and nominal.lead in self._lexicon.words("possessor"):
            return bare and phrase.capital and nominal.length > 1
        if head.subtype == "operation" and phrase.capital and link in {"to", "in"} and nominal.proper:
            return phrase.complements > 0
        if link == "to":
            takes = phrase.complements > 0 or self._lexicon.words("to_head") & set(head.forms)
            fits = not nominal.proper or bool(self._lexicon.words("to_head") & set(head.forms))
            return bool(takes) and nominal.determined and fits
        if link == "in":
            return not nominal.proper and not nominal.determiner and phrase.complements + phrase.level > 0
        if link == "for" and bare and not phrase.has_attribute:
            return (bool(nominal.determiner) or nominal.proper) and not nominal.on
        return True

    def _country_belongs(self, phrase: Phrase, head: HeadRow, link: str) -> bool:
        """Whether a country tells which body is meant («Parlement de la Géorgie»), or where a mission is."""
        if head.subtype == "operation" and link in {"to", "in"}:
            return phrase.complements > 0
        if link != "of" or phrase.named or head.kind != "organisation":
            return False
        return phrase.complements == 0 or head.subtype in _STATE

    def _names_undertaking(self, head: HeadRow, nominal: _Nominal) -> bool:
        """Whether a body behind a head in lower case says whose undertaking it is in its name («programme de l'OTAN pour …»)."""
        if head.kind != "programme" or nominal.kind == "body" or nominal.end >= len(self._words):
            return False
        return head.lower == "proper" or self._in(nominal.end, "for")

    # -- coordination ---------------------------------------------------------------------------------------

    def _read_conjuncts(self, phrase: Phrase, head: HeadRow, link: str, first: _Nominal, limit: int) -> None:
        """Read «, de la défense et des forces armées», «et la paix»: parts built like the first one."""
        ends: list[int] = []
        position = phrase.end
        proper = False
        while position < limit:
            comma = self._words[position].text == ","
            if not comma and not self._in(position, "and"):
                break
            part = self._read_conjunct(position + 1, link, first, head, limit)
            if part is None and comma and position + 1 < limit and self._in(position + 1, "and"):
                position += 1
                comma = False
                part = self._read_conjunct(position + 1, link, first, head, limit)
            if part is None:
                break
            proper = proper or part.proper
            position = self._finish_conjunct(part.end, limit)
            if not comma:
                ends.append(position)
                break
        if ends:
            phrase.end = ends[-1]
            phrase.proper = phrase.proper or proper

    def _finish_conjunct(self, position: int, limit: int) -> int:
        """Read the «de» complements of a conjunct («et de la sécurité des aliments»)."""
        while position < limit:
            link, start = self._read_link(position, limit)
            if link != "of":
                break
            nominal = self._read_nominal(start, limit)
            if nominal is None or nominal.kind != "noun" or nominal.lead in self._lexicon.words("possessor"):
                break
            position = nominal.end
        return position

    def _read_conjunct(self, position: int, link: str, first: _Nominal, head: HeadRow, limit: int) -> _Nominal | None:
        """Read one part; ``None`` where what follows is another thing than the first part."""
        start = position
        repeated = False
        repeating = "of" if link == "phrase" else link
        if position < limit and self._in(position, repeating):
            start, repeated = position + 1, True
        part = self._read_nominal(start, limit)
        if part is None or part.kind != "noun" or part.lead in self._lexicon.words("possessor"):
            return None
        lead = self._words[start + (1 if part.determiner else 0)] if start < limit else None
        if lead is None or (self._lexicon.is_head(lead.folded) and lead.is_capitalised):
            return None
        if repeated:
            return part if self._alike(first, part, head) else None
        if part.proper and head.subtype not in {"ministry", "commission"}:
            return None  # two proper names behind one preposition are two names
        same_build = bool(part.determiner) == bool(first.determiner)
        return part if same_build and self._alike(first, part, head) else None

    def _alike(self, first: _Nominal, part: _Nominal, head: HeadRow) -> bool:
        """Two parts of one name are written alike; in names of ministries a capital may come and go."""
        return first.proper == part.proper or head.subtype in {"ministry", "commission"}

    # -- lexicon ---------------------------------------------------------------------------------------------

    def _in(self, position: int, word_class: str) -> bool:
        return self._words[position].lower in self._lexicon.words(word_class)
