"""What every template knows."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

THEME_COOKIE = "theme"
THEMES = ("light", "dark")


def workspace(request: HttpRequest) -> dict[str, object]:
    """Give the name of the workspace and the theme that the reader chose, empty for that of the machine."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {"workspace_title": settings.CONFIG.title, "theme": theme if theme in THEMES else ""}
