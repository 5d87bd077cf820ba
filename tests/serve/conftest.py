from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("fastapi", reason="needs the serve extra")

from fastapi.testclient import TestClient

from glane.serve.app import create_app
from glane.serve.settings import Settings
from serve.making import Inline

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = Settings(jobs=1, queue=2, max_size=5_000, max_characters=2_000, timeout=5)


@pytest.fixture
def extractor() -> Inline:
    return Inline()


@pytest.fixture
def client(extractor: Inline) -> Iterator[TestClient]:
    with TestClient(create_app(SETTINGS, extractor), raise_server_exceptions=False) as made:
        yield made
