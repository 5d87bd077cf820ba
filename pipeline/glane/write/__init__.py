"""Records out: a file per output format."""

from glane.write.atomic import OutputError
from glane.write.failures import failures_path, write_failures
from glane.write.jsonl import OUTPUT_SUFFIXES, JsonlWriter, open_jsonl, record_lines
from glane.write.output import StreamOutput, can_resume, open_output
from glane.write.resumable import ResumableOutput, SettingsError, files_of

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
    "open_jsonl",
    "open_output",
    "record_lines",
    "write_failures",
]
