"""Documents in: a file per input format."""

from glane.read.document import Document, ErrorCode, Failure, InputError, Source
from glane.read.inputs import READERS, count_documents, find_inputs, find_sources, read_sources

__all__ = [
    "READERS",
    "Document",
    "ErrorCode",
    "Failure",
    "InputError",
    "Source",
    "count_documents",
    "find_inputs",
    "find_sources",
    "read_sources",
]
