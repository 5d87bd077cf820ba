"""Annotations in: what people corrected in a tool, as gold. A file per format."""

from glane.read.annotations.formats import ANNOTATION_FORMATS, read_annotations
from glane.read.annotations.gold import AnnotatedDocument, AnnotationError, Span, make_gold
from glane.read.annotations.texts import TextError, Texts
from glane.read.annotations.utf16 import code_point_offsets, utf16_offsets

__all__ = [
    "ANNOTATION_FORMATS",
    "AnnotatedDocument",
    "AnnotationError",
    "Span",
    "TextError",
    "Texts",
    "code_point_offsets",
    "make_gold",
    "read_annotations",
    "utf16_offsets",
]
