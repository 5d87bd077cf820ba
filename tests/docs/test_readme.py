"""What the documentation shows is what the program does. Mend with: python scripts/refresh_docs.py."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import readme_blocks
import readme_scores
import refresh_docs
import tables_reference

ROOT = readme_blocks.ROOT
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [
    path for pattern in ("*.md", "docs/*.md", "corpus/**/*.md", "models/*/*.md") for path in sorted(ROOT.glob(pattern))
]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", refresh_docs.PAGES, ids=name_of)
def test_examples_print_what_the_page_shows(path):
    shown = path.read_text(encoding="utf-8")
    page = readme_blocks.run_page(shown)
    assert page.text == shown
    assert page.skipped <= readme_blocks.OPTIONAL
    assert "Usage: glane" not in shown
    assert "Traceback" not in shown


def test_the_table_of_scores_is_measured():
    assert readme_blocks.fill(README, "scores", readme_scores.make_table()) == README


def test_the_tables_of_rules_are_described_as_they_are():
    path = tables_reference.README
    shown = path.read_text(encoding="utf-8")
    assert readme_blocks.fill(shown, "tables", tables_reference.make_reference()) == shown
    on_disk = {table.relative_to(path.parent).as_posix() for table in path.parent.rglob("*.tsv")}
    assert on_disk == set(re.findall(r"^### `(.+\.tsv)`$", shown, re.MULTILINE)) - {"off.tsv"}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        if target.startswith("https://"):
            continue
        file, _, _anchor = target.partition("#")
        assert (path.parent / file).exists(), target


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "corpus/README.md"])
def test_make_targets_and_options_exist(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)) <= targets
    reference = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    options = set(re.findall(r"`(?:glane [^`]*)?(--[a-z-]+)", text))
    assert {option for option in options if option not in reference} == set()


def test_the_readme_is_short():
    assert len(README.splitlines()) < 300


def test_a_command_reads_what_the_one_before_it_wrote(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shell = readme_blocks.Shell()
    assert shell.run("echo 'un | deux > trois' > a.txt") == ""
    assert shell.run("cat a.txt | tr u U") == "Un | deUx > trois\n"
    assert shell.run("false") == ""
    assert shell.run("echo $?") == "1\n"
    assert shell.run("glane --version") == f"glane {readme_blocks.glane.__version__}\n"


def test_a_wrong_output_is_put_right_and_a_duration_left_alone():
    page = "```console\n$ echo '1 document, 2.5 s'\n1 document, 0.1 s\n$ echo neuf\nvieux\n```\n"
    assert readme_blocks.run_page(page).text == page.replace("vieux", "neuf")
    page = "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n"
    assert readme_blocks.run_page(page).text == page.replace("3", "2")
    with pytest.raises(ValueError, match="no text block"):
        readme_blocks.run_page("```python\nprint(1)\n```\n")


def test_the_hooks_before_a_commit_are_local():
    config = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"repo: (\S+)", config) == ["local"]
    command = [str(ROOT / ".venv" / "bin" / "pre-commit"), "validate-config", ".pre-commit-config.yaml"]
    if Path(command[0]).exists():
        subprocess.run(command, cwd=ROOT, check=True)
