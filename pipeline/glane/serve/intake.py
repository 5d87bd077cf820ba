"""From a request to documents: what is taken, within which bounds, and what is wrong with the rest."""

from __future__ import annotations

import asyncio
import codecs
import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import parse_qsl

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, WithJsonSchema
from pydantic.json_schema import SkipJsonSchema  # noqa: TC002 (pydantic reads the annotations)

from glane.read import Document
from glane.read.document import InputError
from glane.read.encoding import decode
from glane.read.fields import read_date
from glane.serve.problems import Problem, summarise
from glane.serve.settings import LINES, READ_SECONDS
from glane_records import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

    from glane.serve.settings import Settings

JSON = "application/json"
NDJSON = "application/x-ndjson"
TEXT = "text/plain"
FORM = "application/x-www-form-urlencoded"

NAME = "text"
"""Id of a document that has none, and what the records give as its source: as `glane.extract` does."""

_KIND = f"({'|'.join(KINDS)})"


def _read_day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):  # pydantic would take a number of seconds too
        message = "should be a date, YYYY-MM-DD"
        raise ValueError(message)
    return datetime.date.fromisoformat(value)


def _read_iso(value: object) -> object:
    """Read the date of a document as one of JSON lines is read."""
    if not isinstance(value, str):
        return value
    try:
        return read_date(value)
    except InputError as error:
        message = "should be an ISO date, such as 2021-03-18"
        raise ValueError(message) from error


def _read_whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value  # 5.0 is an integer, in JSON


def _check_kinds(value: str) -> str:
    for given in value.split(","):
        if given not in KINDS:
            message = f"{given[:40]!r} is no kind (kinds: {', '.join(KINDS)})"
            raise ValueError(message)
    return value


Day = Annotated[datetime.date, BeforeValidator(_read_day)]
DayOfLine = Annotated[
    datetime.date | None,
    BeforeValidator(_read_iso),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"const": ""}, {"type": "null"}]}),
]
"""Times, week dates and the like are taken too, which no format of JSON Schema covers."""
Kinds = Annotated[str, AfterValidator(_check_kinds), Field(json_schema_extra={"pattern": f"^{_KIND}(,{_KIND})*$"})]
ShortName = Annotated[str, Field(min_length=1, max_length=200)]
"""An id; each record repeats it, so it must be short."""
Number = Annotated[int, BeforeValidator(_read_whole), Field(ge=-(2**63), lt=2**63)]


class Options(BaseModel):
    """How to extract."""

    model_config = ConfigDict(extra="forbid")

    kinds: Kinds | SkipJsonSchema[None] = Field(
        None, description=f"Mentions of these kinds only, separated by commas: {', '.join(KINDS)}."
    )
    date: Day | SkipJsonSchema[None] = Field(
        None, description="Date of the documents that have none: relative dates are resolved against it."
    )

    @property
    def chosen(self) -> frozenset[str] | None:
        """The kinds wanted; ``None`` for all."""
        return None if self.kinds is None else frozenset(self.kinds.split(","))


class DocumentBody(BaseModel):
    """A document to extract records from. Fields that glane does not know are ignored."""

    model_config = ConfigDict(strict=True, title="Document")

    text: str = Field(description="Its text; offsets in the records count its code points.")
    id: ShortName | Number | None = Field(
        None, description=f"Names it in the records; «{NAME}» where there is none. Each line of NDJSON needs one."
    )
    date: DayOfLine = Field(None, description="Its date: relative dates are resolved against it.")
    title: str | None = Field(None, max_length=1000, description="Its title.")


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that is not extracted.

    Attributes:
        id: its id, where it is known.
        source: where it stands.
        error: the sort of failure.
        message: what is wrong, in one line.
        status: the HTTP status, where it is the only document.
    """

    id: str | None
    source: str
    error: str
    message: str
    status: int


async def read_body(request: Request, settings: Settings) -> bytes:
    """Read a request's body.

    Raises:
        Problem: it is encoded (415), too large (413) or too slow (408).
        ClientDisconnect: the client has gone.
    """
    encoding = request.headers.get("content-encoding", "identity").lower()
    if encoding != "identity":
        raise Problem(415, f"Content-Encoding {encoding[:40]!r} is not taken: send the body as it is")
    too_large = Problem(
        413,
        f"the body is larger than {settings.max_size:,} bytes",
        headers={"Connection": "close"},  # what is left of it is not read
    )
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > settings.max_size:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(READ_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > settings.max_size:
                    raise too_large
    except TimeoutError as error:
        message = f"the body did not come within {READ_SECONDS} seconds"
        raise Problem(408, message, headers={"Connection": "close"}) from error
    return bytes(body)


def media_type(request: Request, *allowed: str) -> str:
    """Return the media type of a request's body.

    Raises:
        Problem: it is none of those allowed, or of another encoding than UTF-8 (415).
    """
    given, *parameters = request.headers.get("content-type", "").lower().split(";")
    found = given.strip()
    if found not in allowed:
        what = f"{found[:80]!r} is not taken" if found else "is missing"
        raise Problem(415, f"Content-Type {what}: send {', '.join(allowed)}", headers={"Accept": ", ".join(allowed)})
    for parameter in parameters:
        name, _, value = parameter.strip().partition("=")
        if name == "charset" and value.strip("\"' ") not in ("utf-8", "utf8", "us-ascii"):
            raise Problem(415, "the charset is not taken: send UTF-8")
    return found


def read_documents(kind: str, body: bytes, options: Options, settings: Settings) -> Iterator[Document | Refused]:
    """Read the documents of a body, lazily.

    Args:
        kind: its media type: `JSON` and `TEXT` hold one document, `NDJSON` one a line.
        body: the bytes.
        options: of the request.
        settings: has the bounds.

    Returns:
        Each document, or why it is none.

    Raises:
        Problem: the body has too many lines (413).
    """
    if kind == JSON:
        return iter((_read_json(body.removeprefix(codecs.BOM_UTF8), NAME, options, settings),))
    if kind != NDJSON:
        return iter((_read_text(body, options, settings),))
    if body.count(b"\n") > LINES:
        raise Problem(413, f"the body has more than {LINES:,} lines")
    return _read_lines(body, options, settings)


def read_form(body: bytes, settings: Settings) -> tuple[dict[str, str], Document | Refused]:
    """Read what a browser sends from the form of the page.

    Returns:
        Its fields as they were filled in, and the document, or why it is none.
    """
    try:
        fields = dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=10))
    except ValueError:
        return {}, Refused(None, NAME, "bad-line", "the form cannot be read", 400)
    # A browser sends each line end as CR LF; in the page it is LF, and offsets should count what the page shows.
    text = fields.get("text", "").replace("\r\n", "\n")
    fields["text"] = text
    day: datetime.date | None = None
    if given := fields.get("date"):
        try:
            day = Options.model_validate({"date": given}).date
        except ValidationError as error:
            return fields, Refused(NAME, NAME, "bad-line", summarise(error.errors(include_context=False)), 422)
    return fields, _check(Document(NAME, text, day, None, NAME), settings)


def _read_text(body: bytes, options: Options, settings: Settings) -> Document | Refused:
    try:
        body.decode("utf-8")  # a file's encoding is worth a guess; a program that sends a request can see to it
        text = decode(body).text
    except UnicodeDecodeError as error:
        return Refused(NAME, NAME, "encoding", f"the body is not UTF-8: {error.reason} at byte {error.start}", 400)
    except InputError as error:
        return Refused(NAME, NAME, error.code, f"the body {error}", 400)
    return _check(Document(NAME, text, options.date, None, NAME), settings)


def _read_lines(body: bytes, options: Options, settings: Settings) -> Iterator[Document | Refused]:
    seen: set[str] = set()
    for number, line in enumerate(body.removeprefix(codecs.BOM_UTF8).split(b"\n"), start=1):
        if not line.strip():
            continue
        source = f"{NAME}:{number}"
        found = _read_json(line, source, options, settings, id_required=True)
        if isinstance(found, Document) and found.id in seen:
            found = Refused(found.id, source, "duplicate-id", "its id is that of a line before", 422)
        if isinstance(found, Document):
            seen.add(found.id)
        yield found


def _read_json(
    data: bytes, source: str, options: Options, settings: Settings, *, id_required: bool = False
) -> Document | Refused:
    try:
        body = DocumentBody.model_validate_json(data)
    except ValidationError as error:
        problems: list[Any] = error.errors(include_url=False, include_context=False, include_input=False)
        malformed = any(problem["type"] == "json_invalid" for problem in problems)
        return Refused(None, source, "bad-line", summarise(problems), 400 if malformed else 422)
    if body.id is None and id_required:
        return Refused(None, source, "bad-line", "id: Field required", 422)
    name = NAME if body.id is None else str(body.id)
    return _check(Document(name, body.text, body.date or options.date, body.title or None, source), settings)


def _check(document: Document, settings: Settings) -> Document | Refused:
    length = len(document.text)
    if length > settings.max_characters:
        message = f"the text has {length:,} characters; {settings.max_characters:,} are taken"
        return Refused(document.id, document.source, "too-large", message, 413)
    return document
