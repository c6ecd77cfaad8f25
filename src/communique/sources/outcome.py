"""What a batch gives beside its releases: the records that could not be read, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """
    One record that holds no readable release.

    ``source`` names it so that it can be found again (address and line, or the entry's own address); ``reason`` says
    what was wanted, what was got and what to do.
    """

    source: str
    reason: str
