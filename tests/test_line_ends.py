from __future__ import annotations

from glane.line_ends import blank_returns, plain_line_ends


def test_line_ends_keep_their_places_or_become_one_character():
    assert blank_returns("a\r\n\rb\n") == "a \n\nb\n"
    assert plain_line_ends("a\r\n\rb\n") == "a\n\nb\n"
