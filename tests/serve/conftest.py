from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

try:
    from fastapi.testclient import TestClient
except ModuleNotFoundError:
    collect_ignore_glob = ["test_*.py"]  # without the extra `serve` there is nothing to test here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serve.making import Inline


@pytest.fixture
def extractor() -> Inline:
    from serve.making import Inline

    return Inline()


@pytest.fixture
def client(extractor: Inline) -> Iterator[TestClient]:
    from glane.serve.app import create_app
    from glane.serve.settings import Settings

    settings = Settings(jobs=1, queue=2, max_size=5_000, max_characters=2_000, timeout=5)
    with TestClient(create_app(settings, extractor), raise_server_exceptions=False) as made:
        yield made
