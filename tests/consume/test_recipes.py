"""The blocks of docs/recipes.md, run in their order; each prints what stands below it."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import sample
from glane.write.formats import FORMATS, export_records

RECIPES = Path(__file__).parents[2] / "docs" / "recipes.md"
BLOCK = re.compile(r"```(sh|python|sql)\n(.*?)```\n(?:\n```text\n(.*?)```)?", re.DOTALL)
LIBRARIES = ("pandas", "polars", "duckdb", "datasets")


class Recipe(NamedTuple):
    language: str
    code: str
    output: str | None


def recipes():
    return [Recipe(*found) for found in BLOCK.findall(RECIPES.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("recipes")
    sample.write_documents(folder / "documents", sample.TEXTS)
    sample.write_records(folder / "records.jsonl", sample.records())
    if importlib.util.find_spec("pyarrow"):
        export_records(sample.records(), FORMATS["parquet"], folder / "records.parquet")
    # The command under the name that the recipes call it by, wherever this Python is.
    (folder / "bin").mkdir()
    command = folder / "bin" / "glane"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m glane.cli "$@"\n')
    command.chmod(0o755)
    return folder


def require(recipe):
    if "parquet" in recipe.code and not importlib.util.find_spec("pyarrow"):
        pytest.skip("no pyarrow")
    if recipe.language == "sql":
        pytest.importorskip("duckdb")
    for library in LIBRARIES:
        if f"import {library}" in recipe.code or f"from {library}" in recipe.code:
            pytest.importorskip(library)
    if recipe.language == "sh" and "jq" in recipe.code and not shutil.which("jq"):
        pytest.skip("no jq")


def run_shell(code, folder):
    environment = {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["sh", "-ec", code], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_python(code, folder):
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(compile(code, str(RECIPES), "exec"), {"__name__": "recipe"})
    return printed.getvalue()


def run_sql(code, folder):
    import duckdb

    with contextlib.chdir(folder):
        rows = duckdb.connect().sql(code).fetchall()
    return "".join(" | ".join(map(str, row)) + "\n" for row in rows)


RUNNERS = {"sh": run_shell, "python": run_python, "sql": run_sql}


@pytest.fixture
def _quiet_datasets(tmp_path, monkeypatch):
    for name, value in {
        "HF_HOME": str(tmp_path),
        "HF_DATASETS_OFFLINE": "1",
        "HF_HUB_OFFLINE": "1",
        "HF_DATASETS_DISABLE_PROGRESS_BARS": "1",
    }.items():
        monkeypatch.setenv(name, value)


@pytest.mark.filterwarnings("default")  # of other people's libraries
@pytest.mark.usefixtures("_quiet_datasets")
@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: f"{recipe.language}: {recipe.code[:40]!r}")
def test_recipe(recipe, workplace):
    require(recipe)
    printed = RUNNERS[recipe.language](recipe.code, workplace)
    assert printed == (recipe.output or "")


def test_every_tool_has_a_recipe():
    code = "\n".join(recipe.code for recipe in recipes())
    for name in (
        "jq",
        "pandas",
        "polars",
        "load_dataset",
        "read_json",
        "glane_records",
        "glane import",
        "RowExtractor",
    ):
        assert name in code


def test_shown_outputs_are_all_checked():
    text = RECIPES.read_text(encoding="utf-8")
    assert text.count("```text") == sum(recipe.output not in (None, "") for recipe in recipes())
    elsewhere = text.count("```py\n")  # need a cluster: tests/run/test_ray.py runs that of Ray
    assert text.count("```") == 2 * (len(recipes()) + text.count("```text") + elsewhere)
