"""What a host asks of those who fetch from it: a pace, and the paths that robots.txt leaves open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.adapters.address_rules import Target
from communique.errors import FetchError

if TYPE_CHECKING:
    from protego import Protego

_LONGEST_DELAY = 30.0
_KEPT = 24 * 3600.0


@dataclass(kw_only=True)
class Pace:
    """At most one request to a host in so many seconds; waiting is done by ``sleep``."""

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    _last: dict[str, float] = field(default_factory=dict)

    def wait(self, host: str, pause: float) -> None:
        """Wait until the host may be asked again, and note that it is asked now."""
        if host in self._last and (left := self._last[host] + pause - self.clock()) > 0:
            self.sleep(left)
        self._last[host] = self.clock()


@dataclass(kw_only=True)
class Robots:
    """
    The robots.txt of each origin, asked for once a day at most (RFC 9309).

    ``ask`` fetches one: its text, empty where the host has none; None where the host fails, which forbids all.
    """

    user_agent: str
    ask: Callable[[Target], str | None]
    clock: Callable[[], float]
    _known: dict[str, tuple[float, Protego | None]] = field(default_factory=dict)

    def check(self, target: Target) -> float:
        """
        Give the pause that the host asks for, in seconds, where the address may be fetched.

        Raises:
            FetchError: robots.txt forbids the address, or could not be read for a fault of the host.
        """
        rules = self._rules(target)
        if rules is None:
            raise FetchError(
                wanted=f"the robots.txt of {target.host}", got="a fault of the host", remedy="try again later"
            )
        if not rules.can_fetch(target.address, self.user_agent):
            raise FetchError(
                wanted=f"leave to fetch {target.address}",
                got="a robots.txt that forbids it",
                remedy="open the page in a browser, save it and read the file",
            )
        return min(_LONGEST_DELAY, float(rules.crawl_delay(self.user_agent) or 0.0))

    def _rules(self, target: Target) -> Protego | None:
        from protego import Protego  # noqa: PLC0415 - loaded only when something is fetched

        asked, rules = self._known.get(target.origin, (float("-inf"), None))
        if self.clock() - asked > _KEPT or rules is None:
            text = self.ask(target)
            rules = None if text is None else Protego.parse(text)
            self._known[target.origin] = (self.clock(), rules)
        return rules
