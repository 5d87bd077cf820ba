"""Where the time goes inside glane, function by function, and what loading it costs.

Usage: python bench/hotspots.py [TEXTS…] [--load] [--sort cumtime] [--lines N]

(Not called ``profile.py``: that would stand in the way of the standard library's module, which ``cProfile`` imports.)
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
from pathlib import Path

from common import DOCUMENTS, read_texts

import glane
from glane.components.build import records_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, default=[DOCUMENTS], help="files and folders of .txt")
    parser.add_argument("--load", action="store_true", help="profile glane.load() instead")
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
        with profile:
            for text in texts:
                records_of(nlp, text, document_id="text", source="text")
    if arguments.save:
        profile.dump_stats(arguments.save)
    pstats.Stats(profile).strip_dirs().sort_stats(arguments.sort).print_stats(arguments.lines)


if __name__ == "__main__":
    main()
