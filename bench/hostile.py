"""Reads hostile texts at their full size, each in a process of its own: processor time and peak memory.

The texts are those of `tests/hostile_texts.py`, of which the tests read a twentieth.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time

from common import ROOT, table

sys.path.insert(0, str(ROOT / "tests"))

from hostile_texts import HOSTILE

SECONDS_PER_MEGA = 300
MEGABYTES = 4_000
"""What a text may take: processor time by a million code points, and memory of the process with the model in it."""


def read(name: str) -> dict[str, float]:
    """Read one text; the pipeline is loaded before the clock starts."""
    import glane

    make, size = HOSTILE[name]
    text = make(size)
    nlp = glane.load()
    began = time.process_time()
    head, *mentions = glane.extract(text, nlp=nlp)
    seconds = time.process_time() - began
    assert head.kind == "document"
    assert head.characters == len(text)
    assert all(text[one.start : one.end] == one.text for one in mentions if one.kind != "document")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"size": len(text), "seconds": seconds, "megabytes": memory, "mentions": len(mentions)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="texts to read; all of them by default")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(read(arguments.one)))
        return
    rows, beyond = [], []
    for name in arguments.names or HOSTILE:
        done = subprocess.run([sys.executable, __file__, "--one", name], check=True, capture_output=True, text=True)
        found = json.loads(done.stdout)
        row = (
            name,
            f"{found['size']:,}",
            f"{found['seconds']:.1f}",
            f"{found['megabytes']:,.0f}",
            f"{found['mentions']:,}",
        )
        print(*row, sep="  ", file=sys.stderr, flush=True)
        rows.append(row)
        if found["seconds"] > SECONDS_PER_MEGA * found["size"] / 1e6 or found["megabytes"] > MEGABYTES:
            beyond.append(name)
    print(table(("text", "code points", "processor s", "peak MB", "mentions"), rows), end="")
    if beyond:
        message = f"beyond the bound: {', '.join(beyond)}"
        raise SystemExit(message)


if __name__ == "__main__":
    main()
