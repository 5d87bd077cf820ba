"""A Ray cluster on this machine, and documents that kill the worker that reads them."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from glane.read import Document

CPUS = 3
"""Two for workers, one for reading and writing."""
SETTINGS = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_memory_monitor_refresh_ms": "0",  # it would kill workers when other programs fill the memory
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # what Ray is going to do, it warns of
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
}
KILLS_ONCE = "Ce document tue une fois."
KILLS_ALWAYS = "Ce document tue toujours."


def arm_worker() -> None:
    """Run in each worker before its first task: some texts kill it; without NER, the pipeline is a fake one.

    Nothing slow is imported here: most workers never see a text.
    """
    import fake_pipeline
    import glane
    from glane.run import extraction

    real_load, real_extract = glane.load, extraction.try_extract

    def load(rules: object, *, ner: bool | None) -> object:
        if ner is not False:
            return real_load(rules, ner=ner)  # type: ignore[arg-type]
        sys.modules["glane.components.build"] = fake_pipeline.modules()
        return fake_pipeline.load()

    def try_extract(document: Document, nlp: Language) -> object:
        mark = Path(os.environ["GLANE_TEST_MARK"])
        if KILLS_ALWAYS in document.text or (KILLS_ONCE in document.text and not mark.exists()):
            with mark.open("a", encoding="utf-8") as stream:
                stream.write(f"{os.getpid()}\n")
            os.kill(os.getpid(), signal.SIGKILL)
        return real_extract(document, nlp)

    vars(glane)["load"] = load
    vars(extraction)["try_extract"] = try_extract


@contextlib.contextmanager
def cluster(mark: Path) -> Iterator[None]:
    """Start a cluster, and end all of its processes.

    Args:
        mark: a file to which each worker that is killed adds its process id.
    """
    import ray

    environment = {**SETTINGS, "GLANE_TEST_MARK": str(mark), "PYTHONPATH": os.pathsep.join(sys.path)}
    before = dict(os.environ)
    os.environ.update(environment)
    with tempfile.TemporaryDirectory(prefix="ray", dir="/tmp") as folder:  # Ray's sockets need a short path
        try:
            ray.init(
                num_cpus=CPUS,
                include_dashboard=False,
                log_to_driver=False,
                logging_level="error",
                object_store_memory=100_000_000,
                _node_ip_address="127.0.0.1",
                _temp_dir=folder,
                runtime_env={"worker_process_setup_hook": "ray_cluster.arm_worker"},
            )
            yield
        finally:
            ray.shutdown()
            _end_processes(folder)
            os.environ.clear()
            os.environ.update(before)


def _end_processes(folder: str) -> None:
    """End what Ray has left running: processes that name its folder, which no other run has."""
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if folder.encode() in (entry / "cmdline").read_bytes() and int(entry.name) != os.getpid():
                os.kill(int(entry.name), signal.SIGKILL)
