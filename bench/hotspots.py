"""Where the time goes inside glane, function by function, and what loading it costs.

Usage: python bench/hotspots.py [TEXTS…] [--load | --cold] [--sort cumtime] [--lines N]

(Not called ``profile.py``: that would stand in the way of the standard library's module, which ``cProfile`` imports.)
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
from pathlib import Path
from typing import TYPE_CHECKING

from common import DOCUMENTS, read_texts

import glane
from glane.components.build import records_of

if TYPE_CHECKING:
    from spacy.language import Language


def _extract(nlp: Language, texts: list[str]) -> None:
    for text in texts:
        records_of(nlp, text, document_id="text", source="text")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, default=[DOCUMENTS], help="files and folders of .txt")
    parser.add_argument("--load", action="store_true", help="profile glane.load() instead")
    parser.add_argument("--cold", action="store_true", help="profile the first reading of the texts, not the second")
    parser.add_argument("--sort", default="tottime", choices=["tottime", "cumtime"])
    parser.add_argument("--lines", type=int, default=30)
    parser.add_argument("--save", type=Path, help="write the profile here too, for snakeviz and the like")
    arguments = parser.parse_args()
    profile = cProfile.Profile()
    if arguments.load:
        profile.runcall(glane.load)
    else:
        texts = read_texts(arguments.texts or [DOCUMENTS])
        nlp = glane.load()
        for warm in (False, True):  # the first time, patterns are compiled that later texts find ready
            if warm != arguments.cold:
                with profile:
                    _extract(nlp, texts)
            else:
                _extract(nlp, texts)
    if arguments.save:
        profile.dump_stats(arguments.save)
    pstats.Stats(profile).strip_dirs().sort_stats(arguments.sort).print_stats(arguments.lines)


if __name__ == "__main__":
    main()
