"""
communique reads official communiqués between the lines, and says how sure it is.

    >>> import communique
    >>> report = communique.read("page.html")  # doctest: +SKIP
    >>> report.account.event.kind, len(report.findings)  # doctest: +SKIP
    (<Kind.MEETING: 'meeting'>, 9)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.errors import CommuniqueError
    from communique.model import Account, Finding, Release
    from communique.reports.audits.report import AuditReport
    from communique.reports.comparisons.report import ComparisonReport
    from communique.reports.report import Report
    from communique.wiring import read, read_all, read_text
    from communique.wiring.audits import audit
    from communique.wiring.comparing import compare
    from communique.wiring.versions import report_versions

__version__ = "0.1.0"

_HOMES = {
    "Account": "communique.model",
    "AuditReport": "communique.reports.audits.report",
    "CommuniqueError": "communique.errors",
    "ComparisonReport": "communique.reports.comparisons.report",
    "Finding": "communique.model",
    "Release": "communique.model",
    "Report": "communique.reports.report",
    "audit": "communique.wiring.audits",
    "compare": "communique.wiring.comparing",
    "read": "communique.wiring",
    "read_all": "communique.wiring",
    "read_text": "communique.wiring",
    "report_versions": "communique.wiring.versions",
}

__all__ = [
    "Account",
    "AuditReport",
    "CommuniqueError",
    "ComparisonReport",
    "Finding",
    "Release",
    "Report",
    "__version__",
    "audit",
    "compare",
    "read",
    "read_all",
    "read_text",
    "report_versions",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for: importing the package alone costs nothing (PEP 562)."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 - as late as what it loads

    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
