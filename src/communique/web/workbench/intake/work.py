"""The work of adding: done by a worker, told release by release, the same however often it is begun anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from communique.adapters.fetch import Fetcher, FetchSettings
from communique.corpus.port import Deposit
from communique.errors import CommuniqueError
from communique.model import Capture, Release
from communique.sources import SetAside
from communique.web.accounts.journal import note_write
from communique.web.base.corpus import the_corpus, the_settings
from communique.web.base.refusals import refusal_words
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.workbench.desk.standings import standings_settle
from communique.web.workbench.intake.apart import Bounds, Hints, links_apart, parse_apart
from communique.web.workbench.intake.services import INTAKE
from communique.web.workbench.intake.uploads import upload_capture
from communique.wiring.building import build_publishers
from communique.wiring.deposits import deposit_version, make_deposits

TOGETHER = 8
"""Releases that are read and kept in one step: what an interruption may cost."""

MOST_FOLLOWED = 100
"""Pages of a feed that are fetched."""

MOST_TOLD = 50
"""Records set aside that are told; all are kept in the corpus with their reasons."""

MOST_KEYS = 500
BOUNDS = Bounds()


@dataclass(slots=True)
class Intake:
    """What has come so far: the keys of releases in order, how many of them are new, what was set aside."""

    keys: list[str] = field(default_factory=list)
    new: int = 0
    aside: list[SetAside] = field(default_factory=list)

    def result(self, job: Job) -> dict[str, Any]:
        """Give what the job came to: where to go on, and what to read there."""
        keys = list(dict.fromkeys(self.keys))
        lines = [_told(len(keys), self.new, len(self.aside))]
        lines += [f"{record.source}: {record.reason}" for record in self.aside[:MOST_TOLD]]
        if len(self.aside) > MOST_TOLD:
            lines.append(_("and %(count)s more") % {"count": len(self.aside) - MOST_TOLD})
        told: dict[str, Any] = {"lines": lines, "keys": keys[:MOST_KEYS]}
        if len(keys) == 1 and not self.aside:
            told |= {"address": reverse("workbench:release", args=keys), "said": lines[0]}
        elif keys:
            told["address"] = f"{reverse('workbench:desk')}?{urlencode({'came': str(job.pk)})}"
        return told


@job_kind(INTAKE)
def take_in(job: Job, tell: Tell) -> dict[str, Any]:
    """Fetch or open what was given, read it apart, and keep its releases."""
    intake, told = Intake(), job.arguments
    hints = Hints(
        publishers=build_publishers(the_settings()),
        issuer=told.get("issuer") or None,
        language=told.get("language") or None,
    )
    for found in _read(job, hints, tell):
        _keep(found, intake, tell)
    the_corpus().settle()
    standings_settle()
    if intake.keys:
        note_write(job.actor, "added", "release", intake.keys[0], {"keys": intake.keys[:MOST_KEYS], "new": intake.new})
    return intake.result(job)


def fetcher() -> Fetcher:
    """Give what fetches addresses that somebody typed: public ones alone, whatever the machine allows otherwise."""
    return Fetcher(FetchSettings(allow_private=False, attempts=2, deadline=60.0))


def _read(job: Job, hints: Hints, tell: Tell) -> Iterator[Sequence[Release | SetAside]]:
    """Yield what each source holds; one of several that cannot be read is set aside with its reason."""
    files = job.arguments.get("files", ())
    for number, file in enumerate(files):
        tell(_("Reading %(name)s") % {"name": file["name"]}, number, len(files))
        try:
            yield parse_apart(upload_capture(file["stored"], file["name"], job.created), hints, BOUNDS)
        except CommuniqueError as error:
            if len(files) == 1:
                raise
            yield (SetAside(source=file["name"], reason=refusal_words(error)),)
    if job.arguments.get("address"):
        yield from _fetched(job.arguments["address"], hints, tell, follow=bool(job.arguments.get("follow")))


def _fetched(address: str, hints: Hints, tell: Tell, *, follow: bool) -> Iterator[Sequence[Release | SetAside]]:
    tell(_("Fetching %(name)s") % {"name": address}, 0, 0)
    fetch = fetcher()
    capture = fetch.fetch(address)
    links = links_apart(capture, BOUNDS)[:MOST_FOLLOWED] if follow else ()
    if not links:
        yield parse_apart(capture, hints, BOUNDS)
    for number, link in enumerate(links):
        tell(_("Fetching %(name)s") % {"name": link}, number, len(links))
        try:
            yield parse_apart(_capture(fetch, link), hints, BOUNDS)
        except CommuniqueError as error:
            yield (SetAside(source=link, reason=refusal_words(error)),)


def _capture(fetch: Fetcher, link: str) -> Capture:
    return fetch.fetch(link)


def _keep(found: Sequence[Release | SetAside], intake: Intake, tell: Tell) -> None:
    """Extract and keep, some releases at a time; those that are there already are passed over."""
    corpus, settings = the_corpus(), the_settings()
    version = deposit_version(settings)
    for first in range(0, len(found), TOGETHER):
        some = found[first : first + TOGETHER]
        tell(_title(some[0]), first, len(found))
        known = corpus.versions(item.key for item in some if isinstance(item, Release))
        arriving = tuple(item for item in some if not (isinstance(item, Release) and known.get(item.key) == version))
        made = make_deposits(settings, arriving)
        aside = tuple(item for item in made if isinstance(item, SetAside))
        deposits = tuple(item for item in made if isinstance(item, Deposit))
        added = corpus.add(deposits, aside)
        unkept = {item.key for item in arriving if isinstance(item, Release)}
        unkept -= {deposit.account.release.key for deposit in deposits}
        intake.keys += [deposit.account.release.key for deposit in deposits]
        intake.keys += [key for key in known if known[key] == version and key not in unkept]
        intake.new += added.new + added.changed
        intake.aside += aside


def _title(item: Release | SetAside) -> str:
    return item.title or item.name if isinstance(item, Release) else item.source


def _told(count: int, new: int, aside: int) -> str:
    read = ngettext("%(count)s release read, %(new)s new.", "%(count)s releases read, %(new)s of them new.", count)
    told = read % {"count": count, "new": new}
    return told + (" " + _("%(count)s set aside, each with its reason:") % {"count": aside} if aside else "")
