"""Where an institutional name ends: the phrase behind a head noun, read word by word.

A name is a head («Conseil»), adjectives and names set against it («CROSS Étel»), and complements («de sécurité», «pour la
paix»), joined by commas and «et» where the parts are alike. It ends at a finite verb, a relative, a bracket, a line end, a
date, or a complement that says whose body it is rather than which («de l'OTAN», «du Mali» behind a full name).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from glane.text.names.extent.addresses import find_limits, name_limit
from glane.text.names.extent.adjectives import MAX_WORDS, PLURAL
from glane.text.names.extent.belonging import PORTFOLIO
from glane.text.names.extent.endings import EndingReader
from glane.text.names.foreign import spells_foreign_name
from glane.text.names.parts import Nominal, Phrase
from glane.text.words import QUOTES, ROMAN

if TYPE_CHECKING:
    from glane.rules.names import HeadRow

_LOCAL = frozenset({"court", "council", "school", "centre", "government"})
_NUMBERED = frozenset({"university"})
_STATE = frozenset({"government", "ministry"})
_FEW = 2
_POST_BEFORE = 4
_LONGEST_OWN = 3
"""Words of a name behind a description."""


class PhraseReader(EndingReader):
    """Reads the phrases behind heads in one text."""

    @cached_property
    def _limits(self) -> list[int]:
        return find_limits(self._words, self._lexicon)

    def read(self, first: int, begin: int, head: HeadRow, *, capital: bool) -> Phrase:
        """Read the phrase that begins at word ``begin``, behind the head.

        Args:
            first: index of the head's first word.
            begin: index of the word behind the head.
            head: the head's row.
            capital: whether the head is capitalised.

        Returns:
            The phrase; its ``end`` is ``begin`` where nothing belongs to the name.
        """
        level = not self._lexicon.words("level").isdisjoint(head.forms[0].split())
        known = self._known.get(first)
        whole = 0 if known is None else known.end
        told = first > 1 and self._in(first - 2, "telling") and self._in(first - 1, "one_definite")
        local = head.subtype in _LOCAL or head.is_one_of(self._lexicon.words("local_head"))
        phrase = Phrase(end=begin, begin=begin, capital=capital, local=local, level=level)
        phrase.whole, phrase.told, phrase.given = whole, told, self._is_given(first)
        phrase.outer = self._is_outer(first)
        phrase.several = head.is_plural(self._words[first].lower)
        phrase.led = self._is_led(first)
        phrase.informed = told or self._is_informed(first)
        phrase.again = capital and first > 0 and self._in(first - 1, "demonstrative")
        phrase.supranational = known is not None and known.subtype == "international"
        limit = name_limit(
            self._words,
            begin - (head.subtype in _STATE),
            min(len(self._words), begin + MAX_WORDS),
            self._lexicon,
            self._limits,
        )
        self._read_attributes(phrase, head, limit)
        phrase.has_attribute = phrase.end > begin
        while phrase.end < limit and (
            self._read_complement(phrase, head, limit) or self._read_aim(phrase, head, limit)
        ):
            pass
        if head.kind == "organisation" and phrase.whole > phrase.end:
            self._read_beyond(phrase, first, limit)
        if head.subtype in _NUMBERED:
            self._read_site(phrase, begin, limit)
        if head.subtype == "government" and phrase.end > begin and phrase.end < limit:
            phrase.end += set(self._words[phrase.end].text) <= ROMAN  # «commune de Douala IV»
        phrase.end = self._twin_end(phrase, head, first, limit)
        if head.kind == "organisation" and (phrase.capital or head.lower == "apposed") and phrase.end > begin:
            phrase.end = self._everybody_end(phrase.end, limit)
        if phrase.capital and phrase.end == begin:
            self._read_day(phrase, head, limit)
            self._read_sitting(phrase, head, limit)
        if phrase.capital and phrase.end > begin:
            phrase.end = self._century_end(phrase.end, limit)
        if head.kind == "programme" and phrase.complements:
            phrase.end = self._stage_end(phrase.end, limit)
            phrase.end = self._horizon_end(phrase, limit)
        if head.kind == "programme":
            phrase.end = self._topic_end(phrase, head, limit)
        self._read_resolution(phrase, head, limit)
        phrase.end = self._bracketed_end(phrase, first, limit)
        return phrase

    def _is_led(self, first: int) -> bool:
        """Whether a post stands before a head: «le directeur de l'Agence»."""
        before = [word.lower for word in self._words[max(0, first - _POST_BEFORE) : first]]
        return any(not self._lexicon.words(name).isdisjoint(before) for name in ("person", "post"))

    def bridge(self, position: int) -> int:
        """Index behind what leads from the end of a description to the acronym in brackets that it explains.

        Args:
            position: index behind the phrase.

        Returns:
            The index of the bracket; ``position`` where none follows, or a name of its own stands between.
        """
        limit = min(len(self._words), position + MAX_WORDS)
        end = position
        for _ in range(3):
            link, start = self._read_link(end, limit) if end < limit else ("", end)
            nominal = self._read_nominal(start, limit) if link else None
            if nominal is None or nominal.kind not in {"noun", "country"}:
                return position
            end = nominal.end
            if end + 1 < limit and self._words[end].text == "(":
                return end if self._words[end + 1].is_acronym else position
        return position

    def _read_complement(self, phrase: Phrase, head: HeadRow, limit: int) -> bool:
        """Read one complement with the parts joined to it; say whether there was one."""
        link, start = self._read_link(phrase.end, limit)
        numbered = phrase.named and self._words[phrase.end - 1].is_number
        if not link or (phrase.quoted and link == "of") or numbered:
            return False
        nominal = self._read_linked(phrase, head, link, start, limit)
        if nominal is None:
            return False
        spelt = (
            link == "of" and not nominal.bare and spells_foreign_name(self._words, start, nominal.end, self._lexicon)
        )
        if spelt or not self._belongs(phrase, head, link, nominal):
            phrase.possessor = nominal.kind if link == "of" else ""
            return False
        self._note_nominal(phrase, head, link, nominal, start)
        phrase.end = nominal.end
        short = head.kind == "organisation" and (phrase.end == phrase.whole or self._quotes_acronym(phrase.end))
        touching = phrase.capital and phrase.end < limit and not self._is_loosely_quoted(phrase.end)
        quotable = (head.kind == "programme" or touching) and not short
        if quotable and phrase.end < limit and self._words[phrase.end].text in QUOTES:
            closing = self._find_closing(phrase.end, limit)
            if closing and not ((phrase.several or phrase.proper) and self._is_of_sort(phrase.end, closing)):
                phrase.end, phrase.proper, phrase.named, phrase.quoted = closing, True, True, True
        phrase.complements += 1
        phrase.loose = link == "of" and nominal.bare and nominal.kind == "noun" and not nominal.proper
        phrase.determined = not nominal.bare
        phrase.ended = nominal.kind == "country"
        phrase.links.append(link)
        acting = nominal.kind == "body" and nominal.bare and nominal.length == 1 and self._in(start, "acting_head")
        if nominal.kind == "noun" or acting or head.subtype in PORTFOLIO or self._lexicon.is_portfolio(nominal.lead):
            self._read_conjuncts(phrase, head, link, nominal, limit)
        phrase.end = self._second_work_end(phrase, link, limit)
        if head.subtype == "court" and nominal.proper:
            phrase.end = self._paired_end(phrase.end, limit)
        if head.subtype == "ministry" and nominal.proper:
            phrase.end = self._field_end(phrase.end, limit)
        self._read_title(phrase, head, nominal, limit)
        phrase.end = self._eponym_end(phrase, head, nominal, limit)
        self._read_envoy(phrase, head, nominal, limit)
        return True

    def _read_linked(self, phrase: Phrase, head: HeadRow, link: str, start: int, limit: int) -> Nominal | None:
        """Read what stands behind the link of a complement."""
        titled = phrase.capital and (head.kind == "programme" or not phrase.complements)
        one = link == "for" and titled and start < limit and self._in(start, "explaining")
        if one and start + 1 < limit and self._in(start + 1, "sum_noun"):
            return None  # «le Projet de quai neuf pour un montant de 3 millions»
        nominal = self._read_nominal(start + one, limit)
        if nominal is None:
            return None
        if link == "of" and phrase.capital and not phrase.complements and head.kind == "organisation":
            nominal = self._with_own_name(nominal, start, limit)
        if one:  # «Pacte pour un enseignement d'excellence»
            nominal = nominal._replace(determiner=self._words[start].lower)
        nominal = self._without_session(head, nominal)
        nominal = nominal._replace(
            length=nominal.end - start,
            determined=bool(nominal.determiner) or not self._in(start - 1, "to_alone"),
            on=self._in(start - 1, "on"),
            bare=not nominal.determiner and self._in(start - 1, "bare_of"),
        )
        return nominal._replace(kind="noun") if self._is_local(phrase, head, link, nominal) else nominal

    def _with_own_name(self, nominal: Nominal, start: int, limit: int) -> Nominal:
        """Add what a common noun alone is called: «Société du parc Jean-Drapeau», «Direction du programme Léman»."""
        noun = nominal.end - 1
        own = nominal.end
        alone = self._in(noun, "called_noun") and noun <= start + 1 and self._words[noun].text.islower()
        contracted = noun > start or not self._in(start - 1, "bare_of")
        if not alone or not contracted or not self._is_capitalised(own, limit) or self._is_person(own, limit):
            return nominal
        if self._words[own].start - self._words[noun].end != 1 or self._lexicon.is_function(self._words[own].lower):
            return nominal
        known = self._known.get(own)
        if known is not None and known.kind in {"blocked", "country"}:
            return nominal
        return nominal._replace(end=self._read_run(own, limit), proper=True, kind="noun")

    def _read_aim(self, phrase: Phrase, head: HeadRow, limit: int) -> bool:
        """Read a second aim behind the complement of the first: «pour la prévention des crues et l'étude des sols»."""
        noun = phrase.end + 2
        aimed = phrase.aim and phrase.capital and head.kind == "organisation" and phrase.end != phrase.whole
        if not aimed or noun >= limit or not (self._in(phrase.end, "and") and self._in(phrase.end + 1, "article")):
            return False
        if not self._in(noun, "aim") or self._words[noun].is_capitalised or noun in self._known:
            return False
        nominal = self._read_nominal(noun, limit)
        if nominal is None or not (nominal.end > noun + 1 or self._has_object_of_aim(nominal.end)):
            return False
        phrase.end = nominal.end
        return True

    def _has_object_of_aim(self, position: int) -> bool:
        """Whether what an action acts on follows, not whose action it is («et l'action du maire»)."""
        what = position + 1 + self._in(position + 1, "article")
        owned = self._in(what, "possessor") or self._in(what, "person")
        return self._in(position, "on") or (self._in(position, "of") and not owned)

    def _quotes_acronym(self, position: int) -> bool:
        """Whether an acronym stands alone in quotation marks: «l'Agence coréenne de coopération « KOICA »»."""
        if position + 2 >= len(self._words) or self._words[position].text not in QUOTES:
            return False
        return (
            self._words[position + 1].is_acronym
            and self._words[position + 2].text == QUOTES[self._words[position].text]
        )

    def _read_title(self, phrase: Phrase, head: HeadRow, nominal: Nominal, limit: int) -> None:
        """Read a title set against a description: «programme de coopération transfrontalière Interreg VI»."""
        titled = head.kind == "programme" or (head.lower == "apposed" and nominal.bare and not phrase.capital)
        titled = titled or self._is_described(phrase, head, nominal, limit)
        if not titled or nominal.kind != "noun" or nominal.proper or not self._is_title(phrase.end, head, limit):
            return
        known = self._known.get(phrase.end)
        run = known.end if known is not None and known.kind == head.kind else self._read_run(phrase.end, limit)
        if run > phrase.end:
            phrase.end, phrase.proper, phrase.named = run, True, True

    def _is_described(self, phrase: Phrase, head: HeadRow, nominal: Nominal, limit: int) -> bool:
        """Whether a capitalised head with «de» and a common noun may have its own name behind: «Société de transport Zamaka».

        A person is none, nor is whoever is named behind a post («le directeur de l'Agence de voyages Ndar Mbodj»).
        """
        kind = phrase.capital and phrase.complements == 1 and phrase.loose
        if not kind or phrase.end >= limit or not head.is_one_of(self._lexicon.words("described")):
            return False
        word = self._words[phrase.end]
        beside = word.start - self._words[phrase.end - 1].end == 1
        if not beside or word.is_acronym or nominal.length > _FEW or self._is_person(phrase.end, limit):
            return False
        end = self._read_run(phrase.end, limit)
        if phrase.led and end - phrase.end > 1:
            return False
        labels = end < limit and self._words[end].text == ":"
        if labels or end - phrase.end > _LONGEST_OWN or self._in(end, "of"):
            return False  # a menu, or a title of its own: «Centre de presse Publications Carrières …»
        several = word.pos == "NOUN" and word.lower.endswith(PLURAL)
        return not (several or self._in(phrase.end, "person") or self._in(phrase.end, "post"))

    def _is_title(self, position: int, head: HeadRow, limit: int) -> bool:
        """Whether a capitalised word opens a title here: no person nor other thing that is known, but for a country in a run."""
        if self._is_person(position, limit):
            return False
        if not self._is_capitalised(position, limit) or self._lexicon.is_function(self._words[position].lower):
            return False
        known = self._known.get(position)
        if known is None:
            return not self._lexicon.is_head(self._words[position].folded)
        if known.kind == head.kind == "programme":
            return True  # «projet de stockage Cigéo»
        return known.kind == "country" and self._is_capitalised(known.end, limit)

    def _note_nominal(self, phrase: Phrase, head: HeadRow, link: str, nominal: Nominal, start: int) -> None:
        if phrase.complements == 0 or phrase.capital or (phrase.complements == 1 and link == "of" and phrase.local):
            phrase.proper = phrase.proper or (nominal.proper and nominal.kind not in {"body", "country"})
        if phrase.complements == 0 and nominal.kind == "programme":
            # «l'initiative des Nouvelles routes de la soie», «le projet de canal Seine-Nord Europe»
            own = nominal.proper and self._opens_undertaking(nominal)  # «l'initiative du Fonds Vert pour …»
            phrase.named |= (head.subtype == "initiative" and not own) or (head.subtype == "project" and nominal.bare)
        country = nominal.kind == "country" and link == "of"
        phrase.state = phrase.state or nominal.state or country or self._is_territory(head, nominal)
        titling = nominal.kind == "noun" or (nominal.kind == "body" and self._is_programme_of(phrase, head, nominal))
        if phrase.complements == 0 and link == "of" and titling:
            phrase.titled = nominal.proper and (not nominal.determiner or nominal.length > 2)
        if link == "for" and nominal.determiner and not nominal.on:
            phrase.aim = nominal.lead in self._lexicon.words("aim") and not nominal.proper
        if phrase.complements == 0 and link in {"of", "phrase", "to"}:
            phrase.portfolio = any(
                self._lexicon.is_portfolio(" ".join(w.lower for w in self._words[s : nominal.end]))
                or self._lexicon.is_portfolio(self._words[s].lower)
                for s in range(start, min(start + 2, nominal.end))
            )
