"""Other names that a text gives a body: «…, ci-après « la Banque »», «…, dénommée « Relais »», «(le « Fonds »)»."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from glane.text.acronyms.brackets import end_before
from glane.text.acronyms.edge_costs import has_title, is_governed
from glane.text.acronyms.inside import UPPER
from glane.text.acronyms.pairs import Definition
from glane.text.acronyms.words import words_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glane.rules.acronyms import AcronymRules
    from glane.text.acronyms.words import FormWord

OPENING = r"[«“\"]|<<"
CLOSING = r"[»”\"]|>>"
"""The marks that quote a name."""
_PLURAL = ("s", "x")
_LONGEST = 60
"""How far back the brackets open in which a cue stands, and how long a name in quotation marks is."""

_LONGEST_CUED = 16
"""Letters of an acronym, and of what leads to it from a comma: «, en abrégé CDP»."""

_NAME = rf"[{UPPER}][\w'&-]{{1,30}}"
_QUOTED = (
    rf"(?:{OPENING}) ?(?P<inner>\w{{1,3}}[ '])?(?P<quoted>[{UPPER}][^«»“”\"<>()\[\]\n,;:]{{2,60}}?) ?(?:{CLOSING})"
)
_BARE = rf"(?P<bare>{_NAME}(?: {_NAME}){{0,3}})(?= ?[,;.)\n]|\Z)"


@functools.lru_cache(maxsize=8)
def _pattern(rules: AcronymRules) -> re.Pattern[str]:
    """Compile what announces a name: a cue, or an opening bracket and an article; then the name."""
    cues = sorted({*rules.cues_hereafter, *rules.cues_called, *rules.cues_said}, key=len, reverse=True)
    # Cues are grouped by their first letters, so that few are tried at each place; the longest comes first.
    groups = [(first, [cue[1:] for cue in cues if cue[0] == first]) for first in sorted({cue[0] for cue in cues})]
    words = "|".join(rf"{re.escape(first)}(?:{'|'.join(map(re.escape, rests))})" for first, rests in groups) or "(?!)"
    return re.compile(rf"[,( ] ?(?P<cue>{words})(?:,| ?:)? (?P<article>\w{{1,5}}[ '] ?)?(?:{_QUOTED}|{_BARE})")


_IN_BRACKETS = re.compile(rf"\((?P<article>\w{{1,3}}[ '] ?)(?P<cue>)(?:{_QUOTED})(?P<bare>(?!))?\)")


def aliases(text: str, rules: AcronymRules) -> Iterator[Definition]:
    """Find names other than acronyms that a text gives to what a head noun of institutional names opens.

    Args:
        text: the text of a shadow.
        rules: the acronym tables; without heads there are no aliases.

    Yields:
        Definitions whose short form is the other name, without article or quotation marks.
    """
    generic = rules.forms.get(("cue", "letters"))
    other = rules.forms.get(("cue", "head"))
    for pattern in (_pattern(rules), _IN_BRACKETS):
        for match in pattern.finditer(text):
            cue = match["cue"]
            hereafter = not cue or cue in rules.cues_hereafter
            name = "quoted" if match["quoted"] else "bare"
            if not _fits(match, cue, name, rules):
                continue
            start = match.start() if text[match.start()] != " " else match.start("cue")
            words = words_before(text, _end_of_long(text, start, rules), rules)
            first = _opening(words, match[name].lower(), rules)
            rule = generic if hereafter else other
            if first < 0 or rule is None or not _differs(words[first:], match[name]):
                continue
            if _is_of_several(match, cue, name, rules) and not _repeats(words[first], match[name]):
                continue  # «la Ligue des pêcheurs et l'Agence des ports, ci-après « les Parties »»
            if not hereafter and _is_followed(words[first:], rules):
                continue
            start, end = words[first].start, words[-1].end
            yield Definition(*match.span(name), start, end, match[name], text[start:end], rule, alias=True)


def _fits(match: re.Match[str], cue: str, name: str, rules: AcronymRules) -> bool:
    """Tell whether what stands behind a cue may be a name: articles only around it, quoted where the cue asks for it."""
    articles = [match["article"], match["inner"] if name == "quoted" else None]
    if any(article and article.strip(" '").lower() not in rules.determiners for article in articles):
        return False
    if name == "bare" and cue in rules.cues_said:
        return False
    words = match[name].split()
    # Without a cue, a generic noun alone: «(la « Banque »)».
    return len(words) <= 6 if cue else len(words) == 1 and words[0].lower() in rules.heads


def _is_of_several(match: re.Match[str], cue: str, name: str, rules: AcronymRules) -> bool:
    """Tell whether a name is in the plural, by its article, or by the cue and itself where it has none."""
    articles = [match["article"], match["inner"] if name == "quoted" else None]
    given = [article.strip(" '").lower() for article in articles if article]
    if given:
        return not rules.singular.issuperset(given)
    return cue.endswith(_PLURAL) and match[name].split()[0].endswith(_PLURAL)


def _is_followed(words: Sequence[FormWord], rules: AcronymRules) -> bool:
    """Tell whether a comma and an article open another thing in a name: «le Conseil, un homme de 50 ans appelé Durou»."""
    return any(word.comma and word.lower in rules.determiners for word in words[1:])


def _repeats(head: FormWord, alias: str) -> bool:
    """Tell whether an alias is the head of the long form: «les Archives de Mers (ci-après « les Archives »)»."""
    return head.lower == alias.split()[0].lower()


def _end_of_long(text: str, cue: int, rules: AcronymRules) -> int:
    """Return where the words in front of a cue end: outside of the brackets in which it may stand."""
    reach = max(0, cue - _LONGEST)
    opening = text.rfind("(", reach, cue + 1)
    if opening >= 0 and text.find(")", opening, cue) < 0:
        cue = opening
    while cue > 0 and text[cue - 1] in " ,":
        cue -= 1
    return end_before(text, _before_acronym(text, cue, rules))


def _before_acronym(text: str, end: int, rules: AcronymRules) -> int:
    """Return where a comma and a cue to the acronym that ends at a place stand: «la Caisse | , en abrégé CDP»; or the place."""
    acronym = text.rfind(" ", max(0, end - _LONGEST_CUED), end)
    comma = text.rfind(",", max(0, acronym - _LONGEST_CUED), max(0, acronym))
    if acronym < 0 or comma < 0 or not text[acronym:end].isupper():
        return end
    return comma if text[comma + 1 : acronym].strip().lower() in rules.cues_before else end


def _opening(words: Sequence[FormWord], alias: str, rules: AcronymRules) -> int:
    """Return the head noun that opens the name in front; -1 for none.

    The one that the alias repeats («Banque … (ci-après « la Banque »)»), else the last that is not the complement of
    another, else the first capitalised one.
    """
    heads = [
        index for index, word in enumerate(words) if word.lower in rules.heads and not has_title(words, index, rules)
    ]
    heads = [index for index in heads if words[index].capital or _has_article(words, index, rules)]
    same = [index for index in heads if words[index].lower == alias.partition(" ")[0]]
    own = [index for index in heads if not is_governed(words, index, rules)]
    capital = [index for index in heads if words[index].capital]
    for found in (same[-1:], own[-1:], capital[:1]):
        if found:
            return found[0]
    return -1


def _has_article(words: Sequence[FormWord], index: int, rules: AcronymRules) -> bool:
    return index > 0 and words[index - 1].lower in rules.singular


def _differs(words: Sequence[FormWord], alias: str) -> bool:
    """Tell whether the long form says more than the alias."""
    return len(words) > 1 and len(words) > len(alias.split())
