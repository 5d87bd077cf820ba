"""Running the pipeline over documents."""

from glane.run.documents import extract_documents
from glane.run.job import Report, run_job
from glane.run.settings import choose_jobs, describe_settings

__all__ = ["Report", "choose_jobs", "describe_settings", "extract_documents", "run_job"]
