"""The names that a plural head announces: «opérations X, Y et Z», «les programmes Petites rives, Bourgs fertiles et …»."""

from __future__ import annotations

from glane.text.names.extent.adjectives import MAX_WORDS, PLURAL
from glane.text.names.extent.phrase import PhraseReader
from glane.text.words import QUOTES

_ONE_QUOTED = 3
"""Index behind a quotation of one word, counted from its opening."""
_MOST_PARTS = 4
"""Words or complements in small letters behind the capitalised ones of a name."""
_NOUNS = frozenset({"NOUN", "ADJ"})


class ListedReader(PhraseReader):
    """Reads lists of names in one text."""

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
            closing = self._find_closing(position, limit) if self._words[position].text in QUOTES else 0
            end = closing or self._item_end(position, limit)
            if end == position or self._is_cut(position, end, limit):
                break
            if closing == position + _ONE_QUOTED and self._is_of_sort(position, closing):
                return []  # «des projets « pilotes » et « structurants »»
            names.append((position + 1, closing - 1) if closing else (position, end))
            position = end
            if not self._separates(position, limit):
                break
            position += 1
        return names if len(names) > 1 else []

    def _separates(self, position: int, limit: int) -> bool:
        return position < limit and (self._words[position].text == "," or self._in(position, "and"))

    def _item_end(self, position: int, limit: int) -> int:
        """Index behind one name: its capitalised words, and those in small letters up to what separates it from the next."""
        run = self._read_run(position, limit)
        known = self._known.get(position)
        if known is not None and known.kind == "programme":
            return max(run, known.end)
        if run == position or self._ends_item(run, limit):
            return run
        end = self._worded_item_end(position, run, limit)
        return end if end > run and self._ends_item(end, limit) else run

    def _ends_item(self, position: int, limit: int) -> bool:
        return position >= limit or self._separates(position, limit) or self._closes(position)

    def _worded_item_end(self, position: int, run: int, limit: int) -> int:
        """Index behind the words in small letters of a name: «Petites rives d'avenir», «Action montagne», «Mieux vivre»."""
        end = run
        for _ in range(_MOST_PARTS):
            part = self._item_part(position, end, limit)
            if part == end or self._ends_item(part, limit):
                return part
            end = part
        return end

    def _item_part(self, first: int, position: int, limit: int) -> int:
        """Index behind one more word, or a complement, of a name that begins at ``first``; ``position`` for none."""
        if position >= limit or position in self._known:
            return position
        word = self._words[position]
        if self._in(position, "title_adverb"):
            return position + self._lexicon.has_infinitive_ending(self._words[first].lower)
        if self._in(position, "of"):
            return self._item_complement_end(first, position, limit)
        if not word.is_word or word.is_capitalised or self._lexicon.is_function(word.lower):
            return position
        if word.pos == "ADJ":
            agrees = not word.lower.endswith(PLURAL) or self._words[position - 1].lower.endswith(PLURAL)
            return position + agrees
        leads = self._in(position - 1, "leading_adjective") or self._in(position - 1, "possessive")
        apposed = self._words[position - 1].pos == "NOUN" and position - 1 == first
        return position + (word.pos == "NOUN" and (leads or apposed))

    def _item_complement_end(self, first: int, position: int, limit: int) -> int:
        """Index behind «de» with what a common noun is of; ``position`` for whose it is («Eau et Santé de la commune»)."""
        if self._words[first].pos not in _NOUNS:
            return position
        nominal = self._read_nominal(position + 1, limit)
        if nominal is None or nominal.kind != "noun":
            return position
        bare = self._in(position, "bare_of") and not nominal.determiner
        several = self._words[first].lower.endswith(PLURAL)
        return nominal.end if bare or several or self._separates(nominal.end, limit) else position

    def _is_cut(self, position: int, end: int, limit: int) -> bool:
        """Whether but the adjective that opens a name was read, and its noun follows."""
        lone = end == position + 1 and self._in(position, "leading_adjective")
        return lone and not self._ends_item(end, limit)
