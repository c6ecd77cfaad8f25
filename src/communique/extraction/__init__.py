"""From a release to its account: what the languages mark up, put together without knowing any language's words."""

from __future__ import annotations

from communique.extraction.account import extract_account, extract_accounts
from communique.extraction.home import NO_HOME, EmptyRegister, Home, Known, Register

VERSION = 1
"""Rises whenever the same release may give another account, so that a corpus knows which of its accounts are stale."""

__all__ = ["NO_HOME", "VERSION", "EmptyRegister", "Home", "Known", "Register", "extract_account", "extract_accounts"]
