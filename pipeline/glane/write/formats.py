"""The formats that records are written in beside JSON lines, and the one way in."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from glane.write.annotated import ExportError, annotate
from glane.write.atomic import open_target
from glane.write.folder import open_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from glane.read.annotations import Texts
    from glane.write.annotated import AnnotatedText
    from glane_records.models import Record


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: what ``--to`` and ``--from`` call it; its module here has the same name.
        shape: a table, a file of annotated texts, or a folder of them.
        suffix: usual end of the file's name; empty for a folder.
        extra: the optional dependency that it needs, as ``pip install "glane[EXTRA]"`` names it.
        binary: not to be written to a terminal.
    """

    name: str
    shape: Literal["table", "texts", "folder"]
    suffix: str
    extra: str | None = None
    binary: bool = False

    @property
    def needs_texts(self) -> bool:
        """Whether it holds the documents' texts."""
        return self.shape != "table"


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("parquet", "table", ".parquet", extra="parquet", binary=True),
        Format("csv", "table", ".csv"),
        Format("brat", "folder", ""),
        Format("conll", "texts", ".conll"),
        Format("labelstudio", "texts", ".json"),
        Format("doccano", "texts", ".jsonl"),
        Format("docbin", "texts", ".spacy", binary=True),
        Format("prodigy", "texts", ".jsonl"),
    )
}


class MissingExtraError(ExportError):
    """A format whose optional dependency is not installed."""


def export_records(
    records: Iterable[Record],
    to: Format,
    target: Path | None,
    *,
    texts: Texts | None = None,
    excel: bool = False,
) -> tuple[Path, ...]:
    """Write records in another format; each file appears whole or not at all.

    Args:
        records: as ``glane_records.read`` gives them.
        to: the format.
        target: the file or folder; ``None`` for standard output.
        texts: the documents' texts, for the formats that need them.
        excel: for CSV: as a French spreadsheet opens it.

    Returns:
        What was written: of a table also the one of the documents, of Label Studio also its interface.

    Raises:
        ExportError: the format cannot hold these records, or needs texts or a package that are not there.
        TextError: a text is missing or has changed.
        OutputError: the output cannot be written.
    """
    try:
        if to.shape == "table":
            return _write_tables(records, to, target, excel=excel)
        if texts is None:
            msg = f"{to.name} holds the documents' texts: name their folder with --documents"
            raise ExportError(msg)
        return _write_annotations(annotate(records, texts), to, target)
    except ImportError as error:
        if to.extra is None:
            raise
        msg = f'{to.name} needs {error.name or "a package"}: pip install "glane[{to.extra}]"'
        raise MissingExtraError(msg) from error


def _write_tables(records: Iterable[Record], to: Format, target: Path | None, *, excel: bool) -> tuple[Path, ...]:
    from glane.write import tables

    mentions, documents = tables.split_rows(records)
    parts = [(target, mentions, tables.mention_columns())]
    if target is not None:
        parts.append((tables.documents_path(target), documents, tables.document_columns()))
    for path, rows, columns in parts:
        with open_target(path) as stream:
            if to.name == "csv":
                from glane.write import csv

                csv.write_rows(rows, columns, stream, excel=excel)
            else:
                from glane.write import parquet

                parquet.write_rows(rows, columns, stream)
    return tuple(path for path, _, _ in parts if path)


def _write_annotations(documents: Iterable[AnnotatedText], to: Format, target: Path | None) -> tuple[Path, ...]:
    module = import_module(f"glane.write.{to.name}")
    if to.shape == "folder":
        if target is None:
            msg = f"{to.name} is a folder of files: it cannot go to standard output"
            raise ExportError(msg)
        with open_folder(target) as folder:
            module.write(documents, folder)
        return (target,)
    with open_target(target) as stream:
        module.write(documents, stream)
    if target is None:
        return ()
    if to.name != "labelstudio":
        return (target,)
    interface = target.with_name(f"{target.stem}.interface.xml")
    with open_target(interface) as stream:
        stream.write(module.interface().encode("utf-8"))
    return target, interface
