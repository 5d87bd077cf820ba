r"""Line ends as other systems write them, made ``\n``."""

from __future__ import annotations


def blank_returns(text: str) -> str:
    r"""Write all line ends as ``\n`` without moving anything: ``\r\n`` becomes a blank and ``\n``.

    Browsers count ``\r\n`` as one character or as two: tools that run in them misplace what stands behind.
    """
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def plain_line_ends(text: str) -> str:
    r"""Write all line ends as ``\n``; what stands behind a ``\r\n`` moves by one."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
