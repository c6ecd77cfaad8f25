"""The steps by which the tables came to be, each named after what it brings."""

from __future__ import annotations
