"""Going on with a run that was broken off: which inputs need not be done again."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glane.run.key import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glane.read import Document, Failure
    from glane.write import ResumableOutput
    from glane.write.journal import Block, Entry


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left to do.

    Attributes:
        inputs: those whose results are not in the output.
        done: number of inputs whose results are.
        changed: in the words of the user, the first input that is another than then; ``None`` where all are the same.
    """

    inputs: Iterator[Document | Failure]
    done: int
    changed: str | None = None


def skip_recorded(
    inputs: Iterator[Document | Failure], output: ResumableOutput, count: Callable[[Entry], None]
) -> Rest:
    """Pass over the inputs whose results an earlier run has written.

    Records stand in the order of the inputs. So what stands before the first input that was changed, added or removed
    is kept, and the rest is done anew.

    Args:
        inputs: all inputs.
        output: goes on behind what is kept; where there is no input at all, nothing is done to it.
        count: takes what came of each input that is passed over.
    """
    last: Block | None = None
    held: list[Document | Failure] = []
    changed: str | None = None
    done = 0
    for block in output.recorded():
        held, changed = _compare(block, inputs)
        if changed is not None:
            if last is None and not held:  # no input at all is hardly what was meant: the output keeps what it has
                return Rest(inputs, 0)
            break
        for entry in block.entries:
            count(entry)
        done += len(block.entries)
        last, held = block, []
    output.go_on(last)
    return Rest(itertools.chain(held, inputs), done, changed)


def _compare(block: Block, inputs: Iterator[Document | Failure]) -> tuple[list[Document | Failure], str | None]:
    """Read the inputs of a block; say which of them, if any, is the first that is another one."""
    held: list[Document | Failure] = []
    for entry in block.entries:
        item = next(inputs, None)
        if item is None:
            return held, "there are fewer inputs"
        held.append(item)
        if key_of(item) != entry.key:
            return held, item.source
    return held, None
