"""The HTTP service: texts in by POST, records out as JSON lines (the extra ``serve``).

The process that listens computes nothing: extraction runs in processes of its own (`pool`), each with a pipeline
loaded. A request never names a file, and none is read for it.
"""
