"""What figures take from the rest of a document."""

from __future__ import annotations

import pytest

from components.extracting import mentions_of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Le Conseil fédéral a promis 12 millions de francs.", "CHF"),
        ("Le DFAE a promis 12 millions de francs.", "CHF"),
        ("Le DFAE a promis 12 millions de francs à la France.", "FRF"),  # even
        ("La Région wallonne a promis 12 millions de francs.", "BEF"),
        ("La Cour des comptes a promis 12 millions de francs.", "FRF"),
        ("Le Conseil fédéral a promis 12 millions de francs CFA.", "XOF"),
        ("Le ministère des Travaux publics a promis 12 millions de francs.", "FRF"),
        ("La DDC a promis 12 millions de francs.", "FRF"),  # too short to tell a country
    ],
)
def test_bodies_of_a_country_tell_its_currency(text: str, unit: str) -> None:
    assert [one.unit for one in mentions_of(text) if one.kind == "figure"] == [unit]
