"""Settings in; ready languages, tables, readings and engine out."""

from __future__ import annotations

from communique.wiring.building import build_engine, build_publishers, build_tables
from communique.wiring.engine import MOST_AT_ONCE, Engine
from communique.wiring.reading import demo_reports, read, read_all, read_text
from communique.wiring.settings import Settings, load_settings

__all__ = [
    "MOST_AT_ONCE",
    "Engine",
    "Settings",
    "build_engine",
    "build_publishers",
    "build_tables",
    "demo_reports",
    "load_settings",
    "read",
    "read_all",
    "read_text",
]
