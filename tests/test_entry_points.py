"""What the installed package registers. Where this fails after a change: pip install --no-deps --no-build-isolation -e ."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from spacy.language import Language

FACTORIES = {
    "glane_acronyms": "glane.components.acronyms:make_acronyms",
    "glane_counted": "glane.components.counted:make_counted",
    "glane_model": "glane.components.model:make_model",
    "glane_dates": "glane.components.dates:make_dates",
    "glane_entities": "glane.components.entities:make_entities",
    "glane_figures": "glane.components.figures:make_figures",
    "glane_layout": "glane.components.layout:make_layout",
    "glane_mentions": "glane.components.mentions:make_mentions",
    "glane_names": "glane.components.names:make_names",
}


def test_factories_are_registered() -> None:
    found = {point.name: point.value for point in entry_points(group="spacy_factories") if "glane" in point.name}
    assert found == FACTORIES


def test_the_project_states_the_same_factories() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["entry-points"]["spacy_factories"] == FACTORIES


@pytest.mark.parametrize("name", FACTORIES)
def test_an_entry_point_leads_to_the_factory_of_its_name(name: str) -> None:
    (point,) = entry_points(group="spacy_factories", name=name)
    assert Language.has_factory(name) or point.load()
    assert Language.get_factory_meta(name).factory == name


def test_spacy_finds_the_factories_where_nothing_of_glane_is_imported() -> None:
    code = (
        "import spacy; nlp = spacy.blank('fr'); nlp.add_pipe('glane_layout'); nlp.add_pipe('glane_dates'); nlp('2014')"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, capture_output=True)


def test_the_command_is_registered() -> None:
    (command,) = entry_points(group="console_scripts", name="glane")
    assert command.value == "glane.cli:main"
