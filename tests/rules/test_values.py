"""Values of a pack with which documents could not be read: they are refused when the pack is loaded, with file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from glane.rules.errors import RuleError
from glane.rules.load import load_rules
from helpers import write_pack

if TYPE_CHECKING:
    from pathlib import Path

COUNTRIES = "id\tname\n"
FRACTIONS = "id\tforms\tkind\tvalue\n"
MULTIPLIERS = "id\tsymbols\tvalue\n"
NOUNS = "id\tforms\tvalue\n"
NUMBERS = "id\tforms\tkind\tvalue\n"
UNITS = "id\tunit\tquantity\tfactor\tforms\tsource\n"
WORDS = "id\tcategory\tforms\tvalue\n"
PROGRAMMES = "id\tkind\tsubtype\tname\taliases\tsource\n"
PATTERNS = "id\tpattern\tvalue\n"


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("knowledge/countries", COUNTRIES + "ZZZ\tSyldavie", "id"),
        ("knowledge/countries", COUNTRIES + "sy\tSyldavie", "id"),
        ("figures/fractions", FRACTIONS + "fraction.mine\tvingtain\tordinal\t0", "value"),
        ("figures/fractions", FRACTIONS + "fraction.mine\tvingtain\tplain\t-5", "value"),
        ("figures/multipliers", MULTIPLIERS + "multiplier.mine\tMq\t-5", "value"),
        ("figures/multipliers", MULTIPLIERS + "multiplier.mine\tMq\t0", "value"),
        ("figures/multipliers", MULTIPLIERS + "multiplier.mine\tMq\t1E400", "value"),
        ("figures/nouns", NOUNS + "noun.mine\tgrosse\t-144", "value"),
        ("figures/numbers", NUMBERS + "number.mine\tmyriade\tscale\t0", "value"),
        ("figures/numbers", NUMBERS + "number.mine\tmyriade\tthousand\t0.5", "value"),
        ("figures/numbers", NUMBERS + "number.mine\tmyriade\tunit\t1E30", "value"),
        ("figures/units", UNITS + "unit.mine\tm\tmeasure\t0\ttoise\tusage", "factor"),
        ("dates/words", WORDS + "month.mine\tmonth\tgerminal\t13", "value"),
        ("dates/words", WORDS + "month.mine\tmonth\tgerminal", "value"),
        ("dates/words", WORDS + "weekday.mine\tweekday\tdécadi\t10", "value"),
        ("dates/words", WORDS + "season.mine\tseason\thivernage\twinter", "value"),
        ("dates/words", WORDS + "direction.mine\tdirection\tjadis\tbefore", "value"),
        ("dates/words", WORDS + "direction.mine\tdirection\tjadis\t-9999 reference", "value"),
        ("dates/words", WORDS + "unit.mine\tunit\tlustre\tlustrum", "value"),
        ("dates/words", WORDS + "dayword.mine\tdayword\tquarante\t40", "value"),
        ("dates/words", WORDS + "to.mine\tto\t's", "forms"),
        ("knowledge/countries", "id\tname\taliases\nZZ\tSyldavie\t--", "aliases"),
        ("knowledge/programmes", PROGRAMMES + "mine\tprogramme\tplan\tPlan des digues\t\u200b\tours", "aliases"),
        ("dates/patterns", PATTERNS + "date.mine\tveille de {month}\tmonthless:day", "value"),
        ("dates/patterns", PATTERNS + "date.mine\tveille de {month}\tdirected:year-month", "value"),
        ("dates/patterns", PATTERNS + "date.mine\tveille de {month}\tyear-month-day", "value"),
        ("dates/patterns", PATTERNS + "date.mine\t{direction} veille\tshift:direction", "value"),
    ],
)
def test_a_value_that_would_spoil_documents_is_refused(tmp_path: Path, table: str, row: str, column: str) -> None:
    pack = write_pack(tmp_path, f"{table}.tsv", f"{row}\n")
    with pytest.raises(RuleError, match=rf"{table}\.tsv:2: column '{column}'"):
        load_rules([pack])


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("knowledge/countries", COUNTRIES + "ZZ\tSyldavie"),
        ("figures/fractions", FRACTIONS + "glyph.mine\t⅐\tglyph\t0.1429"),
        ("figures/multipliers", MULTIPLIERS + "multiplier.mine\tMq\t0.01"),
        ("figures/numbers", NUMBERS + "number.mine\tnéant\tzero\t0"),
        ("figures/units", UNITS + "unit.mine\tm\tmeasure\t1.949\ttoise\tusage"),
        ("dates/words", WORDS + "feast.mine\tfeast\tla saint-jean\tjohn"),
        ("dates/patterns", PATTERNS + "date.mine\tveille de {month}\tyear-month"),
    ],
)
def test_other_values_are_taken(tmp_path: Path, table: str, row: str) -> None:
    load_rules([write_pack(tmp_path, f"{table}.tsv", f"{row}\n")])
