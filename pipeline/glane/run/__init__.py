"""Running the pipeline over documents."""

from glane.run.documents import extract_documents
from glane.run.job import Report, run_job

__all__ = ["Report", "extract_documents", "run_job"]
