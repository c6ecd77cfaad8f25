"""Where the server listens, in words that need no Django."""

from __future__ import annotations

from dataclasses import dataclass

_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what a user may name, not what we choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the server listens."""

    host: str
    port: int

    @property
    def reached(self) -> str:
        """Give the host by which this machine reaches it."""
        return _EVERYWHERE.get(self.host, self.host)

    @property
    def address(self) -> str:
        """Give the address for a browser on this machine."""
        host = f"[{self.reached}]" if ":" in self.reached else self.reached
        return f"http://{host}:{self.port}"

    @property
    def open_to_others(self) -> bool:
        """Tell whether other machines may reach it."""
        return self.host not in {"127.0.0.1", "::1", "localhost"}
