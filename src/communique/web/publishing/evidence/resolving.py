"""Links to evidence made into exact words of kept releases, or the reason why one is broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from communique.db.models import ReleaseRow
from communique.db.rows import print_of, release_of
from communique.model import Part, Release, Span
from communique.web.base.corpus import ALIAS
from communique.web.publishing.markup.links import SHORTEST_KEY, EvidenceLink

_KEY = re.compile(r"[0-9a-f]{8,32}")
_ALIKE = {letter: kind for kind in ("'’‘ʼ", '"“”„«»', "-‐‑–—") for letter in kind}
"""Letters that keyboards and publishers write differently: apostrophes, quotation marks, dashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A link that opens on exact words of a release."""

    link: EvidenceLink
    release: Release
    span: Span

    @property
    def words(self) -> str:
        """The exact words."""
        return self.release.words(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A link that opens on nothing, with the reason."""

    link: EvidenceLink
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What became of the links of a text."""

    resolved: tuple[Resolved, ...] = ()
    broken: tuple[Broken, ...] = ()


def resolve_links(links: Iterable[EvidenceLink]) -> Resolution:
    """Look up all links of a text in the workspace's corpus (one query), and their words in the releases."""
    links = tuple(links)
    found = _releases({link.release for link in links if link.is_readable})
    outcomes = [_outcome(link, found.get(link.release, ())) for link in links]
    return Resolution(
        resolved=tuple(item for item in outcomes if isinstance(item, Resolved)),
        broken=tuple(item for item in outcomes if isinstance(item, Broken)),
    )


def _releases(names: set[str]) -> Mapping[str, tuple[Release, ...]]:
    """Give the releases that keys, beginnings of keys or names stand for; of a name, the latest text alone."""
    if not names:
        return {}
    wanted = Q(name_print__in=[print_of(name) for name in names], superseded=False)
    for name in names:
        if _KEY.fullmatch(name):
            wanted |= Q(key__startswith=name)
    rows = list(ReleaseRow.objects.using(ALIAS).filter(wanted).order_by("pk"))
    return {
        name: tuple(release_of(row) for row in rows if row.key.startswith(name) or row.name == name) for name in names
    }


def _outcome(link: EvidenceLink, releases: tuple[Release, ...]) -> Resolved | Broken:
    if not link.is_readable:
        reason = _("This link does not read: it needs the key of a release and its exact words in quotation marks.")
        return Broken(link=link, reason=reason)
    if len(releases) != 1:
        return Broken(link=link, reason=_number_words(link, len(releases)))
    (release,) = releases
    span = _place(link, release)
    if span is None:
        reason = _("The words “%(words)s” are not in the text of “%(title)s” (any more).")
        title = release.title or release.name
        return Broken(link=link, reason=reason % {"words": link.words or _("at this place"), "title": title})
    return Resolved(link=link, release=release, span=span)


def _number_words(link: EvidenceLink, number: int) -> str:
    if number:
        reason = _("%(number)s releases have a key that begins with %(key)s: write more of it.")
        return reason % {"number": number, "key": link.release}
    reason = _("No release %(key)s is kept here (a key needs its first %(digits)s digits at least).")
    return reason % {"key": link.release, "digits": SHORTEST_KEY}


def _place(link: EvidenceLink, release: Release) -> Span | None:
    """Give where the words of a link stand; a place that is named must hold the words that are named."""
    if link.span is None:
        return find_words(release, link.words)
    if link.span.end > len(release.part(link.span.part)):
        return None
    stands = release.words(link.span)
    return link.span if not link.words or _pattern(link.words).fullmatch(stands.strip()) else None


def find_words(release: Release, words: str) -> Span | None:
    """Give the first place where words stand, whatever the white space and the form of quotation marks between them."""
    if not words.strip():
        return None
    pattern = _pattern(words)
    for part in (Part.TEXT, Part.TITLE, Part.PLACE):
        found = pattern.search(release.part(part))
        if found:
            return Span(found.start(), found.end(), part)
    return None


def count_words(release: Release, words: str) -> int:
    """Count the places where words stand in the text."""
    return sum(1 for _found in _pattern(words).finditer(release.text)) if words.strip() else 0


def _pattern(words: str) -> re.Pattern[str]:
    letters = (f"[{re.escape(_ALIKE[letter])}]" if letter in _ALIKE else re.escape(letter) for letter in words)
    return re.compile(re.sub(r"(?:\\?\s)+", r"\\s+", "".join(letters).strip()))
