"""What stands right behind a head noun: adjectives, a name set against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.candidate import NAMED
from glane.text.forms import is_row_of_letters
from glane.text.names.extent.adjectives import DASHES, PLURAL
from glane.text.names.extent.factions import FactionReader
from glane.text.words import QUOTES, is_hyphen, is_joint

if TYPE_CHECKING:
    from glane.rules.names import HeadRow
    from glane.text.names.parts import Phrase

_SERVICE = "agency"
_PLAN = "plan"
_FEW_FIELDS = 2
"""Nouns of «santé environnement»."""
_FIRM = "company"
_ADVERB = "ADV"
_FIELDED = frozenset({"agency", "commission", "ministry", "research"})


class AttributeReader(FactionReader):
    """Reads what is set against heads in one text."""

    def _read_attributes(self, phrase: Phrase, head: HeadRow, limit: int) -> None:
        """Read what stands right behind the head: adjectives, then a name set against it."""
        self._read_faction(phrase, head, limit)
        self._read_kind(phrase, head, limit)
        position = phrase.end
        numbered = position < limit and self._is_item_number(head, position, limit)
        if position >= limit or numbered or self._is_whole(phrase, head, position) or self._is_money(head, position):
            return
        if head.subtype in _FIELDED and position > 0 and self._words[position - 1].is_capitalised:
            joined = self._field_end(position, limit)
            if joined > position:  # «commission Politique, Administrative et Juridique»
                phrase.end, phrase.proper, phrase.named = joined, True, True
                return
        if self._read_quoted(phrase, head, position, limit) or self._read_bare_field(phrase, head, position, limit):
            return
        word = self._words[position]
        if head.kind == "programme" and phrase.capital and word.is_number and not self._numbers_line(position, limit):
            phrase.end, phrase.proper, phrase.named = position + 1, True, True  # «Agenda 2063»
            return
        counted = self._counted_end(phrase, head, position, limit)
        own = max(counted, self._firm_end(phrase, head, position, limit), self._coined_end(head, position))
        if own > position:
            phrase.end, phrase.proper, phrase.named = own, True, True
            return
        if self._opens_sentence(position, limit) or not self._may_be_set_against(phrase, head, position, limit):
            return
        known = self._known.get(position)
        begin = position + (
            is_hyphen(self._words, position) and self._words[position - 1].is_acronym
        )  # «CHU-Ibn Rochd»
        whole = known is not None and (head.kind == known.kind or (phrase.capital and known.kind == "programme"))
        run = max(self._read_run(begin, limit), known.end if known is not None and whole else 0)
        if run > begin:
            self._set_against(phrase, head, position, run, limit)

    def _read_kind(self, phrase: Phrase, head: HeadRow, limit: int) -> None:
        """Read the adjectives right behind the head, unless its name begins there, and a fixed phrase behind them."""
        named = head.kind == "programme" and self._is_capitalised(phrase.end, limit)
        one = (head.lower == "apposed" or head.subtype == _FIRM) and not head.is_plural(
            self._words[phrase.end - 1].lower
        )
        called = one and (
            self._disagrees_in_number(phrase.end, limit)
            or (not phrase.capital and self._is_name_like(phrase.end, limit))
        )
        if not called and (not named or (phrase.capital and not self._in(phrase.end, "leading_adjective"))):
            phrase.end = self._read_adjectives(phrase, phrase.end, limit, participles=False)
        small = phrase.end < limit and self._words[phrase.end].text.islower() and not self._is_joined(phrase.end)
        fighting = small and head.is_one_of(self._lexicon.words("part_head"))
        if fighting and self._words[phrase.end].lower.startswith(self._lexicon.affixes("fighting_prefix")):
            phrase.end, phrase.adjectives = phrase.end + 1, phrase.adjectives + 1  # «unité anti-fraude ABC»
        tail = self._lexicon.phrase_end(self._words, phrase.end, "noun_tail") if phrase.adjectives else 0
        if tail:  # «plan national haut débit»
            phrase.end, phrase.adjectives = tail, phrase.adjectives + 1

    def _is_money(self, head: HeadRow, position: int) -> bool:
        """Whether a head is the money of the body whose acronym follows: «sur les fonds PNUD», but «le fonds Velmora»."""
        before = position - 2
        if before < 0 or not head.is_one_of(self._lexicon.words("money_head")):
            return False
        known, noun = self._known.get(position), self._words[position - 1]
        body = known is not None and known.kind == "organisation" and self._words[position].is_acronym
        return body and noun.text.islower() and (self._in(before, "several_definite") or self._in(before, "on"))

    def _is_whole(self, phrase: Phrase, head: HeadRow, position: int) -> bool:
        """Whether a known body ends before what is quoted or an acronym: its undertaking («l'Union européenne « Sentier »»)."""
        known = head.kind == "organisation" and position == phrase.whole and phrase.adjectives > 0
        return known and (self._words[position].text in QUOTES or self._words[position].is_acronym)

    def _is_name_like(self, position: int, limit: int) -> bool:
        """Whether a capitalised word behind a kind of body in small letters is its name though it ends as adjectives do."""
        after = position + 1
        if not self._is_capitalised(position, limit) or self._is_capitalised(after, limit):
            return False
        if after < limit and (self._in(after, "of") or self._in(after, "and")):
            return False  # «le groupe République et Territoires»
        word = self._words[position]
        usual = any(self._in(position, name) for name in ("level", "region_adjective", "supranational", "political"))
        return not usual and word.folded not in self._lexicon.country_adjectives

    def _disagrees_in_number(self, position: int, limit: int) -> bool:
        """Whether a capitalised plural behind a kind in the singular opens its name: «l'ONG Artisans Réunis», no adjective."""
        word = self._words[position] if self._is_capitalised(position, limit) else None
        if word is None or word.is_acronym or not word.lower.endswith(PLURAL) or position in self._known:
            return False
        usual = self._in(position, "level") or self._in(position, "supranational") or self._in(position, "political")
        return not usual and word.pos == "NOUN"

    def _read_bare_field(self, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
        """Read what a service is for without a preposition: «Service communication», «Pôle enfance et famille»."""
        sitting = head.subtype == "commission" and self._is_of_the(position + 1, limit)
        served = head.subtype == _SERVICE or sitting  # «Commission climat du bassin de …»
        if head.subtype == _PLAN and phrase.capital and phrase.adjectives and self._in(position - 1, "level"):
            return self._read_plan_field(phrase, position, limit)
        if not (phrase.capital and served) or not self._is_bare_noun(position, limit):
            return False
        second = position + 2
        pair = second < limit and self._in(position + 1, "and") and self._is_bare_noun(second, limit)
        field = self._lexicon.is_portfolio(self._words[position].lower) or self._in(position, "bare_field")
        acts = not pair and position + 1 < limit and self._words[position + 1].pos == _ADVERB
        if acts or not (pair or field):
            return False  # «L'Agence recherche activement des partenaires»
        phrase.end, phrase.proper, phrase.named = position + 1 + 2 * pair, True, True
        return True

    def _read_plan_field(self, phrase: Phrase, position: int, limit: int) -> bool:
        """Read what a plan of a level is for without a preposition: «Plan national vélo», «Plan régional santé environnement»."""
        end = position
        while end < limit and end - position < _FEW_FIELDS and self._is_bare_noun(end, limit):
            end += 1
        if end > position:
            phrase.end, phrase.proper, phrase.named = end, True, True
        return end > position

    def _is_of_the(self, position: int, limit: int) -> bool:
        """Whether «de» with an article stands at a word."""
        if position + 1 >= limit or not self._in(position, "of"):
            return False
        return not self._in(position, "bare_of") or self._in(position + 1, "article")

    def _is_bare_noun(self, position: int, limit: int) -> bool:
        """Whether a common noun stands at a word, right behind the one before."""
        if position >= limit or position in self._known or not self._words[position].text.islower():
            return False
        word = self._words[position]
        if word.start - self._words[position - 1].end != 1 or self._lexicon.is_function(word.lower):
            return False
        return word.pos == "NOUN" and not self._is_barred(position)

    def _opens_sentence(self, position: int, limit: int) -> bool:
        """Whether a capitalised article or preposition behind a head opens the next sentence: «… du projet Le projet vise»."""
        word = self._words[position]
        if not self._lexicon.is_function(word.lower) or self._in(position, "title_opener") or position < 1:
            return False
        if self._in(position, "and"):
            return True  # «les EPCI (SEM ET SPL)»
        following = position + 1
        placed = self._in(position, "direction") and is_hyphen(self._words, following)
        if placed or self._is_verbal(position, limit) or self._tells_each(position, limit):
            return False  # «GAL Est-Creuse»
        if not self._is_capitalised(following, limit):
            return True
        apart = word.start - self._words[position - 1].end > 1
        return self._in(position, "article") and (apart or self._heads_other(following))

    def _heads_other(self, position: int) -> bool:
        """Whether a head noun stands at a word, but for one of firms («la société Les Forges de Sorve»)."""
        found = self._lexicon.head_at(self._words, position)
        firm = found is not None and found[1].subtype == _FIRM
        return self._lexicon.is_head(self._words[position].folded) and not firm

    def _set_against(self, phrase: Phrase, head: HeadRow, position: int, run: int, limit: int) -> None:
        """Take the name set against a head into the phrase, with what may stand behind it: a number, a quoted title."""
        phrase.end, phrase.proper, phrase.named = run, True, True
        known = self._known.get(position)
        phrase.owned = known is not None and run <= known.end  # «programme OTAN pour la science»
        if self._in(position, "title_opener"):
            opened = self._opened_at(run, limit)
            title = self._read_nominal(opened + (opened < limit and self._in(opened, "explaining")), limit)
            phrase.end = run if title is None else title.end  # «plan d'action Par-delà la frontière»
            phrase.end = self._opened_end(phrase.end, limit, alone=title is None)
        if head.kind == "programme" and (phrase.whole < run or self._is_common(run - 1)):
            phrase.end = max(phrase.end, self._worded_end(position, run, limit))
        phrase.end += self._has_own_number(phrase, head, position, limit)
        if head.kind == "organisation" and phrase.end == run:
            firm = head.subtype == _FIRM and phrase.capital
            phrase.end = max(self._fields_end(position, run, limit), self._plurals_end(position, run, limit, firm=firm))
            if phrase.end == run and not phrase.capital:
                phrase.end = self._inner_end(run, limit)
        phrase.end = self._none_end(phrase.end, limit) if head.kind == "programme" else phrase.end
        phrase.end = self._read_adjectives(phrase, phrase.end, limit, participles=False)
        if head.kind == "programme" and not phrase.several:
            phrase.end = self._second_theme_end(position, phrase.end, limit)
        if head.subtype in _FIELDED:
            phrase.end = self._field_end(phrase.end, limit)
        if phrase.end < limit and self._words[phrase.end].is_number and head.kind == "programme":
            phrase.end = self._number_end(phrase.end, limit)
        if phrase.end < limit and head.kind == "programme" and self._is_version(phrase.end):
            phrase.end += 1
        if phrase.end < limit and self._words[phrase.end].text in QUOTES:
            phrase.end = self._find_closing(phrase.end, limit) or phrase.end

    def _field_end(self, position: int, limit: int) -> int:
        """Index behind the fields joined to the first: «département Finances agricoles et Routes», «Division Eau, Air, Sol»."""
        end, commas = position, 0
        while end + 1 < limit and self._words[end].text == "," and self._is_field(end + 1, limit):
            end, commas = self._read_run(end + 1, limit), commas + 1
        noun = end + 1
        if noun < limit and self._in(end, "and") and self._is_field(noun, limit):
            nominal = self._read_nominal(noun, limit)
            return position if nominal is None else nominal.end
        return end if commas > 1 and self._words[position - 1].is_capitalised else position

    def _is_field(self, position: int, limit: int) -> bool:
        """Whether a capitalised common noun or adjective stands at a word, no name of its own."""
        if not self._is_capitalised(position, limit) or position in self._known:
            return False
        word = self._words[position]
        if word.is_acronym or self._lexicon.is_head(word.folded):
            return False
        return not any(self._in(position, name) for name in ("first_name", "post", "person"))

    def _is_never_eponymous(self, position: int) -> bool:
        """Whether an acronym stands for bodies that have the names of places, and not of persons."""
        if not (self._words[position].text.isupper() and self._in(position, "acronym_head")):
            return False
        return not self._in(position, "eponymous")

    def _are_two(self, head: HeadRow, position: int) -> bool:
        """Whether a hyphen joins two that are known, who act together: «opérations MINUSCA-FACA»."""
        one = self._known.get(position)
        acts = head.subtype == "operation" or head.is_one_of(self._lexicon.words("action_head"))
        joined = acts and one is not None and one.kind in NAMED and is_joint(self._words, one.end)
        if one is None or not joined or self._words[one.end].text not in DASHES:
            return False
        other = self._known.get(one.end + 1)
        return other is not None and other.kind in NAMED

    def _may_be_set_against(self, phrase: Phrase, head: HeadRow, position: int, limit: int) -> bool:
        """Whether a name right behind a head can be part of its name, rather than a thing or a person of its own."""
        known = self._known.get(position)
        if self._are_two(head, position) or self._names_holder(phrase, head, position, limit):
            return False
        if not phrase.capital and head.is_one_of(self._lexicon.words("unapposed_head")):
            return False  # «l'instance Docker»
        if not phrase.capital and self._in(position, "medium") and self._in(position - 1, "medium_group"):
            return False  # «le groupe WhatsApp»
        if self._is_bearer(head, position, limit) or is_row_of_letters(self._words[position].text):
            return False
        if known is None:
            told_apart = phrase.adjectives and (head.kind == "programme" or head.subtype == "commission")
            told_apart = told_apart or self._is_never_eponymous(position - 1)
            return not told_apart or not self._is_person(position, limit)
        if known.kind == "country":
            following = self._words[known.end] if known.end < limit else None
            opens_name = following is not None and (following.is_capitalised or following.is_number)
            paired = head.is_one_of(self._lexicon.words("paired_head")) and is_hyphen(self._words, known.end)
            paired = paired and self._is_capitalised(known.end + 1, limit)
            return phrase.capital or opens_name or paired
        if head.kind == "programme" and known.kind == "organisation" and self._in(position - 1, "joint_adjective"):
            return False  # «le programme conjoint FAO-PAM»
        free = known.kind != "organisation" or phrase.capital or head.kind == "programme"
        return free or phrase.faction
