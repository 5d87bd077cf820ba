"""The README of the rules names what code itself gives as the rule of a candidate."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import glane
from glane.rules.load import builtin_folder

CODE = Path(glane.__file__).parent
_RULE = re.compile(r"[a-z]+:[a-z-]*")
FROM_TABLES = {"head"}
"""Their ids stand in a table, and code only asks whether a rule begins so."""


def rules_of_code() -> set[str]:
    """Ids that code spells out, as «context:line», and beginnings of those it puts together, as «generic:»."""
    found: set[str] = set()
    for path in (*CODE.glob("text/*.py"), *CODE.glob("text/names/**/*.py"), *CODE.glob("components/*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _RULE.fullmatch(node.value):
                found.add(node.value)
    return found


def rules_of_the_readme() -> set[str]:
    """The ids in the first column of the table, without the ellipsis of those that are not spelled out."""
    shown = (builtin_folder() / "README.md").read_text(encoding="utf-8")
    table = shown.partition("## Ids, and the `rule` of a record")[2].partition("\n## ")[0]
    cells = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")]
    return {rule.rstrip("…") for cell in cells for rule in re.findall(r"`([a-z]+:[^`]*)`", cell)}


def source(rule: str) -> str:
    return rule.partition(":")[0]


def test_the_readme_names_all_rules_that_code_gives():
    shown = rules_of_the_readme()
    sources = {source(rule) for rule in shown}
    missing = {
        rule
        for rule in rules_of_code()
        if rule not in shown
        and f"{source(rule)}:" not in shown
        and not (rule.endswith(":") and source(rule) in sources)
    }
    assert missing == set()


def test_the_readme_names_no_other_rules():
    sources = {source(rule) for rule in rules_of_code()} | FROM_TABLES
    assert {rule for rule in rules_of_the_readme() if source(rule) not in sources} == set()
