"""Where a release comes from and what read it: the lines that every report ends with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Release
from communique.reports.citation import hash_label
from communique.reports.labels import count_label, edition_label, issuer_label, language_label, time_label
from communique.reports.paragraphs import Paragraph, find_locus
from communique.reports.report import Report
from communique.reports.silence import find_cuts


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of provenance; ``address`` makes it a link where the form of output has links."""

    label: str
    value: str
    address: str = ""


def find_masthead(report: Report, paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """Give what stands under a report's title: issuer, edition, time of publication, length, cuts."""
    release = report.account.release
    words = sum(any(sign.isalnum() for sign in word) for word in release.text.split())
    cuts = find_cuts(release)
    loci = " ".join(dict.fromkeys(find_locus(cut, paragraphs) for cut in cuts))
    return (
        issuer_label(release, report.office),
        edition_label(release),
        f"published {time_label(release.issued)}" if release.issued else "time of publication not known",
        count_label(words, "word", "words"),
        *((f"cut (“{release.words(cuts[0])}” {loci})",) if cuts else ()),
    )


def find_provenance(report: Report) -> tuple[Line, ...]:
    """Give the lines on source, licence, capture and hash, then on models, lexicons and checks."""
    return (*_source_lines(report), *_reading_lines(report))


def _source_lines(report: Report) -> Iterator[Line]:
    release = report.account.release
    yield Line(label="source", value=release.address, address=_web_address(release.address))
    yield Line(label="issuer", value=issuer_label(release, report.office))
    yield Line(label="licence", value=release.licence or "not stated")
    yield Line(label="captured", value=time_label(release.captured) if release.captured else "time not noted")
    yield Line(label="hash", value=hash_label(release))
    if release.identifier:
        yield Line(label="identifier", value=release.identifier)
    for edition in release.editions:
        label = f"{language_label(edition.language)} edition, not read: {edition.address}"
        yield Line(label="also in", value=label, address=_web_address(edition.address))
    for other in report.others:
        yield Line(
            label="other account", value=_account_label(other.release), address=_web_address(other.release.address)
        )
    for note in release.notes:
        yield Line(label="note", value=note)


def _reading_lines(report: Report) -> Iterator[Line]:
    yield Line(label="models", value=", ".join(report.account.models) or "none named")
    if report.account.unread:
        yield Line(label="not read", value=", ".join(report.account.unread))
    if report.corpus:
        yield Line(label="corpus", value=f"{report.corpus}; only what was published before this release is counted")
    tried = ": " + ", ".join(report.checks) if report.checks else ""
    of = f" on {count_label(report.features, 'feature', 'features')}" if report.features else ""
    yield Line(label="checks", value=f"{len(report.checks)} tried{of}{tried}")
    if report.software:
        yield Line(label="read by", value=report.software)


def _account_label(release: Release) -> str:
    return f"{issuer_label(release)}, “{release.title}” ({edition_label(release)}), {release.address}"


def _web_address(address: str) -> str:
    """Give an address that a page may link to: the web alone, so that no script hides in a link."""
    return address if address.casefold().startswith(("https://", "http://")) else ""
