"""Records out: a file per output format."""

from glane.write.atomic import OutputError
from glane.write.failures import failures_path, write_failures
from glane.write.jsonl import OUTPUT_SUFFIXES, JsonlWriter, open_jsonl, record_lines
from glane.write.output import StreamOutput, can_resume, open_output
from glane.write.resumable import ResumableOutput, SettingsError, files_of
from glane.write.texts import keep_text, text_name

__all__ = [
    "OUTPUT_SUFFIXES",
    "JsonlWriter",
    "OutputError",
    "ResumableOutput",
    "SettingsError",
    "StreamOutput",
    "can_resume",
    "failures_path",
    "files_of",
    "keep_text",
    "open_jsonl",
    "open_output",
    "record_lines",
    "text_name",
    "write_failures",
]
