"""Work of the room that takes longer than a page may."""

from __future__ import annotations
