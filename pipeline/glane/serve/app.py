"""The application: which address does what."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from glane import __version__
from glane.serve import intake, pages, problems
from glane.serve.guard import Guard
from glane.serve.intake import NDJSON, Options
from glane.serve.problems import Problem
from glane.serve.service import Service, slices
from glane_records.models import SCHEMA_VERSION
from glane_records.schema import schema_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from glane.serve.pool import Extractor
    from glane.serve.settings import Settings

DESCRIPTION = """French institutional text in, records of organisations, programmes, dates, figures and countries out.

Nothing that is sent is kept or logged. Errors are problem details (RFC 9457).

Limits: {max_size:,} bytes a request, {max_characters:,} characters a document, {timeout:g} seconds, {in_flight} requests \
at once."""

_SCHEMA_JSON = "application/schema+json"
_BODY: dict[str, Any] = {
    "required": True,
    "description": "One document, as JSON or as plain text in UTF-8; or several as NDJSON, one a line.",
    "content": {
        intake.JSON: {"schema": intake.DocumentBody.model_json_schema()},
        intake.TEXT: {"schema": {"type": "string"}},
        NDJSON: {"schema": {"type": "string"}},
    },
}
_RECORDS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The document's record, then its mentions, a JSON object a line, as `glane extract` writes them; "
        "each line follows `/schema`. For NDJSON, document after document, in their order; one that fails has a line "
        "with `document`, `source`, `error` and `message` instead.",
        "content": {NDJSON: {"schema": {"type": "string"}}},
    }
}


class Health(BaseModel):
    """That the service is ready, and what it runs."""

    status: Literal["ready"] = "ready"
    version: str = Field(description="Of glane.")
    rules_version: str | None = Field(description="Of the rules, with a digest of user packs.")
    schema_version: str = Field(description="Of the records.")


def create_app(settings: Settings, extractor: Extractor) -> FastAPI:
    """Make the application.

    Args:
        settings: its bounds.
        extractor: does the work; it is started and closed with the application.
    """

    @contextlib.asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await extractor.start()
        try:
            yield
        finally:
            await extractor.close()

    app = FastAPI(
        title="glane",
        version=__version__,
        description=_describe(settings),
        docs_url=None,  # FastAPI's own pages load their scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    app.add_middleware(Guard, settings=settings)
    app.add_exception_handler(Problem, _tell_problem)
    app.add_exception_handler(HTTPException, _tell_http)
    app.add_exception_handler(RequestValidationError, _tell_invalid)
    service = Service(settings, extractor)
    _add_api(app, service)
    _add_pages(app, service)
    return app


def _describe(settings: Settings) -> str:
    return DESCRIPTION.format(
        max_size=settings.max_size,
        max_characters=settings.max_characters,
        timeout=settings.timeout,
        in_flight=settings.in_flight,
    )


def _add_api(app: FastAPI, service: Service) -> None:
    @app.post(
        "/extract",
        response_class=Response,
        responses={**_RECORDS, **problems.describe(400, 408, 413, 415, 422, 500, 503, 504)},
        openapi_extra={"requestBody": _BODY},
    )
    async def extract(request: Request, options: Annotated[Options, Query()]) -> Response:
        """Extract the records of a document, or of several."""
        service.check_ready()
        kind = intake.media_type(request, intake.JSON, intake.TEXT, NDJSON)
        body = await intake.read_body(request, service.settings)
        documents = intake.read_documents(kind, body, options, service.settings)
        if kind == NDJSON:
            lines = service.extract_all(request, documents, options.chosen)
        else:
            lines = slices(await service.extract(request, next(documents), options.chosen))
        return StreamingResponse(lines, media_type=NDJSON)

    @app.get(
        "/schema",
        response_class=Response,
        responses={200: {"description": "The schema.", "content": {_SCHEMA_JSON: {"schema": {"type": "object"}}}}},
    )
    async def schema() -> Response:
        """Give the JSON Schema of a record, as `glane schema` prints it."""
        return Response(schema_text(), media_type=_SCHEMA_JSON)

    @app.get("/health", response_description="The service is ready.", responses=problems.describe(503))
    async def health() -> Health:
        """Tell whether the service is ready: 503 while the pipeline is being loaded."""
        service.check_ready()
        rules_version = service.extractor.rules_version
        return Health(version=__version__, rules_version=rules_version, schema_version=SCHEMA_VERSION)


def _add_pages(app: FastAPI, service: Service) -> None:
    @app.get("/", include_in_schema=False)
    async def form() -> Response:
        return pages.respond(pages.render_form())

    @app.post("/report", include_in_schema=False)
    async def report(request: Request) -> Response:
        fields: dict[str, str] = {}
        try:
            service.check_ready()
            intake.media_type(request, intake.FORM)
            fields, found = intake.read_form(await intake.read_body(request, service.settings), service.settings)
            return pages.respond_report(await service.extract(request, found, page=True))
        except Problem as problem:
            return pages.respond(pages.render_form(fields, problem.detail), problem.status, problem.headers)

    @app.get("/docs", include_in_schema=False)
    async def docs() -> Response:
        return pages.respond(pages.render_docs(app.openapi()))


async def _tell_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problems.respond(error, request)


async def _tell_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    what = {404: "there is nothing at this address", 405: "this address does not take this method"}
    detail = what.get(error.status_code, error.detail)
    return problems.respond(Problem(error.status_code, detail, headers=error.headers), request)


async def _tell_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problems.respond(Problem(422, problems.summarise(error.errors(), skip=1)), request)
