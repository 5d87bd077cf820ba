"""Fuzzes glane for some minutes: texts, files, packs of rules, and units that a text repeats.

The targets are those of `tests/fuzz`, which CI runs for some seconds with inputs that never change; here they change
with each round. What breaks is shown with the smallest input that breaks it. A hang ends the program with a traceback.
"""

from __future__ import annotations

import argparse
import faulthandler
import itertools
import logging
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from common import ROOT
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(ROOT / "tests"))

from fuzz import files, packs, targets, texts

if TYPE_CHECKING:
    from collections.abc import Callable

HANG = 300
"""Seconds after which one input hangs."""
ROUND = 100
"""Inputs a round."""

NOTE = 3_000
"""Characters of an input that are shown."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is fuzzed: the check, what it takes, how many inputs a round, and whether they are made small (slow)."""

    check: Callable[..., object]
    takes: tuple[st.SearchStrategy[object], ...]
    inputs: int = ROUND
    shrink: bool = True


def make_targets() -> dict[str, Target]:
    """Name the targets, with what they take and the inputs a round."""
    import glane

    nlp = glane.load()
    dates = st.none() | st.dates()
    return {
        "components": Target(targets.check_text, (texts.texts(), dates)),
        "extract": Target(partial(targets.check_extract, nlp), (texts.texts(120), dates)),
        "readers": Target(targets.check_reader, (st.sampled_from(targets.SUFFIXES), files.contents())),
        "packs": Target(targets.check_pack, (packs.packs(),), inputs=20, shrink=False),
        "growth": Target(targets.check_growth, (texts.units(),), inputs=5, shrink=False),
    }


def run_round(target: Target, number: int, done: list[object]) -> tuple[str, str] | None:
    """Run one round; return what broke: where, and the account of it."""

    @seed(number)
    @settings(
        max_examples=target.inputs,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink) if target.shrink else (Phase.generate,),
    )
    @given(st.tuples(*target.takes))
    def attempt(arguments: tuple[object, ...]) -> None:
        faulthandler.dump_traceback_later(HANG, exit=True)
        done.append(None)
        target.check(*arguments)

    try:
        attempt()
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        notes = "\n".join(getattr(error, "__notes__", []))
        account = "".join(traceback.format_exception(error)[-5:])
        return f"{place.filename}:{place.lineno}: {type(error).__name__}", f"{account}{notes[:NOTE]}"
    finally:
        faulthandler.cancel_dump_traceback_later()
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument(
        "--seed", type=int, default=int(time.time()), help="of the first round; each takes the next one"
    )
    parser.add_argument("--only", nargs="+", metavar="TARGET", help="components, extract, readers, packs, growth")
    arguments = parser.parse_args()
    logging.disable()  # readers remark on what they mend
    chosen = {name: one for name, one in make_targets().items() if not arguments.only or name in arguments.only}
    done: dict[str, list[object]] = {name: [] for name in chosen}
    seconds = dict.fromkeys(chosen, 0.0)
    broken: Counter[str] = Counter()
    print(f"seed {arguments.seed}", flush=True)
    end = time.monotonic() + arguments.minutes * 60
    for number in itertools.count(arguments.seed):
        if time.monotonic() > end:
            break
        name = min(chosen, key=seconds.__getitem__)  # the one that had the least time
        began = time.monotonic()
        found = run_round(chosen[name], number, done[name])
        seconds[name] += time.monotonic() - began
        if found:
            if found[0] not in broken:
                print(f"--- {name}, seed {number}: {found[0]}\n{found[1]}", flush=True)
            broken[found[0]] += 1
    print("\n".join(f"{name}: {len(done[name]):,} inputs, {seconds[name]:.0f} s" for name in chosen))
    print("\n".join(f"{count} round(s) broke at {place}" for place, count in broken.items()) or "nothing broke")
    raise SystemExit(1 if broken else 0)


if __name__ == "__main__":
    main()
