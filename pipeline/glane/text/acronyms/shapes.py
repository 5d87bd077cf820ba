"""What looks like an acronym: the shape of a token, and what its surroundings say against it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glane.rules.acronyms import AcronymRules

_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_LOWER = "a-zà-öø-ÿœ"
_MAX_LETTERS = 12

_TOKEN = re.compile(rf"(?<![\w@#.&/])[a-z]{{0,2}}[{_UPPER}][\w&./-]{{1,60}}")
_DOTTED = re.compile(rf"(?:[{_UPPER}]\.-?){{2,12}}[{_UPPER}]?(?![{_LOWER}])")
_PLURAL = re.compile(rf"[{_UPPER}]{{2,12}}s\Z")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,4})\Z")
_ORDINAL = re.compile(rf"(?<=[IVXLCDM])[{_LOWER}]{{1,4}}\Z")
_NUMBERED = re.compile(rf"([{_UPPER}]{{3,12}})\d{{1,4}}\Z")
_SMALL_ROMAN = frozenset("IVXL")
_LOWERS = re.compile(rf"[{_LOWER}]+")
_CAPITALS = re.compile(rf"[{_UPPER}]{{2,}}")
_PAIR = re.compile(rf"[{_UPPER}][ '][{_UPPER}]{{2}}|^\W*[{_UPPER}]+\W*$")
_NEXT = re.compile(rf"(?:-| ?[ '])([{_UPPER}]+)(?![{_LOWER}\w])")
_PREVIOUS = re.compile(rf"(?<![\w])([{_UPPER}]+)(?: ?[ ']|-)\Z")
_NAME_BEFORE = re.compile(rf"([\w]*)([^\w]*)\b([{_UPPER}][{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)?) \Z")
_TITLE_BEFORE = re.compile(r"\b(\w{1,9})\.? \Z")
_VOWELS = frozenset("AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜŒ")


def is_roman(token: str) -> bool:
    """Tell whether a token reads as a Roman numeral, ordinal ending or not.

    Numerals with C, D or M count only from five letters on: «CDI», «CM», «MCI» are more often acronyms.
    """
    bare = _ORDINAL.sub("", token)
    if not bare or not _ROMAN.match(bare):
        return False
    return set(bare) <= _SMALL_ROMAN or len(bare) >= 5 or bare != token


def plain(token: str) -> str:
    """Spell an acronym in capitals, without dots, hyphens, digits, plural: the key of the stop list."""
    if _PLURAL.match(token):
        token = token[:-1]
    return "".join(char for char in token if char.isalpha()).upper()


def is_shaped(token: str) -> bool:
    """Tell whether a token without blanks, hyphens and slashes has the shape of an acronym.

    Two capitals and more, fewer small letters, no digits but behind three capitals, and not a
    Roman numeral.
    """
    if _DOTTED.fullmatch(token):
        return sum(map(str.isalpha, token)) >= 3
    numbered = _NUMBERED.match(token)
    if numbered:
        token = numbered[1]
    letters = token.replace("&", "")
    if not letters.isalpha() or len(letters) > _MAX_LETTERS:
        return False
    capitals = sum(map(str.isupper, letters))
    return capitals >= 2 and len(letters) < 2 * capitals and not is_roman(token)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of word characters, dots, hyphens and slashes into the tokens that may be acronyms."""
    run = text[start:end]
    dotted = _DOTTED.match(run)
    if dotted and dotted.end() >= len(run) - 1:
        yield start, start + dotted.end()
        return
    run = run.rstrip(".&/-")
    if "/" in run:
        pieces = run.split("/")
        # «A/RES/65», «E/CN.3/2001/8», «km/h» are codes; «AIEA/IAEA» are two acronyms.
        if any(len(piece) < 2 or any(map(str.isdigit, piece)) for piece in pieces):
            return
        for piece in pieces:
            yield from _parts(text, start, start + len(piece))
            start += len(piece) + 1
        return
    if "." in run:
        head, _, tail = run.partition(".")
        # A full stop without a blank («ONU.Le») ends the token; «WP.29», «onu.org» are codes and addresses.
        if len(tail) < 2 or not tail[0].isupper() or not tail[1].islower():
            return
        run = head
    yield start, start + len(run)


def _hyphenated(token: str) -> int:
    """Say how much of a token with hyphens is acronym: its length, 0 for nothing.

    «GI-WLTP» whole; «ONU-Habitat», «OTAN-Géorgie», «ISO-9001» only the first part; «P-5», «FY-2D» nothing.
    """
    pieces = token.split("-")
    if len(pieces) == 1:
        return len(token) if is_shaped(token) else 0
    if all(piece.isalpha() and piece.isupper() for piece in pieces):
        # One part at least is long enough, or it is a name such as «J-P».
        return len(token) if any(len(piece) > 1 for piece in pieces) and len(token) <= 2 * _MAX_LETTERS else 0
    first = pieces[0]
    if any(map(str.isdigit, token)) and len(first) < 3:
        return 0
    return len(first) if is_shaped(first) else 0


def _is_heading(line: str) -> bool:
    """Tell whether a line is written in capitals throughout (a list «OTAN, ONU, UE» is not)."""
    if not _PAIR.search(line):
        return False
    small = sum(map(len, _LOWERS.findall(line)))
    big = sum(map(len, _CAPITALS.findall(line)))
    return big > 2 * small


def _in_capitals(text: str, start: int, end: int, rules: AcronymRules) -> bool:
    """Tell whether a token stands in a run of capitals: three words, a function word, two long ones."""
    run = [text[start:end]]
    place = end
    for _ in range(2):
        match = _NEXT.match(text, place, place + 40)
        if not match:
            break
        run.append(match[1])
        place = match.end()
    place = start
    for _ in range(2):
        match = _PREVIOUS.search(text[max(0, place - 40) : place])
        if not match:
            break
        run.append(match[1])
        place -= match.end() - match.start()
    if len(run) == 1:
        return False
    if sum(len(word) > 1 for word in run) >= 3 or any(len(word) > 1 and word.lower() in rules.function for word in run):
        return True
    return all(len(word) >= 4 for word in run)


def _is_surname(text: str, start: int, token: str, rules: AcronymRules) -> bool:
    """Tell whether capitals look like a family name: behind a title or a given name («Luc PETIT»)."""
    before = text[max(0, start - 48) : start]
    title = _TITLE_BEFORE.search(before)
    if title and title[1].lower() in rules.titles:
        return True
    match = _NAME_BEFORE.search(before)
    if not match or len(token) < 3 or not token.isalpha() or not token.isupper() or _VOWELS.isdisjoint(token):
        return False
    word, between, given = match.groups()
    if word.lower() in rules.titles:
        return True
    folded = given.lower()
    if folded in rules.heads or folded in rules.function or folded in rules.soft or folded in rules.breakers:
        return False
    if word and not between.strip(" '"):
        # «la Radio ABC»: an article makes the capitalised word a noun.
        return word.lower() not in rules.determiners and not word[:1].isupper()
    return len(token) >= 4


def find_acronyms(text: str, rules: AcronymRules) -> list[tuple[int, int]]:
    """Find the tokens of a text that look like acronyms.

    Args:
        text: the text of a shadow.
        rules: the acronym tables.

    Returns:
        Spans in order, half-open, not overlapping: two capitals and more, dots and hyphens inside included, a
        plural «s» excluded. Left out are Roman numerals, units, codes, capitals on the stop list, headings in
        capitals and family names. Of «OTAN-UE» each part is a span where one of them also stands alone.
    """
    spans: list[tuple[int, int]] = []
    line_end = -1
    heading = False
    for match in _TOKEN.finditer(text):
        if match.end() - match.start() < 2 or not _has_two_capitals(match[0]):
            continue
        for start, stop in _parts(text, match.start(), match.end()):
            token = text[start:stop]
            if "." not in token:
                if _PLURAL.match(token):
                    stop -= 1
                else:
                    stop = start + _hyphenated(token)
                token = text[start:stop]
            elif "-" in token or not is_shaped(token):
                continue
            if not token or is_roman(token) or _stopped(token, rules):
                continue
            if start > line_end:
                line_start = text.rfind("\n", 0, start) + 1 if line_end < 0 else _line_start(text, line_end, start)
                line_end = text.find("\n", start)
                line_end = len(text) if line_end < 0 else line_end
                heading = _is_heading(text[line_start:line_end])
            if (
                text.startswith(rules.numeros, stop + (text[stop : stop + 1] == " "))
                or heading
                or _in_capitals(text, start, stop, rules)
                or _is_surname(text, start, token, rules)
            ):
                continue
            spans.append((start, stop))
    return _split_joint(text, spans)


def _line_start(text: str, after: int, before: int) -> int:
    found = text.rfind("\n", after, before)
    return found + 1 if found >= 0 else after


def _has_two_capitals(token: str) -> bool:
    return sum(map(str.isupper, token)) >= 2


def _stopped(token: str, rules: AcronymRules) -> bool:
    key = plain(token)
    if key in rules.stops:
        return True
    first, hyphen, _ = token.partition("-")
    return bool(hyphen) and plain(first) in rules.stops and len(first) > 1 and first != token


def _split_joint(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Split «OTAN-UE» into its parts where one of them also stands alone in the text."""
    alone = {text[start:end] for start, end in spans if "-" not in text[start:end]}
    result: list[tuple[int, int]] = []
    for start, end in spans:
        pieces = text[start:end].split("-")
        if len(pieces) == 1 or not all(len(piece) > 1 for piece in pieces) or alone.isdisjoint(pieces):
            result.append((start, end))
            continue
        place = start
        for piece in pieces:
            result.append((place, place + len(piece)))
            place += len(piece) + 1
    return result
