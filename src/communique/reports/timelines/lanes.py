"""The lanes of a timeline: which there are, the words of their moments, the lines that tie them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.dossiers.imprecise import When
from communique.dossiers.timeline_nouns import Foretelling, Moment, Timeline
from communique.model import Role
from communique.reports.labels import count_label
from communique.reports.timelines.axis import has_several_zones
from communique.reports.timelines.layout import Box, Tone
from communique.reports.timelines.lettering import broken, width_of
from communique.reports.timelines.report import TimelineReport
from communique.reports.timelines.rows import UNTITLED, hour_label
from communique.reports.timelines.wording import gap_label, kind_label, precedence_label, when_label

LABEL_SIZE, TIE_SIZE = 8.0, 7.4
MOST_TITLE = 4
"""Lines of a headline; the table has the whole of it."""

EXHIBITS = "other evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The moments of one lane, and its name."""

    name: str
    moments: tuple[Moment, ...]


def find_bands(report: TimelineReport) -> tuple[Band, ...]:
    """Give a band for each issuer, those of the dossier's sides first and in their order, then one for exhibits."""
    timeline = report.timeline
    issuers = sorted({m.issuer for m in timeline.moments if m.exhibit is None}, key=lambda i: _rank(i, timeline))
    bands = [
        Band(
            name=report.office(issuer),
            moments=tuple(m for m in timeline.moments if m.exhibit is None and m.issuer == issuer),
        )
        for issuer in issuers
    ]
    exhibits = tuple(moment for moment in timeline.moments if moment.exhibit is not None)
    return (*bands, *((Band(name=EXHIBITS, moments=exhibits),) if exhibits else ()))


def _rank(issuer: str, timeline: Timeline) -> tuple[int, str]:
    """Order issuers by the place of their side among the dossier's; its own side stands first in each moment."""
    own = next((m.sides[0] for m in timeline.moments if m.issuer == issuer and m.sides), "")
    return timeline.sides.index(own) if own in timeline.sides else len(timeline.sides), issuer


def label_of(report: TimelineReport, moment: Moment, width: float) -> Box:
    """Give the words of a moment for the plot: number, hour and kind; its headline; who published first."""
    zoned = moment.when.is_zoned and has_several_zones(report.timeline)
    hour = f"{hour_label(moment, zoned=zoned)} " if moment.when.clock else ""
    imprecise = "" if moment.when.is_exact else f", {when_label(moment.when)}"
    grade = f", graded {moment.grade}" if moment.grade else ""
    heads = broken(f"{moment.number} · {hour}{kind_label(moment)}{imprecise}{grade}", LABEL_SIZE, width * 0.9)
    titles = broken(moment.title or UNTITLED, LABEL_SIZE, width, most=MOST_TITLE)
    more = tuple(line for words in _asides(report, moment) for line in broken(words, LABEL_SIZE, width))
    lines = (*heads, *titles, *more)
    widest = max(width_of(line, LABEL_SIZE, bold=place < len(heads)) for place, line in enumerate(lines))
    return Box(lines=lines, left=0.0, top=0.0, width=widest, size=LABEL_SIZE, bold=len(heads))


def _asides(report: TimelineReport, moment: Moment) -> Iterator[str]:
    for precedence in report.timeline.precedence:
        if moment.key in precedence.keys and (precedence.reason or moment.issuer == precedence.first):
            yield precedence_label(precedence, report.office(precedence.first))
    if moment.gap is not None and moment.gap.days and moment.role is Role.EVENT:
        yield gap_label(moment.gap)
    for foretelling in moment.foretold:
        if report.timeline.moment(foretelling.key) is None:
            yield tie_words(foretelling)


def tie_words(foretelling: Foretelling) -> str:
    """Say how long before an event a release foretold it."""
    what = "invited" if foretelling.invitation else "announced"
    undated = ", no date named" if not foretelling.dated else ""
    return f"{what} {count_label(foretelling.days, 'day', 'days')} before{undated}"


def window_words(when: When) -> str:
    """Say for when something is foretold."""
    return f"foretold for {when_label(when)}"


def tie_box(words: str, middle: float, foot: float, ends: tuple[float, float], tone: Tone = Tone.LINK) -> Box:
    """Give a line of words over the middle of a line, inside the two ends of the plot."""
    width = width_of(words, TIE_SIZE)
    across = max(min(middle - width / 2, ends[1] - width), ends[0])
    box = Box(lines=(words,), left=across, top=0.0, width=width, size=TIE_SIZE, tone=tone)
    return Box(lines=(words,), left=across, top=foot - box.height, width=width, size=TIE_SIZE, tone=tone)


def told_of(moments: Iterable[Moment]) -> str:
    """Say what moments are, to one who cannot see the plot."""
    return "; ".join(f"{when_label(m.when)}: {kind_label(m)}, {m.title or UNTITLED}" for m in moments)
