"""Corpora that last: Django's tables over SQLite or PostgreSQL, and the ports over them."""

from __future__ import annotations

from communique.db.setup import prepare_django

# Models can be imported only where Django is set up, and every module below imports them.
prepare_django()
