"""Where each version comes from, and when: the lines that every report on versions ends with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Edit, Release
from communique.reports.labels import edition_label, issuer_label, time_label
from communique.reports.provenance import Line
from communique.reports.versions.report import VersionsReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One version with its name in the report ("before", "version 2 of 3") and what is known of where it comes from."""

    name: str
    release: Release
    lines: tuple[Line, ...]


def find_origins(report: VersionsReport) -> tuple[Origin, ...]:
    """Give the lines on each version, in order."""
    names = version_names(len(report.versions))
    titled = len({version.title for version in report.versions}) > 1
    return tuple(
        Origin(name=name, release=release, lines=tuple(_lines(release, titled=titled)))
        for name, release in zip(names, report.versions, strict=True)
    )


def version_names(count: int) -> tuple[str, ...]:
    """
    Name the versions of a text.

    >>> version_names(2), version_names(3)[1]
    (('before', 'after'), 'version 2 of 3')
    """
    two = 2
    if count == two:
        return "before", "after"
    return tuple(f"version {number} of {count}" for number in range(1, count + 1))


def find_masthead(report: VersionsReport) -> tuple[str, ...]:
    """Give what stands under the title: issuer, edition, and what else the versions have in common."""
    latest = report.latest
    issued = f"published {time_label(latest.issued)}" if latest.issued else "time of publication not known"
    return (
        issuer_label(latest, report.office),
        edition_label(latest),
        *((issued,) if len({version.issued for version in report.versions}) == 1 else ()),
    )


def step_label(edit: Edit, number: int, count: int) -> str:
    """Name one step of several: "step 1 of 2: captured … → …"."""
    return f"step {number} of {count}: {captured_label(edit.before)} → {captured_label(edit.after)}"


def captured_label(release: Release) -> str:
    """Say when a version was captured."""
    return f"captured {time_label(release.captured)}" if release.captured else "time of capture not noted"


def _lines(release: Release, *, titled: bool) -> Iterator[Line]:
    """Give the lines on a version; its title where that of another version is not the same."""
    if titled:
        yield Line(label="title", value=release.title or "none")
    yield Line(label="source", value=release.address or "none named", address=_web_address(release.address))
    if release.identifier:
        yield Line(label="identifier", value=release.identifier)
    yield Line(label="published", value=time_label(release.issued) if release.issued else "time not known")
    yield Line(label="captured", value=time_label(release.captured) if release.captured else "time not noted")
    yield Line(label="SHA-256" if release.digest else "text key", value=release.digest or release.key)


def _web_address(address: str) -> str:
    """Give an address that a page may link to: the web alone, so that no script hides in a link."""
    return address if address.casefold().startswith(("https://", "http://")) else ""
