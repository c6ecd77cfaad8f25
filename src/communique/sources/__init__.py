"""Captured bytes to releases: pages, feeds, PDF, DOCX, text, JSON Lines; the table of publishers."""

from __future__ import annotations

from communique.sources.feeds import find_feed_links
from communique.sources.formats import SourceFormat, detect_format
from communique.sources.outcome import SetAside
from communique.sources.parsing import parse_release, parse_releases
from communique.sources.publishers import Publisher, Publishers, load_publishers
from communique.sources.records import find_record

__all__ = [
    "Publisher",
    "Publishers",
    "SetAside",
    "SourceFormat",
    "detect_format",
    "find_feed_links",
    "find_record",
    "load_publishers",
    "parse_release",
    "parse_releases",
]
