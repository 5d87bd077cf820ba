"""Errors as a client sees them: problem details (RFC 9457), never a traceback."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field

from glane.serve import pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.requests import Request

MEDIA_TYPE = "application/problem+json"

_MEANINGS = {
    400: "The body cannot be read as what its media type says.",
    408: "The body did not come in time.",
    413: "The body, a document or its answer is larger than this service allows.",
    415: "The media type or the encoding of the body is none of those taken.",
    422: "A parameter or a field is missing or wrong.",
    500: "glane failed on this document.",
    503: "The service is busy, still loading, or about to end: try again after `Retry-After` seconds.",
    504: "The document took longer than this service allows.",
}


class ProblemDetails(BaseModel):
    """What went wrong."""

    type: str = Field("about:blank", description="Always `about:blank`: `status` says what sort of problem it is.")
    title: str = Field(description="The status in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What is wrong, in one line.")


class Problem(Exception):  # noqa: N818 (the name that RFC 9457 has for it)
    """An answer other than records."""

    def __init__(self, status: int, detail: str, *, headers: Mapping[str, str] | None = None) -> None:
        """Say what is wrong in one line, with an HTTP status."""
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = dict(headers or {})


def busy(detail: str, seconds: int = 1) -> Problem:
    """Make the problem of a service that can be asked again in some seconds."""
    return Problem(503, detail, headers={"Retry-After": str(seconds)})


def respond(problem: Problem, request: Request | None = None) -> Response:
    """Make the response that tells a problem, as a page if a browser asks for one."""
    headers = dict(problem.headers)
    if problem.status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers.setdefault("Retry-After", "1")
    title = HTTPStatus(problem.status).phrase
    if request and "text/html" in request.headers.get("accept", ""):
        return pages.respond(pages.render_error(problem.status, title, problem.detail), problem.status, headers)
    details = ProblemDetails(type="about:blank", title=title, status=problem.status, detail=problem.detail)
    return JSONResponse(details.model_dump(), problem.status, headers=headers, media_type=MEDIA_TYPE)


def describe(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe the problems of an operation for OpenAPI."""
    schema = ProblemDetails.model_json_schema()
    return {
        status: {"description": _MEANINGS[status], "content": {MEDIA_TYPE: {"schema": schema}}} for status in statuses
    }


def summarise(errors: Iterable[Mapping[str, Any]], *, skip: int = 0) -> str:
    """Say in one line what pydantic found wrong, without quoting what was sent.

    Args:
        errors: as ``ValidationError.errors()`` gives them.
        skip: how many parts of each place to leave out: those that name no field.
    """
    lines = []
    for error in errors:
        if error["type"] == "none_required":
            continue  # of a field that may be left out: said of the alternative to leave it out
        place = error["loc"][skip : skip + 1]  # the field; what follows tells which alternative was tried
        lines.append(": ".join([*map(str, place), str(error["msg"]).removeprefix("Value error, ")]))
    return "; ".join(dict.fromkeys(lines))[:500]
