"""What is usual for an issuer: its house style, feature by feature, beside that of the wider class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.model import Kind, Rate
from communique.precedent.base import Label
from communique.precedent.entries import ReferenceClass
from communique.precedent.history import History
from communique.precedent.marks import Feature
from communique.precedent.rates import LEAST_EXPOSURE, expect, make_rate
from communique.precedent.tally import Tally, join_tallies

ALL_KINDS = ""
"""The kind of a class that holds an issuer's records of every kind."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How often a class has a feature; ``wider`` how often the wider class has it, None where it is no base."""

    feature: Feature
    rate: Rate
    wider: Rate | None = None

    @property
    def reading(self) -> str:
        """The code of the reading that marks the feature."""
        return _reading(self.feature.code)

    @property
    def share(self) -> float:
        """The probability to see it next (0 to 1)."""
        return expected_share(self.rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """
    An issuer's house style as of a day: what the records of one class contain.

    ``records``, ``first`` and ``last`` count the class and bound its days of publication; ``label`` and ``wider_label``
    word the class and the wider one, the latter empty where the class is the widest. ``habits`` stand in the order of
    the readings, within a reading the usual first; ``without_base`` counts the features that too few records of the
    class could have had.
    """

    reference: ReferenceClass
    before: date
    label: str
    wider_label: str = ""
    records: int = 0
    first: date | None = None
    last: date | None = None
    wider_records: int = 0
    habits: tuple[Habit, ...] = ()
    without_base: int = 0


def find_habits(
    history: History, reference: ReferenceClass, before: date, features: Mapping[str, Feature], *, label: Label
) -> Habits:
    """
    Give what is usual in a reference class, from its records published before a day.

    ``features`` is the catalogue by code, in the order of the readings; ``label`` words a class. Beside a class of one
    counterpart or group stands that of all the issuer's records of the kind. ``before`` at the end of time
    (``date.max``) means the day after the last record. A class of ``ALL_KINDS`` joins the issuer's records of every
    kind.
    """
    narrow, wide = _counted(history, reference, before, label), None
    if (wide_reference := widen(reference)) is not None:
        wide = _counted(history, wide_reference, before, label)
    found = tuple(_find_habits(narrow, wide, features))
    last = narrow.tally.last
    return Habits(
        reference=reference,
        before=last + _DAY if before == date.max and last else before,
        label=narrow.label,
        records=narrow.tally.accounts,
        first=narrow.tally.first,
        last=last,
        wider_label=wide.label if wide else "",
        wider_records=wide.tally.accounts if wide else 0,
        habits=_in_order(found, features),
        without_base=len(features) - len(found),
    )


def widen(reference: ReferenceClass) -> ReferenceClass | None:
    """
    Give the class of all counterparts; None where the class is that already.

    >>> widen(ReferenceClass(issuer="xa-president", language="en", kind="call", counterpart="XV")).code
    'xa-president/en/call//'
    """
    wide = replace(reference, counterpart="", group="")
    return None if wide == reference else wide


def tally_class(history: History, reference: ReferenceClass, before: date) -> Tally:
    """Count the records of a class, those of all kinds where it names none."""
    if reference.kind != ALL_KINDS:
        return history.tally(reference, before)
    return join_tallies(history.tallies([replace(reference, kind=kind.value) for kind in Kind], before).values())


@dataclass(frozen=True, slots=True)
class _Counted:
    """A class counted, in words."""

    tally: Tally
    label: str

    def rate(self, code: str, prior: float | None = None) -> Rate | None:
        """Give a feature's rate; None where too few records could have had it."""
        count = self.tally.of(code)
        if count.among < LEAST_EXPOSURE:
            return None
        return make_rate(count.seen, count.among, prior, reference=self.label)


def _counted(history: History, reference: ReferenceClass, before: date, label: Label) -> _Counted:
    tally = tally_class(history, reference, before)
    return _Counted(tally, label(reference, tally.first, tally.last))


def _find_habits(narrow: _Counted, wide: _Counted | None, features: Mapping[str, Feature]) -> Iterator[Habit]:
    for code, feature in features.items():
        prior = expect(wide.tally.of(code)) if wide else None
        if (rate := narrow.rate(code, prior)) is not None:
            yield Habit(feature=feature, rate=rate, wider=wide.rate(code) if wide else None)


def _in_order(found: Iterable[Habit], features: Mapping[str, Feature]) -> tuple[Habit, ...]:
    """Put the readings in the catalogue's order, and the features of each from the usual to the rare."""
    readings = {code: place for place, code in enumerate(dict.fromkeys(map(_reading, features)))}
    return tuple(sorted(found, key=lambda habit: (readings[habit.reading], -habit.share, habit.feature.code)))


def expected_share(rate: Rate) -> float:
    """Give the probability that a rate expects to see next; its plain share where nothing but N and M is known."""
    return rate.expected if rate.expected is not None else rate.seen / rate.among


def _reading(code: str) -> str:
    return code.partition(".")[0]
