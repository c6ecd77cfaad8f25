"""How often somebody may send, and what is kept out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.web.discussion.models import Block, BlockKind, Mark

MARK_LIFE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many comments an hour and a day are taken from one address, and from one network, which readers share."""

    address_hour: int = 6
    address_day: int = 20
    network_hour: int = 60
    network_day: int = 300


class LimitReachedError(CommuniqueError):
    """Too many comments came from one address or network."""


def limits() -> Limits:
    """Give the limits: those of the settings (``COMMENT_LIMITS``) or the usual ones."""
    chosen = getattr(settings, "COMMENT_LIMITS", None)
    return chosen if isinstance(chosen, Limits) else Limits()


def sending_count(address_print: str, network_print: str, *, now: datetime) -> None:
    """
    Count one sending, within the caller's transaction.

    Raises:
        LimitReachedError: there were too many before it.
    """
    allowed = limits()
    _refuse_over(address_print, allowed.address_hour, allowed.address_day, now)
    if network_print:
        _refuse_over(network_print, allowed.network_hour, allowed.network_day, now)
    Mark.objects.bulk_create(Mark(print=print_, at=now) for print_ in (address_print, network_print) if print_)


def _refuse_over(print_: str, an_hour: int, a_day: int, now: datetime) -> None:
    for most, span in ((an_hour, timedelta(hours=1)), (a_day, MARK_LIFE)):
        if Mark.objects.filter(print=print_, at__gt=now - span).count() >= most:
            raise LimitReachedError(
                wanted=_("fewer comments from one place"),
                got=_("more than are taken at once"),
                remedy=_("what you typed is still here: send it again later"),
            )


def is_blocked(*, address_print: str, network_print: str, texts: tuple[str, ...], now: datetime) -> bool:
    """Tell whether an address, a network or words are kept out."""
    by_print = Q(kind=BlockKind.ADDRESS, print=address_print) | Q(kind=BlockKind.NETWORK, print=network_print)
    standing = Block.objects.filter(Q(until=None) | Q(until__gt=now))
    if standing.filter(by_print).exists():
        return True
    said = " ".join("\n".join(texts).casefold().split())
    return any(words in said for words in standing.filter(kind=BlockKind.WORD).values_list("print", flat=True))
