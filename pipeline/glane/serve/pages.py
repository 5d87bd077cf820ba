"""The pages for people: the form, what is wrong with what was filled in, and the description of the addresses.

They run no script and load nothing. What a request brought stands in them escaped.
"""

from __future__ import annotations

import base64
import hashlib
import html
from functools import partial
from string import Template
from typing import TYPE_CHECKING, Any

from fastapi.responses import HTMLResponse, Response

from glane import __version__
from glane.assets import read_asset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_asset = partial(read_asset, "glane.serve")

_REPORT_POLICY = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
"""Added to the stricter one that a report brings with it, which names the hash of its script."""


def respond(page: str, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Make the response that holds a page from here."""
    return HTMLResponse(page, status, headers={**(headers or {}), "Content-Security-Policy": _policy()})


def respond_report(page: bytes) -> Response:
    """Make the response that holds a report."""
    return HTMLResponse(page, headers={"Content-Security-Policy": _REPORT_POLICY})


def render_form(fields: Mapping[str, str] | None = None, error: str | None = None) -> str:
    """Make the page to paste a text into.

    Args:
        fields: what was filled in before.
        error: what is wrong with it.
    """
    given = fields or {}
    note = f'<p class="error" role="alert">{html.escape(_sentence(error))}</p>' if error else ""
    text, day = (html.escape(given.get(name, "")) for name in ("text", "date"))
    # The first line end after the tag is dropped by a browser: one that belongs to the text must not be it.
    return _fill("form.html", error=note, text=f"\n{text}", date=day, version=html.escape(__version__))


def render_error(status: int, title: str, detail: str) -> str:
    """Make the page that says what is wrong to a browser."""
    return _fill("error.html", title=html.escape(f"{status} {title}"), detail=html.escape(_sentence(detail)))


def render_docs(openapi: Mapping[str, Any]) -> str:
    """Make the page that describes the addresses.

    Args:
        openapi: the description of the application, as OpenAPI has it.
    """
    operations = "".join(
        _operation(method, path, operation)
        for path, methods in openapi["paths"].items()
        for method, operation in methods.items()
    )
    info = openapi["info"]
    about = "".join(f"<p>{_prose(part)}</p>" for part in info["description"].split("\n\n"))
    return _fill("docs.html", about=about, version=html.escape(info["version"]), operations=operations)


def _operation(method: str, path: str, operation: Mapping[str, Any]) -> str:
    parts = [
        f'<section><h2><span class="method">{html.escape(method.upper())}</span> <code>{html.escape(path)}</code></h2>',
        f"<p>{_prose(operation.get('description') or operation.get('summary', ''))}</p>",
    ]
    if parameters := operation.get("parameters"):
        parts.append(_table("Query parameters", ("name", "what it says"), _parameters(parameters)))
    if body := operation.get("requestBody"):
        parts.append(f"<h3>Body</h3><p>{_prose(body['description'])}</p>")
        for kind, content in body["content"].items():
            parts.append(f"<h4><code>{html.escape(kind)}</code></h4>")
            if properties := content["schema"].get("properties"):
                required = content["schema"].get("required", ())
                parts.append(_table("", ("field", "what it says"), _fields(properties, required)))
    responses = ((status, _answer(answer)) for status, answer in operation["responses"].items())
    parts.append(_table("Answers", ("status", "what it says"), responses))
    return "".join([*parts, "</section>"])


def _parameters(parameters: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for one in parameters:
        yield one["name"], _prose(one.get("description") or one["schema"].get("description", ""))


def _fields(properties: Mapping[str, Mapping[str, Any]], required: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name, schema in properties.items():
        yield name, _prose(f"{schema.get('description', '')}{' Required.' if name in required else ''}")


def _answer(answer: Mapping[str, Any]) -> str:
    kinds = ", ".join(f"<code>{html.escape(kind)}</code>" for kind in answer.get("content", ()))
    return f"{_prose(answer['description'])} {kinds}"


def _table(caption: str, heads: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(
        f'<tr><th scope="row"><code>{html.escape(name)}</code></th><td>{value}</td></tr>' for name, value in rows
    )
    title = f"<caption>{caption}</caption>" if caption else ""
    return f'<div class="scroller"><table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _prose(text: str) -> str:
    """Escape a text; what stands between backquotes is code."""
    parts = html.escape(text).split("`")
    return "".join(f"<code>{part}</code>" if index % 2 else part for index, part in enumerate(parts))


def _sentence(detail: str) -> str:
    return f"{detail[:1].upper()}{detail[1:]}."


def _fill(name: str, **values: str) -> str:
    return Template(_asset(name)).substitute(style=_asset("page.css"), **values)


def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_asset("page.css").encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )
