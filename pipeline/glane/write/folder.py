"""A folder that appears whole or not at all."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from typing import TYPE_CHECKING

from glane.write.atomic import OutputError, output_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def open_folder(path: Path) -> Iterator[Path]:
    """Make a folder under a temporary name beside its place; give it its name at the end.

    What stands in the folder already is never overwritten: it may be somebody's corrections.

    Raises:
        OutputError: there is such a folder and it is not empty, or it cannot be written.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.tmp")
    try:
        with output_errors(str(path)):
            if target.is_dir() and any(target.iterdir()):
                msg = f"{path}: is there already and not empty: annotations in it may be corrected ones"
                raise OutputError(msg)
            temporary.mkdir()
            yield temporary
            if target.is_dir():
                target.rmdir()
            temporary.rename(target)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
