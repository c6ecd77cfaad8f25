"""The machine under it: models that load, and a clock that can be believed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError

from django.db import connection
from django.db.models import Max
from django.db.utils import DatabaseError

from communique.adapters.vectors import universal_vectors
from communique.db.models import ReleaseRow
from communique.errors import CommuniqueError
from communique.reference.gazetteers import build_gazetteer
from communique.web.base.corpus import the_settings
from communique.web.serving.health.signs import Sign, fault, look, well
from communique.wiring.building import LANGUAGES, build_tables

BUILT = datetime(2025, 1, 1, tzinfo=UTC)
"""A day on which this program was not yet written."""

_NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}
_AHEAD = timedelta(minutes=10)
_WATCHED, _SLIP = 0.2, 0.1


def look_at_models() -> Iterator[Sign]:
    """Load every language and the vectors of sentences, and tell how long it took."""
    tables = build_tables(the_settings())
    for code, make in LANGUAGES.items():
        yield _loaded(_NAMES.get(code, code), lambda code=code, make=make: make(build_gazetteer(code, tables)))  # type: ignore[misc]
    yield _loaded("vectors of sentences", lambda: universal_vectors().encode(["The ferry sails at nine."]))


def _loaded(name: str, load: Callable[[], object]) -> Sign:
    begun = time.perf_counter()
    try:
        load()
    except (CommuniqueError, ImportError, OSError, ValueError, PackageNotFoundError) as error:
        return fault("models", f"{name}: not loaded: {error}", "install the pinned dependencies again")
    return well("models", f"{name}: loaded in {time.perf_counter() - begun:.1f} s")


def look_at_clock(*, now: datetime | None = None) -> Iterator[Sign]:
    """Tell whether the clock runs steadily, is not behind what is kept, and agrees with the database's."""
    now = now or datetime.now(UTC)
    if now < BUILT:
        yield fault("clock", f"it says {now:%Y-%m-%d}, before this program was written", "set the clock")
        return
    if (slip := _slip()) > _SLIP:
        yield look("clock", f"it jumped by {slip:.1f} s within a moment", "is it set by hand, or by two services?")
    newest = _newest_capture()
    if newest and newest > now + _AHEAD:
        yield fault(
            "clock",
            f"the newest release was captured at {newest:%Y-%m-%d %H:%M} UTC, which is still to come",
            "set the clock, or look at who captured it",
        )
    away = _from_server(now)
    if abs(away) > _AHEAD:
        yield fault("clock", f"the database's clock is {away} away from this one", "set both by one service (NTP)")
    zone = datetime.now().astimezone().tzname()
    yield well("clock", f"{now:%Y-%m-%d %H:%M} UTC (this machine shows {zone}; pages show UTC)")


def _slip() -> float:
    """Give by how much the clock moved otherwise than time did, in seconds."""
    wall, steady = time.time(), time.monotonic()
    time.sleep(_WATCHED)
    return abs((time.time() - wall) - (time.monotonic() - steady))


def _newest_capture() -> datetime | None:
    try:
        text = ReleaseRow.objects.aggregate(newest=Max("captured"))["newest"]
    except DatabaseError:
        return None  # no tables yet, which another look tells
    moment = datetime.fromisoformat(text) if text else None
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _from_server(now: datetime) -> timedelta:
    if connection.vendor != "postgresql":
        return timedelta()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        told: datetime = cursor.fetchone()[0]
    return told - now
