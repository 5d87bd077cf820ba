"""Records out: a file per output format."""

from glane.write.atomic import OutputError
from glane.write.failures import failures_path, write_failures
from glane.write.jsonl import OUTPUT_SUFFIXES, JsonlWriter, open_jsonl
from glane.write.texts import keep_text, text_name

__all__ = [
    "OUTPUT_SUFFIXES",
    "JsonlWriter",
    "OutputError",
    "failures_path",
    "keep_text",
    "open_jsonl",
    "text_name",
    "write_failures",
]
