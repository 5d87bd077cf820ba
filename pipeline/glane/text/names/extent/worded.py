"""Names of undertakings that are common words with one capital: «plan Santé et environnement», «programme Bien vieillir»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glane.text.names.extent.action_titles import taken_end
from glane.text.names.extent.adjectives import is_adjective
from glane.text.names.extent.nominal import can_lead, read_link, read_nominal
from glane.text.names.extent.runs import opens_name, read_run
from glane.text.names.extent.tails import series_end
from glane.text.names.extent.verbal_titles import clause_end, is_title_noun, is_verbal, stands_apart_at
from glane.text.words import BREAKS, VERBS

if TYPE_CHECKING:
    from glane.text.names.extent.reading import Reading

_SHORTEST = 4
_TITLED = frozenset({"NOUN", "ADJ"})
_CLOSINGS = frozenset('»”")–—')


def worded_end(reading: Reading, position: int, run: int, limit: int) -> int:
    """Index behind a name in common words.

    Args:
        reading: the text.
        position: index of its first word.
        run: index behind the capitalised words at its start.
        limit: index that the name does not reach beyond.

    Returns:
        ``run`` where the name has no more words.
    """
    if position in reading.known or reading.words[run - 1].is_acronym:
        return run
    if run <= position + 1 + reading.is_in(position, "before_verb") and is_verbal(reading, position, limit):
        return clause_end(reading, position, limit)
    taken = taken_end(reading, run - 1, limit)
    if taken > run:
        return taken
    end = _noun_behind(reading, position, run, limit)
    series = series_end(reading, end, limit) if is_title_noun(reading, end - 1) else end
    if series > end:
        return series
    paired = max(_pair_behind(reading, end, limit), fields_end(reading, position, end, limit))
    if paired > end:
        return _for_everybody(reading, paired, limit)
    several = _each_end(reading, position, end, limit)
    if several > end:
        return several
    titled = reading.is_in(end, "in") and reading.is_capitalised(end + 1, limit)  # «projet Filles en Action»
    titled = titled or end > run or is_title_noun(reading, end - 1) or _names_several(reading, position, end)
    return _where_end(reading, end, limit) if titled else end


def _names_several(reading: Reading, position: int, end: int) -> bool:
    """Whether one capitalised noun for several things is all there is of a name so far: «projet Rivières»."""
    word = reading.words[position]
    if end != position + 1 or len(word.text) < _SHORTEST or not word.text[1:].islower() or position in reading.known:
        return False
    if not reading.lexicon.may_be_plural(word.lower) or reading.is_in(position, "first_name"):
        return False
    return not word.lower.endswith(reading.lexicon.affixes("singular_s_ending"))  # «Atlas», «Erasmus»


def fields_end(reading: Reading, position: int, end: int, limit: int) -> int:
    """Index behind «et» and a second noun without an article: «groupe Eau et assainissement», «Cluster Mer et Littoral».

    Args:
        reading: the text.
        position: index of the capitalised noun before.
        end: index behind it; returned where nothing follows.
        limit: index that the name does not reach beyond.
    """
    noun = end + 1
    if noun >= limit or not reading.is_in(end, "and") or noun in reading.known or position in reading.known:
        return end
    if _is_field_noun(reading, noun, limit) and any(_is_field_noun(reading, at, limit) for at in range(position, end)):
        return read_run(reading, noun, limit)
    if end != position + 1:
        return end
    if not (is_title_noun(reading, position) or _names_several(reading, position, end)):
        return end
    word = reading.words[noun]
    if (
        word.is_capitalised
        and not word.is_acronym
        and is_title_noun(reading, position)
        and is_title_noun(reading, noun)
    ):
        return noun + 1
    fits = word.text.islower() and (
        word.pos == "NOUN" or (word.pos == "ADJ" and reading.lexicon.may_be_plural(word.lower))
    )
    others = reading.is_in(noun, "party_noun") or reading.is_in(noun, "actors")  # «le projet Rivières et partenaires»
    if not fits or others or reading.lexicon.is_function(word.lower) or reading.is_in(noun, "indefinite"):
        return end
    return noun + 1 if _has_end(reading, noun + 1) else end


def plurals_end(reading: Reading, position: int, run: int, limit: int, *, firm: bool) -> int:
    """Index behind two capitalised plurals that a firm is called by: «Société publique locale Rives et Ports»."""
    second = position + 2
    if not firm or run != position + 1 or second >= limit or not reading.is_in(run, "and") or second in reading.known:
        return run
    pair = (position, second)
    plural = all(reading.words[at].is_capitalised and _names_several(reading, at, at + 1) for at in pair)
    return second + 1 if plural else run


def _has_end(reading: Reading, position: int) -> bool:
    """Whether a clause ends at a word, or a pronoun, or another noun stands there, which taggers make of verbs."""
    if closes(reading, position):
        return True
    word = reading.words[position]
    return word.text.islower() and word.pos in {"NOUN", "PRON"}


def _each_end(reading: Reading, position: int, end: int, limit: int) -> int:
    """Index behind what each one gets: «Un Village, un Puits, une École»; ``end`` for none."""
    if not reading.is_in(position, "explaining"):
        return end
    if end == position + 1 and tells_each(reading, position, limit):
        end += 1
    while end + 2 < limit and reading.words[end].text == "," and reading.is_in(end + 1, "explaining"):
        if not can_lead(reading, end + 2, limit):
            break
        end += 3
    return end


def tells_each(reading: Reading, position: int, limit: int) -> bool:
    """Whether a noun in small letters and what it goes with stand behind «Un»: «Une école, un jardin»."""
    noun, second = position + 1, position + 3
    paired = second < limit and reading.words[noun + 1].text == "," and reading.is_in(second, "explaining")
    return paired and reading.is_in(position, "explaining") and reading.words[noun].text.islower()


def _noun_behind(reading: Reading, position: int, run: int, limit: int) -> int:
    """Index behind the noun in small letters that follows an adjective: «Petite enfance»; ``run`` for none."""
    if run != position + 1 or run >= limit or not reading.is_in(position, "leading_adjective"):
        return run
    word = reading.words[run]
    if word.is_capitalised or reading.lexicon.is_function(word.lower) or word.pos not in {"NOUN", "ADJ"}:
        return run
    nominal = read_nominal(reading, run, limit)
    return run if nominal is None else nominal.end


def _for_everybody(reading: Reading, position: int, limit: int) -> int:
    """Index behind «pour tous»."""
    follows = position + 1 < limit and reading.is_in(position, "for") and reading.is_in(position + 1, "everybody")
    return position + 2 if follows else position


def everybody_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind «pour tous» at the end of a clause, behind what everybody is to have: «l'éducation pour tous»."""
    end = _for_everybody(reading, position, limit)
    had = is_title_noun(reading, position - 1) or reading.is_in(position - 1, "everybodys")
    if end == position or not had:
        return position
    counts = not closes(reading, end) and (
        reading.lexicon.is_function(reading.words[end].lower) or reading.lexicon.may_be_plural(reading.words[end].lower)
    )
    return position if counts else end  # «pour tous les âges», «pour tous publics»


def _pair_behind(reading: Reading, position: int, limit: int) -> int:
    """Index behind «et» and a noun without an article: «Santé et environnement», «Agribusiness et Tourisme»."""
    noun = position + 1
    if noun >= limit or not reading.is_in(position, "and") or noun in reading.known or reading.words[noun].is_acronym:
        return position
    told = is_title_noun(reading, noun)
    if not (told or is_title_noun(reading, position - 1)) or reading.lexicon.is_function(reading.words[noun].lower):
        return position
    if not told and (reading.words[noun].is_capitalised or reading.words[noun].pos != "NOUN"):
        return position
    nominal = read_nominal(reading, noun, limit)
    if nominal is None or nominal.kind not in {"noun", "body"}:
        return position
    return nominal.end if told or closes(reading, nominal.end) else position


def second_theme_end(reading: Reading, position: int, end: int, limit: int) -> int:
    """Index behind «et» and a noun without an article, behind a title of a noun with adjectives; ``end`` for none.

    «Santé publique et nutrition», «Développement rural et diversification des villages»; the verb of two is in the plural.
    """
    noun = end + 1
    adjective = end > position + 1 and reading.words[end - 1].text.islower()
    if not adjective or noun >= limit or not reading.is_in(end, "and") or noun in reading.known:
        return end
    word = reading.words[noun]
    small = word.text.islower() and word.pos == "NOUN" and not reading.lexicon.is_head(word.folded)
    if not (small or is_title_noun(reading, noun)) or reading.words[position].pos not in _TITLED:
        return end
    nominal = read_nominal(reading, noun, limit)
    if nominal is None or nominal.kind != "noun":
        return end
    second = nominal.end
    link, start = read_link(reading, second, limit) if second < limit else ("", second)
    owned = read_nominal(reading, start, limit) if link == "of" else None
    if owned is not None and owned.kind == "noun" and not owned.proper:
        second = owned.end
    return second if _is_of_one(reading, second) else end


def _is_of_one(reading: Reading, position: int) -> bool:
    """Whether a clause ends at a word, or the verb of a single thing stands there."""
    if not closes(reading, position) or position >= len(reading.words):
        return position >= len(reading.words)
    word = reading.words[position]
    several = word.pos in VERBS and word.lower.endswith(reading.lexicon.affixes("plural_verb"))
    return not (several or word.is_number)


def _where_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind a preposition with a noun: «Santé à domicile», «École à l'Hôpital», «Énergie pour tous»."""
    noun = position + 1
    if noun >= limit:
        return position
    placed = _land_end(reading, position, limit)
    if placed > position:
        return placed
    if not (reading.is_in(position, "to") or reading.is_in(position, "in") or reading.is_in(position, "without")):
        return _for_everybody(reading, position, limit)
    lead = noun + (reading.is_in(noun, "article") and noun + 1 < limit)
    if lead in reading.known or reading.words[lead].is_acronym:
        return position
    if reading.words[lead].is_capitalised:
        if not is_title_noun(reading, lead):
            return position
        return _read_adjectives_behind(reading, read_run(reading, lead, limit), limit)
    bare = lead == noun and not reading.is_in(position, "contracted")
    fits = bare and reading.words[lead].pos == "NOUN" and not stands_apart_at(reading, lead)
    return lead + 1 if fits and _has_end(reading, lead + 1) else position


def _land_end(reading: Reading, position: int, limit: int) -> int:
    """Index behind the country or the part of the world that a title is about: «Climat au Sahel», «Eau pour le Mali»."""
    if not any(reading.is_in(position, name) for name in ("to", "in", "for")) or not is_title_noun(
        reading, position - 1
    ):
        return position
    place = position + 1
    place += place + 1 < limit and reading.is_in(place, "article")
    known = reading.known.get(place)
    if known is not None:
        return known.end if known.kind == "country" else position
    return place + 1 if reading.is_capitalised(place, limit) and reading.is_in(place, "world_region") else position


def _read_adjectives_behind(reading: Reading, position: int, limit: int) -> int:
    end = position
    while end < limit and not reading.words[end].is_capitalised and is_adjective(reading, end):
        end += 1
    return end


def _is_field_noun(reading: Reading, position: int, limit: int) -> bool:
    """Whether a capitalised word is a noun for what a body works on, and opens no name of its own."""
    word = reading.words[position]
    if not reading.is_capitalised(position, limit) or word.is_acronym or opens_name(reading, position, limit):
        return False
    if reading.lexicon.is_head(word.folded) or reading.is_in(position, "first_name"):
        return False
    told = (
        is_title_noun(reading, position) or reading.is_in(position, "learning") or reading.is_in(position, "bare_field")
    )
    return told or reading.lexicon.is_portfolio(word.lower)


def closes(reading: Reading, position: int) -> bool:
    """Whether a name that a noun before this word ends has its verb here, or the end of its clause."""
    if position >= len(reading.words):
        return True
    word = reading.words[position]
    if word.text in BREAKS or word.text in _CLOSINGS or word.is_number or reading.is_in(position, "and"):
        return True
    return word.pos in VERBS
