"""Documents in: a file per input format."""

from glane.read.document import Content, Document, ErrorCode, Failure, InputError, Source
from glane.read.formats import FORMATS
from glane.read.inputs import count_documents, find_inputs, find_sources, holds_many, read_source, read_sources
from glane.read.opening import DEFAULT_MAX_SIZE

__all__ = [
    "DEFAULT_MAX_SIZE",
    "FORMATS",
    "Content",
    "Document",
    "ErrorCode",
    "Failure",
    "InputError",
    "Source",
    "count_documents",
    "find_inputs",
    "find_sources",
    "holds_many",
    "read_source",
    "read_sources",
]
