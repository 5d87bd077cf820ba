"""One HTML file to look at records with: no network, no other file.

The page is ``assets/report.html`` with the style, the script and the data put in. Nothing that comes from a
document is ever markup: the data stands in a JSON block whose ``<``, ``>`` and ``&`` are escaped, the script
writes it as text nodes only, and the page's own Content-Security-Policy lets run only the script whose hash
it names, forbids every request, and (``require-trusted-types-for``) every way from a string to markup.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import partial
from string import Template
from typing import TYPE_CHECKING, Any

from glane.assets import read_asset
from glane.write.atomic import open_target
from glane.write.report_data import Errors, Fault, Score, Side, make_data

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Errors", "Fault", "Score", "Side", "make_data", "render_report", "write_report"]

_asset = partial(read_asset, "glane.write")

SCRIPTS = (
    "report_model.js",
    "report_panel.js",
    "report_text.js",
    "report_tables.js",
    "report_timeline.js",
    "report.js",
)
"""The parts of the page's script, in the order in which they are joined."""

_POLICY = (
    "default-src 'none'; img-src data:; style-src {style}; script-src {script}; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def render_report(data: dict[str, Any], title: str = "glane report") -> str:
    """Make the page.

    Args:
        data: from `make_data`.
        title: of the page.

    Returns:
        HTML; the same data gives the same text.
    """
    style = _asset("report.css")
    script = "\n".join(["(() => {", '"use strict";', *map(_asset, SCRIPTS), "})();"])
    return Template(_asset("report.html")).substitute(
        policy=_POLICY.format(style=_hash(style), script=_hash(script)),
        title=html.escape(title),
        style=style,
        script=script,
        data=escape_json(data),
    )


def write_report(path: Path | None, data: dict[str, Any], title: str = "glane report") -> None:
    """Write the page, to standard output for ``None``; a file appears whole or not at all.

    Raises:
        OutputError: it cannot be written.
        BrokenPipeError: the reader of standard output has gone.
    """
    page = render_report(data, title).encode("utf-8", errors="replace")
    with open_target(path) as stream:
        stream.write(page)


def escape_json(data: object) -> str:
    """Write JSON that can stand in an HTML ``script`` element: its text cannot end the element."""
    written = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return written.translate(_ESCAPES)


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
