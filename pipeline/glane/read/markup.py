"""From a tree of elements to lines: for pages, and for what trafilatura makes of them."""

from __future__ import annotations

from typing import Any

from glane.read.lines import Lines, squeeze

# Elements of HTML, and of the TEI that trafilatura makes of it (head, list, item, row, cell, quote, lb).
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "code", "dd", "details", "dialog"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
        *("head", "list", "quote", "tbody", "thead", "tfoot"),
    )
)
_ITEMS = frozenset(("li", "item"))
_ROWS = frozenset(("tr", "row"))
_CELLS = frozenset(("td", "th", "cell"))
_BREAKS = frozenset(("br", "lb"))
_LISTS = frozenset(("ul", "ol", "list", "dl"))
_UNREAD = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio"),
        *(
            "video",
            "select",
            "option",
            "datalist",
            "textarea",
            "button",
            "input",
            "title",
            "meta",
            "link",
            "base",
            "nav",
        ),
    )
)
_STRUCTURE = _LISTS | {"table", "h1", "h2", "h3", "h4", "h5", "h6", "head"}
"""A row with one of these in a cell lays out the page; it is no row of data."""


def render(root: Any) -> str:
    """Write the text of a tree: a block a line, ``- `` before list items, a table row on a line.

    Takes time in proportion to the tree; elements that show no text, navigation among them, are left out.
    """
    body = root.find("body") if root.tag == "html" else root
    lines = Lines()
    if body is not None:
        _render(body, lines)
    return lines.text()


def _render(element: Any, lines: Lines) -> None:
    # The parser allows 256 levels: recursion is safe.
    tag = element.tag
    if tag in _ROWS and not any(inner.tag in _STRUCTURE for inner in element.iterdescendants()):
        lines.row([_flat(cell) for cell in element if cell.tag in _CELLS])
        return
    block = tag in _BLOCKS
    if tag in _ITEMS:
        lines.item()
    elif block or tag in _ROWS or tag in _CELLS:
        lines.end(block=_stands_apart(element))
    if tag in ("pre", "code") and element.text:
        _add_lines(element.text, lines)
    else:
        lines.add(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD:
            if child.tag in _BREAKS:
                lines.end()
            else:
                _render(child, lines)
        lines.add(child.tail)
    if tag in _ITEMS:
        lines.end_item()
    elif block or tag in _ROWS or tag in _CELLS:
        lines.end(block=_stands_apart(element))


def _stands_apart(element: Any) -> bool:
    """Whether a block has a blank line around it: not within a list item, so that a list stays together."""
    parent = element.getparent()
    return parent is None or (parent.tag not in _ITEMS and not (element.tag in _LISTS and parent.tag in _LISTS))


def _add_lines(text: str, lines: Lines) -> None:
    first, *others = text.splitlines() or [""]
    lines.add(first)
    for other in others:
        lines.end()
        lines.add(other)


def _flat(cell: Any) -> str:
    """The text of a cell on one line; its blocks do not touch."""
    parts: list[str] = []
    _collect(cell, parts)
    return squeeze("".join(parts))


def _collect(element: Any, parts: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in _UNREAD:
        return
    apart = element.tag in _BLOCKS or element.tag in _BREAKS or element.tag in _ITEMS or element.tag in _CELLS
    if apart:
        parts.append(" ")
    parts.append(element.text or "")
    for child in element:
        _collect(child, parts)
        parts.append(child.tail or "")
    if apart:
        parts.append(" ")
