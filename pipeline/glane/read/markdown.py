"""Markdown, read as such: headings, items and tables as lines, links by their text, emphasis without its marks."""

from __future__ import annotations

import datetime
import html
import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from glane.line_ends import plain_line_ends
from glane.read.dates import EARLIEST, LATEST, plausible
from glane.read.document import Content
from glane.read.encoding import decode
from glane.read.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token
    from pydantic import JsonValue

SUFFIXES = (".md", ".markdown")

MAX_FRONT_MATTER = 4_000
"""Characters; more is text."""
MAX_BRACKETS = 100
"""In front matter: the parser of YAML takes seconds for thousands of them."""

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"---[ \t]*\n(?:[ \t]*\n|#[^\n]*\n){0,9}[A-Za-z][\w-]*:(?:[ \t]|\n)")
"""A field behind the opening mark: no other text begins so."""
_BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|table|br|blockquote|section|article)\b[^<>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_NOTE_MARK = r"\[\^[^\s\[\]^]{1,40}\]"
_NOTE = re.compile(rf"{_NOTE_MARK}:[ \t]*")
_MARK = re.compile(_NOTE_MARK)
_NOTE_OR_MARK = re.compile(rf"\A{_NOTE_MARK}:[ \t]*|{_NOTE_MARK}")
_UNREAD = (("<style", "</style>"), ("<script", "</script>"), ("<!--", "-->"))


def read_markdown(data: bytes) -> Content:
    """Read Markdown (CommonMark and tables); YAML front matter gives title, date and metadata.

    Raises:
        InputError: the bytes are no text.
    """
    decoded = decode(data)
    text = plain_line_ends(decoded.text)
    front = _FRONT_MATTER.match(text, 0, MAX_FRONT_MATTER)
    fields = _parse_front(front[1]) if front else None
    if front and fields is not None:
        text = text[front.end() :]
    remarks = decoded.remarks
    if fields is None and _FIELD.match(text):
        why = "cannot be read as YAML" if front else f"has no end, or is longer than {MAX_FRONT_MATTER:,} characters"
        remarks += (f"its front matter {why}: it is read as text",)
    title, date, metadata = _sort_fields(fields or {})
    if fields and date is None and (given := fields.get("date")):
        what = f"no ISO date from {EARLIEST.year} to {LATEST.year}"
        remarks += (f"the date of its front matter, {str(given)[:40]!r}, is {what}: it is left in the metadata",)
    for opening, closing in _UNREAD:
        text = _drop(text, opening, closing)
    return Content(_render(_parser().parse(text)), date=date, title=title, metadata=metadata, remarks=remarks)


def _parser() -> MarkdownIt:
    """Make a parser that takes no note (``[^1]: …``) for the address of a link."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import reference

    def address(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        is_note = _NOTE.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
        return not is_note and reference(state, start, end, silent)

    parser = MarkdownIt("commonmark").enable("table")
    parser.block.ruler.at("reference", address)
    return parser


def _render(tokens: Sequence[Token]) -> str:
    lines = Lines()
    row: list[str] | None = None
    depth = 0
    for token in tokens:
        match token.type:
            case "inline":
                parts = _inline(token.children or ())
                if row is not None:
                    row.append(" ".join(parts))
                else:
                    _add_lines(parts, lines)
            case "tr_open":
                row = []
            case "tr_close":
                lines.row(row or [])
                row = None
            case "list_item_open":
                depth += 1
                lines.item()
            case "list_item_close":
                depth -= 1
                lines.end_item()
            case "fence" | "code_block" | "html_block":
                _add_lines(_literal(token).splitlines(), lines)
            case _ if row is None and token.type not in ("thead_close", "tbody_open"):
                lines.end(block=depth == 0)
    return lines.text()


def _literal(token: Token) -> str:
    """The text of code as it stands; of HTML, what is outside the tags."""
    if token.type != "html_block":
        return token.content
    return html.unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", token.content)))


def _drop(text: str, opening: str, closing: str) -> str:
    """Leave out what stands between two marks; an opening one that is never closed stays."""
    folded = text.lower() if len(text.lower()) == len(text) else text
    kept: list[str] = []
    position = 0
    while (start := folded.find(opening, position)) >= 0 and (end := folded.find(closing, start)) >= 0:
        kept.append(text[position:start])
        position = end + len(closing)
    return "".join([*kept, text[position:]])


def _may_break(line: str) -> bool:
    """Whether a hyphen behind a letter or a digit ends a line, as in a word that goes on: «mil-¶lions»."""
    return line[-1:] == "-" and line[-2:-1].isalnum()


def _opens_note(token: Token | None) -> bool:
    return token is not None and token.type == "text" and _NOTE.match(token.content) is not None


def _inline(children: Sequence[Token]) -> list[str]:
    """The lines of a paragraph: a line end in it is a blank, unless it is hard, opens a note, or may stand in a word."""
    lines = [""]
    for token, behind in zip_longest(children, children[1:]):
        match token.type:
            case "hardbreak":
                lines.append("")
            case "softbreak" if _may_break(lines[-1]) or _opens_note(behind):
                lines.append("")
            case "softbreak":
                lines[-1] += " "
            case "text":
                lines[-1] += _unmark(token.content, begins=not lines[-1])
            case "html_inline":
                if token.content.lower().startswith("<br"):
                    lines.append("")
            case "image":
                lines[-1] += "".join(part.content for part in token.children or ())
            case _:
                lines[-1] += token.content  # code; nothing for the marks of emphasis and links
    return lines


def _unmark(text: str, *, begins: bool) -> str:
    """Leave out the marks of notes; behind the one that begins a line, a note, the colon too."""
    return (_NOTE_OR_MARK if begins else _MARK).sub("", text)


def _add_lines(texts: Sequence[str], lines: Lines) -> None:
    for text in texts:
        lines.add(text)
        lines.end()


def _parse_front(text: str) -> dict[str, Any] | None:
    """Parse front matter; ``None`` where it is none: a rule above some text."""
    if text.count("[") + text.count("{") > MAX_BRACKETS:
        return None
    import srsly  # type: ignore[import-untyped]  # spaCy's own reader of YAML, without tags that make objects

    try:
        found = srsly.yaml_loads(text)
    except Exception:  # the parser has many errors of its own; that this is no YAML is all that matters
        return None
    return found if isinstance(found, dict) else None


def _sort_fields(fields: dict[str, Any]) -> tuple[str | None, datetime.date | None, dict[str, JsonValue]]:
    """Tell title, date and the rest apart; of that, what is a plain value or a list of them.

    A date that is none is of the rest: no other place would have what the file says.
    """
    date = _date(fields.get("date"))
    metadata: dict[str, JsonValue] = {}
    for name, value in fields.items():
        if name == "title" or (name == "date" and (date is not None or not value)):
            continue
        plain = _plain(value)
        if plain is not None:
            metadata[str(name)] = plain
        elif isinstance(value, list):
            metadata[str(name)] = [one for one in map(_plain, value) if one is not None]
    title = fields.get("title")
    return str(title) if title else None, date, metadata


def _plain(value: Any) -> str | int | float | bool | None:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else None


def _date(value: Any) -> datetime.date | None:
    if isinstance(value, str):
        try:
            value = datetime.datetime.fromisoformat(value)
        except ValueError:
            return None
    return plausible(value) if isinstance(value, datetime.date) else None
