"""A dossier at one look: what is filed and why, what could not be read, what is made of it."""

from __future__ import annotations
