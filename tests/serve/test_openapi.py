"""The service does what its own description says, by schemathesis."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

pytest.importorskip("schemathesis", reason="needs schemathesis (the dev extra)")

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection

from glane.serve.app import create_app
from glane.serve.settings import Settings
from glane_records.schema import json_schema
from serve.making import Inline
from serve.pipelines import load_blank

LINES = "application/x-ndjson"


@schemathesis.serializer(LINES)
def send_lines(_context, value):
    return value.encode("utf-8", errors="replace") if isinstance(value, str) else json.dumps(value).encode()


load_blank()  # or the first request would wait for it
schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(Settings(max_size=20_000), Inline()))
RECORD = Draft202012Validator(json_schema())


@schema.parametrize()
@settings(
    max_examples=40,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_the_service_keeps_to_its_description(case):
    # A body of lines is any string: the lines that are no documents have errors in their place.
    excluded = [negative_data_rejection] if case.media_type == LINES else []
    response = case.call_and_validate(excluded_checks=excluded)
    assert response.status_code < 500
    if response.status_code == 200 and case.path == "/extract":
        for line in response.content.splitlines():
            record = json.loads(line)
            assert "error" in record or RECORD.is_valid(record)
