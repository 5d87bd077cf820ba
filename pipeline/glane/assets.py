"""The files that pages are made of, as they come with the package."""

from __future__ import annotations

from importlib.resources import files

from glane.line_ends import plain_line_ends


def read_asset(package: str, name: str) -> str:
    """Return the text of a file in the folder ``assets`` of a package.

    A checkout may have changed its line ends; a page names hashes, which must be of the ones that a browser sees.
    """
    return plain_line_ends(files(package).joinpath("assets", name).read_text(encoding="utf-8"))
