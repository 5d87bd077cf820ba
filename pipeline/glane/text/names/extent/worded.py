"""Names of undertakings that are common words with one capital: «plan Santé et environnement», «programme Bien vieillir»."""

from __future__ import annotations

from glane.text.names.extent.action_titles import ActionTitleReader
from glane.text.names.extent.adjectives import PLURAL
from glane.text.words import BREAKS, VERBS

_MOST_PARTS = 3
_SHORTEST = 4
_TITLED = frozenset({"NOUN", "ADJ"})
_CLOSINGS = frozenset('»”")–—')


class WordedReader(ActionTitleReader):
    """Reads on behind the one capitalised word with which a name in common words begins."""

    def _worded_end(self, position: int, run: int, limit: int) -> int:
        """Index behind a name in common words.

        Args:
            position: index of its first word.
            run: index behind the capitalised words at its start.
            limit: index that the name does not reach beyond.

        Returns:
            ``run`` where the name has no more words.
        """
        if position in self._known or self._words[run - 1].is_acronym:
            return run
        if run <= position + 1 + self._in(position, "before_verb") and self._is_verbal(position, limit):
            return self._clause_end(position, limit)
        taken = self._taken_end(run - 1, limit)
        if taken > run:
            return taken
        end = self._noun_behind(position, run, limit)
        series = self._series_end(end, limit) if self._is_common(end - 1) else end
        if series > end:
            return series
        paired = max(self._pair_behind(end, limit), self._fields_end(position, end, limit))
        if paired > end:
            return self._for_everybody(paired, limit)
        several = self._each_end(position, end, limit)
        if several > end:
            return several
        titled = self._in(end, "in") and self._is_capitalised(end + 1, limit)  # «projet Filles en Action»
        titled = titled or end > run or self._is_common(end - 1) or self._names_several(position, end)
        return self._where_end(end, limit) if titled else end

    def _names_several(self, position: int, end: int) -> bool:
        """Whether one capitalised noun for several things is all there is of a name so far: «projet Rivières»."""
        word = self._words[position]
        if end != position + 1 or len(word.text) < _SHORTEST or not word.text[1:].islower() or position in self._known:
            return False
        if not word.lower.endswith(PLURAL) or self._in(position, "first_name"):
            return False
        return not word.lower.endswith(self._lexicon.affixes("singular_s_ending"))  # «Atlas», «Erasmus»

    def _fields_end(self, position: int, end: int, limit: int) -> int:
        """Index behind «et» and a second noun without an article: «groupe Eau et assainissement», «Cluster Mer et Littoral».

        Args:
            position: index of the capitalised noun before.
            end: index behind it; returned where nothing follows.
            limit: index that the name does not reach beyond.
        """
        noun = end + 1
        if noun >= limit or not self._in(end, "and") or noun in self._known or position in self._known:
            return end
        if self._is_field_noun(noun, limit) and any(self._is_field_noun(at, limit) for at in range(position, end)):
            return self._read_run(noun, limit)
        if end != position + 1:
            return end
        if not (self._is_common(position) or self._names_several(position, end)):
            return end
        word = self._words[noun]
        if word.is_capitalised and not word.is_acronym and self._is_common(position) and self._is_common(noun):
            return noun + 1
        fits = word.text.islower() and (word.pos == "NOUN" or (word.pos == "ADJ" and word.lower.endswith(PLURAL)))
        others = self._in(noun, "party_noun") or self._in(noun, "actors")  # «le projet Rivières et partenaires»
        if not fits or others or self._lexicon.is_function(word.lower) or self._in(noun, "indefinite"):
            return end
        return noun + 1 if self._has_end(noun + 1) else end

    def _plurals_end(self, position: int, run: int, limit: int, *, firm: bool) -> int:
        """Index behind two capitalised plurals that a firm is called by: «Société publique locale Rives et Ports»."""
        second = position + 2
        if not firm or run != position + 1 or second >= limit or not self._in(run, "and") or second in self._known:
            return run
        pair = (position, second)
        plural = all(self._words[at].is_capitalised and self._names_several(at, at + 1) for at in pair)
        return second + 1 if plural else run

    def _has_end(self, position: int) -> bool:
        """Whether a clause ends at a word, or a pronoun, or another noun stands there, which taggers make of verbs."""
        if self._closes(position):
            return True
        word = self._words[position]
        return word.text.islower() and word.pos in {"NOUN", "PRON"}

    def _each_end(self, position: int, end: int, limit: int) -> int:
        """Index behind what each one gets: «Un Village, un Puits, une École»; ``end`` for none."""
        if not self._in(position, "explaining"):
            return end
        if end == position + 1 and self._tells_each(position, limit):
            end += 1
        while end + 2 < limit and self._words[end].text == "," and self._in(end + 1, "explaining"):
            if not self._can_lead(end + 2, limit):
                break
            end += 3
        return end

    def _tells_each(self, position: int, limit: int) -> bool:
        """Whether a noun in small letters and what it goes with stand behind «Un»: «Une école, un jardin»."""
        noun, second = position + 1, position + 3
        paired = second < limit and self._words[noun + 1].text == "," and self._in(second, "explaining")
        return paired and self._in(position, "explaining") and self._words[noun].text.islower()

    def _noun_behind(self, position: int, run: int, limit: int) -> int:
        """Index behind the noun in small letters that follows an adjective: «Petite enfance»; ``run`` for none."""
        if run != position + 1 or run >= limit or not self._in(position, "leading_adjective"):
            return run
        word = self._words[run]
        if word.is_capitalised or self._lexicon.is_function(word.lower) or word.pos not in {"NOUN", "ADJ"}:
            return run
        nominal = self._read_nominal(run, limit)
        return run if nominal is None else nominal.end

    def _for_everybody(self, position: int, limit: int) -> int:
        """Index behind «pour tous»."""
        follows = position + 1 < limit and self._in(position, "for") and self._in(position + 1, "everybody")
        return position + 2 if follows else position

    def _everybody_end(self, position: int, limit: int) -> int:
        """Index behind «pour tous» at the end of a clause, behind what everybody is to have: «l'éducation pour tous»."""
        end = self._for_everybody(position, limit)
        had = self._is_common(position - 1) or self._in(position - 1, "everybodys")
        if end == position or not had:
            return position
        counts = not self._closes(end) and (
            self._lexicon.is_function(self._words[end].lower) or self._words[end].lower.endswith(PLURAL)
        )
        return position if counts else end  # «pour tous les âges», «pour tous publics»

    def _is_common(self, position: int) -> bool:
        """Whether a word is a noun that titles are made of."""
        return self._in(position, "title_noun")

    def _is_verbal(self, position: int, limit: int) -> bool:
        """Whether an infinitive begins at a word, perhaps behind «bien» or «mieux»."""
        following = position + 1
        if self._in(position, "before_verb"):
            return following < limit and self._is_infinitive(following)
        return self._is_infinitive(position)

    def _is_infinitive(self, position: int) -> bool:
        word = self._words[position]
        if self._in(position, "title_verb"):
            return True
        return word.pos == "VERB" and len(word.lower) > 4 and self._lexicon.has_infinitive_ending(word.lower)

    def _clause_end(self, position: int, limit: int) -> int:
        """Index behind an infinitive with its adverbs, its object, and what is joined to it: «Lire et faire lire»."""
        end = position + 1 + self._in(position, "before_verb")
        for _ in range(_MOST_PARTS):
            part = self._clause_part(end, limit)
            if part == end:
                break
            end = part
        return end

    def _clause_part(self, position: int, limit: int) -> int:
        """Index behind one part of a clause; ``position`` for none."""
        if position >= limit:
            return position
        if self._in(position, "title_adverb"):
            return position + 1
        if self._in(position, "and") and position + 1 < limit and self._is_infinitive(position + 1):
            causes = position + 2 < limit and self._is_infinitive(position + 2)
            return position + 2 + causes
        linked = self._in(position, "title_link") or self._in(position, "possessive")  # «Réussir sa rentrée»
        nominal = self._read_nominal(position + linked, limit)
        if nominal is None or nominal.kind != "noun" or (nominal.proper and not self._is_common(nominal.end - 1)):
            return position
        if not (linked or nominal.determiner) or (linked and self._stands_apart_at(position + 1)):
            return position
        return nominal.end

    def _stands_apart_at(self, position: int) -> bool:
        """Whether a noun without an article makes an adverb with the preposition before it: «en faveur», «à terme»."""
        return any(self._in(position, name) for name in ("adverbial", "possessor", "settled"))

    def _pair_behind(self, position: int, limit: int) -> int:
        """Index behind «et» and a noun without an article: «Santé et environnement», «Agribusiness et Tourisme»."""
        noun = position + 1
        if noun >= limit or not self._in(position, "and") or noun in self._known or self._words[noun].is_acronym:
            return position
        told = self._is_common(noun)
        if not (told or self._is_common(position - 1)) or self._lexicon.is_function(self._words[noun].lower):
            return position
        if not told and (self._words[noun].is_capitalised or self._words[noun].pos != "NOUN"):
            return position
        nominal = self._read_nominal(noun, limit)
        if nominal is None or nominal.kind not in {"noun", "body"}:
            return position
        return nominal.end if told or self._closes(nominal.end) else position

    def _second_theme_end(self, position: int, end: int, limit: int) -> int:
        """Index behind «et» and a noun without an article, behind a title of a noun with adjectives; ``end`` for none.

        «Santé publique et nutrition», «Développement rural et diversification des villages»; the verb of two is in the plural.
        """
        noun = end + 1
        adjective = end > position + 1 and self._words[end - 1].text.islower()
        if not adjective or noun >= limit or not self._in(end, "and") or noun in self._known:
            return end
        word = self._words[noun]
        small = word.text.islower() and word.pos == "NOUN" and not self._lexicon.is_head(word.folded)
        if not (small or self._is_common(noun)) or self._words[position].pos not in _TITLED:
            return end
        nominal = self._read_nominal(noun, limit)
        if nominal is None or nominal.kind != "noun":
            return end
        second = nominal.end
        link, start = self._read_link(second, limit) if second < limit else ("", second)
        owned = self._read_nominal(start, limit) if link == "of" else None
        if owned is not None and owned.kind == "noun" and not owned.proper:
            second = owned.end
        return second if self._is_of_one(second) else end

    def _is_of_one(self, position: int) -> bool:
        """Whether a clause ends at a word, or the verb of a single thing stands there."""
        if not self._closes(position) or position >= len(self._words):
            return position >= len(self._words)
        word = self._words[position]
        several = word.pos in VERBS and word.lower.endswith(self._lexicon.affixes("plural_verb"))
        return not (several or word.is_number)

    def _where_end(self, position: int, limit: int) -> int:
        """Index behind a preposition with a noun: «Santé à domicile», «École à l'Hôpital», «Énergie pour tous»."""
        noun = position + 1
        if noun >= limit:
            return position
        placed = self._land_end(position, limit)
        if placed > position:
            return placed
        if not (self._in(position, "to") or self._in(position, "in") or self._in(position, "without")):
            return self._for_everybody(position, limit)
        lead = noun + (self._in(noun, "article") and noun + 1 < limit)
        if lead in self._known or self._words[lead].is_acronym:
            return position
        if self._words[lead].is_capitalised:
            if not self._is_common(lead):
                return position
            return self._read_adjectives_behind(self._read_run(lead, limit), limit)
        bare = lead == noun and not self._in(position, "contracted")
        fits = bare and self._words[lead].pos == "NOUN" and not self._stands_apart_at(lead)
        return lead + 1 if fits and self._has_end(lead + 1) else position

    def _land_end(self, position: int, limit: int) -> int:
        """Index behind the country or the part of the world that a title is about: «Climat au Sahel», «Eau pour le Mali»."""
        if not any(self._in(position, name) for name in ("to", "in", "for")) or not self._is_common(position - 1):
            return position
        place = position + 1
        place += place + 1 < limit and self._in(place, "article")
        known = self._known.get(place)
        if known is not None:
            return known.end if known.kind == "country" else position
        return place + 1 if self._is_capitalised(place, limit) and self._in(place, "world_region") else position

    def _read_adjectives_behind(self, position: int, limit: int) -> int:
        end = position
        while end < limit and not self._words[end].is_capitalised and self._is_adjective(end):
            end += 1
        return end

    def _is_field_noun(self, position: int, limit: int) -> bool:
        """Whether a capitalised word is a noun for what a body works on, and opens no name of its own."""
        word = self._words[position]
        if not self._is_capitalised(position, limit) or word.is_acronym or self._opens_name(position, limit):
            return False
        if self._lexicon.is_head(word.folded) or self._in(position, "first_name"):
            return False
        told = self._is_common(position) or self._in(position, "learning") or self._in(position, "bare_field")
        return told or self._lexicon.is_portfolio(word.lower)

    def _closes(self, position: int) -> bool:
        """Whether a name that a noun before this word ends has its verb here, or the end of its clause."""
        if position >= len(self._words):
            return True
        word = self._words[position]
        if word.text in BREAKS or word.text in _CLOSINGS or word.is_number or self._in(position, "and"):
            return True
        return word.pos in VERBS
