"""How a statistical model multiplies matrices: with the library of numpy, in one thread.

spaCy multiplies with BLIS, which is slow at the small matrices of a few words; the library of numpy (OpenBLAS, in its
wheels) takes a third of the time. In several threads it is slower again, since they wait for each other in between.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


def multiply_with_numpy(model: Any) -> None:
    """Have all layers of a model of thinc multiply with numpy."""
    operations = NumpyOps(use_blis=False)
    for layer in model.walk():
        layer.ops = operations


def one_thread() -> AbstractContextManager[object]:
    """Keep the multiplications within this context in one thread; behind it, the process has its threads again."""
    limit: AbstractContextManager[object] = _libraries().limit(limits=1)
    return limit


@cache
def _libraries() -> Any:
    return ThreadpoolController().select(user_api="blas")
