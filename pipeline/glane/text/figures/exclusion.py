"""What a number is when it is no figure: a part of a code, the number of something, a time of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glane.text.figures.context import (
    has_after,
    has_before,
    is_town_code,
    noun_behind,
    numbering,
    strip_left,
    words_before,
)
from glane.text.figures.tiles import is_tile

if TYPE_CHECKING:
    from glane.rules.figures import FigureRules
    from glane.text.figures.candidate import FigureCandidate

_BLANKS = 8
_ITEM = re.compile(r"\d{1,2}(?:\.\d{1,2})* (?=[^\W\d_])")
_LINE = re.compile(r"[^\n]{0,120}")
_OUT_OF = re.compile(r" ?(?:/|(?P<word>[^\W\d_]{2,6}) ) ?(?P<all>\d{1,3})(?!\d)")
_CAPITALS = re.compile(r" ([A-Z]{2,})(?!\w)")
_ADDRESSED = frozenset((",", "\n", ""))
_NEW = 9
"""The number whose word also says that something is new."""
_TYPE = re.compile(r" \d{1,3}(?![\w/]|[.,]\d| ?[\d%€$°])")
_CENTIMETRES = re.compile(r" \d{2}(?!\d)")
# A year of two digits and a number: «19.080».
_BUSINESS = re.compile(r"(?:[0-3]|9)\d\.\d{3}")
# A capital behind it, perhaps behind the letter of a chamber.
_ENTRY = re.compile(r"(?: [a-zé])? ([A-ZÀ-Þ][^\W\d_]+)")
# «Édouard VII», «Victoria, ch. 4»
_REIGN = re.compile(r" [A-ZÀ-Þ][^\W\d_]{2,}(?: [IVX]{1,4}(?!\w)|, [^\W\d_]{1,4}\.? \d)")
_FAR = 12
_NEAR = 4
_PLACEHOLDER = "$"


def numbered(item: FigureCandidate, rules: FigureRules) -> tuple[bool, bool]:
    """Whether the candidate numbers something («article 5»), and whether several («articles 5 et 6»)."""
    text, folded, start = item.text, item.folded, item.start
    if item.is_plain and (_has_suffix(item, rules) or is_town_code(text, start, rules)):
        return True, False
    if _BUSINESS.fullmatch(text, start, item.end) and _is_business(item, rules):
        return True, folded[strip_left(folded, start) - 1] == "s"
    found = numbering(text, folded, start, rules)
    if found is None:
        return _heads_a_line(item, rules), False
    kind, is_plural = found
    if kind == "name":
        return True, is_plural
    if item.has_unit or item.first.number.form not in ("digits", "words"):
        return False, False
    if kind == "label" and item.first.number.form == "words":
        # «livre quatre enseignements»: the label is a verb, or what is numbered would not be counted too.
        noun = noun_behind(text, folded, item.end, rules)
        if noun and noun[0].islower():
            return False, False
    if kind == "label":
        return item.first.multiplier < 1000 and item.first.number.style != "blank", is_plural
    return item.first.number.form == "digits" and item.first.number.style in (
        "plain",
        "point",
        "comma",
    ), False


def _is_business(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether digits are the number of a parliament's business: «la motion 19.402», «la réforme de la tutelle (21.315)»."""
    text, folded, start, end = item.text, item.folded, item.start, item.end
    if has_before(folded, start, "business", rules) or _opens_entry(item, rules):
        return True
    business = rules.context("business")
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        is_amount = any(has_before(folded, start, name, rules) for name in ("from", "to", "amount"))
        is_near = any(map(business.has_word, words_before(folded, start, _NEAR)))
        return is_near and not is_amount and not noun_behind(text, folded, end, rules)
    words = words_before(folded, start - 1, _FAR)
    if any(map(business.has_word, words)):
        return True
    # «les candidats (12.500)», «la population (12.500)»
    is_plural = bool(words) and rules.context("plural_ending").has_word(words[0][-1])
    return bool(words) and not is_plural and not any(map(rules.context("level_count").has_word, words))


def _opens_entry(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether the number opens the line of its business: «18.054 Message concernant …», not «12.500 Personnes»."""
    text, start = item.text, item.start
    noun = _ENTRY.match(text, item.end) if start == 0 or text[start - 1] == "\n" else None
    return noun is not None and noun[1][1:].islower() and not rules.context("plural_ending").has_word(noun[1][-1])


def _has_suffix(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether what makes one number of several out of it stands behind («5 ter»), not trains («5 TER/h», «12 TER par jour»)."""
    if not has_after(item.folded, item.end, "after", rules):
        return False
    train = _CAPITALS.match(item.text, item.end)
    if train is None or not rules.context("after_counted").has_word(train[1].lower()):
        return True
    end = train.end()
    addressed = has_after(item.folded, end, "address", rules) or item.text[end : end + 1] in _ADDRESSED
    return addressed or numbering(item.text, item.folded, item.start, rules) is not None


def _heads_a_line(item: FigureCandidate, rules: FigureRules) -> bool:
    """A section number: «2.3 Résultats» on a line of its own, which counts nothing as «28 Pays» does over «4 Phases»."""
    text, start = item.text, item.start
    if item.has_unit or item.last.multiplier > 1 or (start and text[start - 1] != "\n"):
        return False
    match = _ITEM.match(text, start)
    if match is None or not text[match.end()].isupper():
        return False
    plural = item.is_plain and rules.context("plural_ending").has_word(
        noun_behind(text, item.folded, item.end, rules)[-1:]
    )
    if plural and is_tile(text, start, int(item.last.value)):
        return False
    line = _LINE.match(text, start)
    return line is not None and len(line[0]) < 100 and not line[0].rstrip().endswith((".", ";", ",", ":"))


def is_glued(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether the numeral is part of a longer code: «A400M», «2009/81/CE», «COVID-19», «10(3)»."""
    text, start, end = item.text, item.start, item.end
    before = text[start - 1 : start]
    if before and (before.isalnum() or before in "_/@#=&§\\^°"):
        return not _is_second_side(item, rules)
    if before and before in "-−.,:'+" and _glued_before(item, before, rules):
        return True
    after = text[end : end + 1]
    if item.has_unit:
        # «%1$sAide» is where a text is to be put in
        return item.end > start and text[end - 1] in _PLACEHOLDER and before == "%" and after.isalpha()
    if before and before in "–—" and text[start - 2 : start - 1].isdigit():
        # «n° 2011—13»
        return True
    if not after:
        return False
    if after.isalnum() or after in "_@#&\\°^([":
        return True
    return after in "-/.:,'" and text[end + 1 : end + 2].isalnum()


def is_rank(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether what looks like a number with its unit is a rank in brackets: «le général (2s)»."""
    text, start, end = item.text, item.start, item.end
    is_alone = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return is_alone and rules.context("rank").has_word(item.folded[start:end])


def _is_second_side(item: FigureCandidate, rules: FigureRules) -> bool:
    """«8x5 cm»: the length of a second side, right behind the first one."""
    text, start, unit = item.text, item.start, item.last.unit
    is_behind_number = start > 1 and text[start - 2].isdigit() and rules.links.get(text[start - 1]) == "by"
    return is_behind_number and unit is not None and unit.quantity == "measure"


def _glued_before(item: FigureCandidate, sign: str, rules: FigureRules) -> bool:
    further = item.text[item.start - 2 : item.start - 1] if item.start > 1 else ""
    if sign == "+":
        is_counted = further in ("", " ", "(") and bool(noun_behind(item.text, item.folded, item.end, rules))
        return not item.has_unit and not is_counted and item.last.number.style != "decimal"
    if sign == "'":
        return further.isdigit()
    return further.isalnum() or (sign in ".," and not further.isspace() and further != "")


def is_alone(item: FigureCandidate) -> bool:
    """Whether a number is all that the text says, blanks apart."""
    is_near_ends = item.start <= _BLANKS and len(item.text) - item.end <= _BLANKS
    return is_near_ends and not (item.text[: item.start] + item.text[item.end :]).strip()


def is_in_a_row(item: FigureCandidate) -> bool:
    """Whether digits stand right beside: a telephone number, a row of a table."""
    text, start, end = item.text, item.start, item.end
    left = start > 1 and text[start - 1] == " " and text[start - 2].isdigit()
    right = text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit()
    return left or right


def is_always(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a unit of time says that something never stops: «24h/24», «7 jours sur 7», «24/24 heures»."""
    unit, text, end = item.last.unit, item.text, item.end
    if unit is None or unit.quantity != "duration":
        return False
    if item.last.number.form != "digits":
        return item.last.number.style == "slash" and item.last.number.value == 1
    match = _OUT_OF.match(text, end)
    if match is None or (match["word"] and not rules.context("share").has_word(match["word"])):
        return False
    return match["all"] == text[item.last.number.start : item.last.number.end]


def is_idiom(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a number word is part of a saying, and counts nothing: «deux poids, deux mesures», «remis à neuf»."""
    if item.last.number.form != "words" or item.is_range:
        return False
    if has_after(item.folded, item.end, "saying", rules):
        return True
    if item.last.value == _NEW and has_before(item.folded, item.start, "renewed", rules):
        return not noun_behind(item.text, item.folded, item.end, rules)
    return has_after(item.folded, item.end, "saying_end", rules) and has_before(
        item.folded, item.start, "saying_start", rules
    )


def is_regnal(item: FigureCandidate) -> bool:
    """Whether two numbers in a row are years of a reign, by which a statute is cited: «7-8 Édouard VII, ch. 57»."""
    low, high = item.first.value, item.last.value
    return item.is_range and item.is_plain and high - low == 1 and _REIGN.match(item.text, item.end) is not None


def is_of_a_type(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a measure is part of the name of a type: «le mortier 12 cm 16», but not «un mur de 1 m 80»."""
    unit, text, start = item.last.unit, item.text, item.start
    if _names_a_way(item, rules):
        return True
    number = _TYPE.match(text, item.end)
    if unit is None or unit.quantity != "measure" or item.is_range or number is None:
        return False
    end = number.end()
    if rules.symbols.after(text, end + 1) or rules.unit_words.after(item.folded, end + 1):
        return False
    if noun_behind(text, item.folded, end, rules):
        return False
    if unit.unit == "m" and _CENTIMETRES.match(text, item.end):
        return False
    is_behind_word = start > 1 and text[start - 1] == " " and text[start - 2].isalpha()
    stops = ("from", "to", "amount", "function", "between", "definite")
    return is_behind_word and not any(has_before(item.folded, start, name, rules) for name in stops)


def _names_a_way(item: FigureCandidate, rules: FigureRules) -> bool:
    """Whether a way is called by its breadth: «le Boulevard 54 m», but not «le boulevard fait 54 m»."""
    unit = item.last.unit
    way = None if unit is None or unit.unit != "m" else rules.context("address").before(item.folded, item.start - 1)
    return way is not None and not item.is_range and item.text[way[0]].isupper()
