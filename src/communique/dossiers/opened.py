"""A dossier with its releases read: what every view of an episode starts from."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Account, Dossier, Filing, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One release of a dossier, read."""

    filing: Filing
    account: Account

    @property
    def role(self) -> Role:
        """Why it belongs."""
        return self.filing.role


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A release that a dossier names and that could not be read, with the reason in words."""

    filing: Filing
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDossier:
    """A dossier and the accounts of its releases, in the order of filing; what could not be read stands apart."""

    dossier: Dossier
    filed: tuple[Filed, ...] = ()
    unread: tuple[Unread, ...] = ()

    def accounts(self, *roles: Role) -> tuple[Account, ...]:
        """Give the accounts filed in some roles; all but the parallel ones where none is named."""
        wanted = roles or tuple(role for role in Role if role is not Role.PARALLEL)
        return tuple(item.account for item in self.filed if item.role in wanted)
