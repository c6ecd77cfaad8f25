"""communique reads official communiqués between the lines, and says how sure it is."""

from __future__ import annotations

__version__ = "0.1.0"
