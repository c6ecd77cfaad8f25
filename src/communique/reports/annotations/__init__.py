"""Findings as W3C Web Annotations (2017): each on the exact words of the source, found again by place or quote."""

from __future__ import annotations

from communique.reports.annotations.collections import AT_ONCE, collection_of, page_of
from communique.reports.annotations.selectors import Quote, find_anchor, find_quote
from communique.reports.annotations.writing import PROFILE, annotation_schema, find_annotations, render_annotation

__all__ = [
    "AT_ONCE",
    "PROFILE",
    "Quote",
    "annotation_schema",
    "collection_of",
    "find_anchor",
    "find_annotations",
    "find_quote",
    "page_of",
    "render_annotation",
]
