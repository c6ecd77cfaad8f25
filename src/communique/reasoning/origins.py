"""What an item of evidence rests on: the release or exhibit that its source names, however the name is spelled."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import urlsplit

from communique.dossiers.opened import Filed, OpenDossier
from communique.model import Dossier, Exhibit, Filing

KEPT = "corpus:"
"""What stands before the name of a release that the corpus keeps."""

_OFFICE = re.compile(r"[a-z]{2,3}-[a-z-]+(?=:)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """
    One release or exhibit: the key that tells it from others, who issued it, and its grade.

    The key is empty where no source is named; the issuer where it is not known, the grade where there is none.
    """

    key: str
    issuer: str = ""
    grade: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The releases and exhibits of a dossier by their names, each with as many as it has."""

    named: tuple[tuple[str, Origin], ...] = ()

    def of(self, source: str) -> Origin:
        """
        Give what a source names; a source that the dossier does not know stands for itself.

        >>> Origins().of("corpus:xa-president:7"), Origins().of("./all.jsonl#xa-president:7").issuer
        (Origin(key='xa-president:7', issuer='xa-president', grade=''), 'xa-president')
        """
        if not source:
            return Origin(key="")
        names = tuple(_spellings(source))
        known = (origin for name in names for other, origin in self.named if other == name)
        return next(known, Origin(key=names[-1], issuer=_issuer_in(names[-1])))


NONE_NAMED = Origins()
"""What is known of sources where there is no dossier: their names."""


def find_origins(dossier: OpenDossier | Dossier) -> Origins:
    """
    Give the releases and exhibits of a dossier by all their names.

    Of a release that is read these are its source as filed, its name, key and address; two releases of one text are
    one. Of one that is not read only the source is known.
    """
    closed = dossier.dossier if isinstance(dossier, OpenDossier) else dossier
    read = dossier.filed if isinstance(dossier, OpenDossier) else ()
    return Origins(
        named=(
            *(named for filed in read for named in _of_release(filed)),
            *((exhibit.code, _of_exhibit(exhibit)) for exhibit in closed.exhibits),
            *(named for filing in closed.filings for named in _of_filing(filing)),
        )
    )


def _of_release(filed: Filed) -> Iterator[tuple[str, Origin]]:
    release, grade = filed.account.release, filed.filing.grade
    words = " ".join(f"{release.title} {release.text}".split())
    key = hashlib.sha256(words.encode()).hexdigest()[:32]
    issuer = release.issuer or _issuer_in(release.address)
    origin = Origin(key=key, issuer=issuer, grade=str(grade) if grade is not None else "")
    for name in dict.fromkeys((*_spellings(filed.filing.source), release.name, release.key, release.address)):
        if name:
            yield name, origin


def _of_filing(filing: Filing) -> Iterator[tuple[str, Origin]]:
    *others, last = _spellings(filing.source)
    grade = str(filing.grade) if filing.grade is not None else ""
    origin = Origin(key=last, issuer=_issuer_in(last), grade=grade)
    yield from ((name, origin) for name in (*others, last))


def _of_exhibit(exhibit: Exhibit) -> Origin:
    return Origin(key=f"exhibit {exhibit.code}", issuer=_issuer_in(exhibit.address), grade=str(exhibit.grade))


def _spellings(source: str) -> Iterator[str]:
    """Yield a source as it is written, then in the plainest spelling: of a record within a file its name."""
    yield source
    if "://" in source:
        return
    bare = source.removeprefix(KEPT)
    yield normpath(bare)
    if record := bare.partition("#")[2]:
        yield record


def _issuer_in(name: str) -> str:
    """Give the office that a name begins with, or the host of an address; empty where it tells neither."""
    if office := _OFFICE.match(name):
        return office[0]
    try:
        return urlsplit(name).hostname or ""
    except ValueError:  # no address, though it looks like one
        return ""
