"""Quotation marks about words that may have marks of their own."""

from __future__ import annotations

_OPENING, _CLOSING, _STRAIGHT = "“«", "”»", '"'
_STOPS = ".,;:!?…"
"""Signs that may stand behind a closing mark."""


def quoted(words: str) -> str:
    """
    Give words between quotation marks.

    Words that begin or end with a mark get no other there: only one that is missing to their own is put.

    >>> quoted("We want peace"), quoted("He said “yes” twice")
    ('“We want peace”', '“He said “yes” twice”')
    >>> quoted("“We want peace”."), quoted("«Мы хотим"), quoted('peace," he said'), quoted("he said: “yes”")
    ('“We want peace”.', '«Мы хотим»', '“peace," he said”', 'he said: “yes”')
    """
    before, behind = marks_about(words)
    return f"{before}{words}{behind}"


def marks_about(words: str) -> tuple[str, str]:
    """Give the marks to be put before words and behind them; empty where their own do."""
    opened = words.startswith((*_OPENING, _STRAIGHT))
    closed = words.rstrip(_STOPS).endswith((*_CLOSING, _STRAIGHT))
    if not opened and not closed:
        return "“", "”"
    unclosed = sum((sign in _OPENING) - (sign in _CLOSING) for sign in words)
    if words.count(_STRAIGHT) % 2:
        unclosed += 1 if opened else -1
    before = "“" if unclosed < 0 and not opened else ""
    return before, _closing(words) if unclosed > 0 and not closed else ""


def _closing(words: str) -> str:
    return {"«": "»", _STRAIGHT: _STRAIGHT}.get(words[0], "”")
