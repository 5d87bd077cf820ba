from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_reference_is_what_help_says():
    """Mend with: python scripts/cli_reference.py."""
    script = runpy.run_path(str(ROOT / "scripts" / "cli_reference.py"))
    assert script["TARGET"].read_text(encoding="utf-8") == script["make_reference"]()
