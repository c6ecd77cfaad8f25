"""From a release to its account: what the languages mark up, put together without knowing any language's words."""

from __future__ import annotations

from communique.extraction.account import extract_account, extract_accounts
from communique.extraction.home import NO_HOME, EmptyRegister, Home, Known, Register

__all__ = ["NO_HOME", "EmptyRegister", "Home", "Known", "Register", "extract_account", "extract_accounts"]
