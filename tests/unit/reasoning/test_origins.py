"""What the source of an item names, however it is spelled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.dossiers.opened import OpenDossier
from communique.model import Admiralty, Credibility, Exhibit, ExhibitKind, Reliability
from communique.reasoning.groups import find_groups
from communique.reasoning.origins import Origins, find_origins
from unit.dossiers.opened_made import filed, opened
from unit.reasoning.weighing_cases import make_evidence

FOOTAGE = Exhibit(
    code="footage",
    kind=ExhibitKind.FOOTAGE,
    title="The opening",
    grade=Admiralty(source=Reliability.C, item=Credibility.THREE),
    address="https://video.example/opening",
)


def open_one(source: str, identifier: str) -> OpenDossier:
    """Open a dossier with one release, filed by a source and named by its corpus."""
    item = filed(source)
    release = replace(item.account.release, identifier=identifier)
    return opened(replace(item, account=replace(item.account, release=release)))


@pytest.mark.parametrize("source", ["rel.jsonl#xa:1", "corpus:xa:1", "xa:1"])
@pytest.mark.parametrize(
    "named", ["rel.jsonl#xa:1", "./rel.jsonl#xa:1", "sub/../rel.jsonl#xa:1", "xa:1", "corpus:xa:1"]
)
def test_every_spelling_names_the_release(source: str, named: str) -> None:
    """However a release is filed, and however evidence names it, it is one and the same."""
    dossier = open_one(source, "xa:1")
    origins = find_origins(dossier)
    release = dossier.filed[0].account.release
    assert origins.of(named) == origins.of(release.address) == origins.of(release.key)
    assert (origins.of(named).issuer, origins.of(named).grade) == ("xa-president", "B2")
    words = [make_evidence(code, source=name, quote="ferry line") for code, name in (("a", named), ("b", release.key))]
    assert len(find_groups(words, origins)) == 1


def test_what_only_the_open_dossier_knows() -> None:
    """A file and the name that its corpus gives the release are one only where the release is read."""
    dossier = open_one("talks.html", "xa:1")
    assert find_origins(dossier).of("talks.html") == find_origins(dossier).of("xa:1")
    assert find_origins(dossier.dossier).of("talks.html") != find_origins(dossier.dossier).of("xa:1")


def test_one_text_filed_twice_is_one() -> None:
    """Two copies of one text are one release, another text is another."""
    copy, other = filed("copy.html"), filed("other.html", text="Another text.")
    copy = replace(copy, account=filed().account)
    origins = find_origins(opened(filed(), copy, other))
    assert origins.of("talks.html").key == origins.of("copy.html").key != origins.of("other.html").key


def test_an_exhibit_is_named_by_its_code() -> None:
    """An exhibit has its grade, and its host for an issuer."""
    dossier = replace(opened().dossier, exhibits=(FOOTAGE,))
    origin = find_origins(dossier).of("footage")
    assert (origin.issuer, origin.grade) == ("video.example", "C3")


@pytest.mark.parametrize(
    ("source", "key", "issuer"),
    [
        ("", "", ""),
        ("corpus:xa-president:7", "xa-president:7", "xa-president"),
        ("./talks.html", "talks.html", ""),
        ("https://[press/7", "https://[press/7", ""),
        ("https://press.example/7#top", "https://press.example/7#top", "press.example"),
    ],
)
def test_a_source_that_is_not_known_stands_for_itself(source: str, key: str, issuer: str) -> None:
    """Without a dossier the plainest spelling of the name is the key."""
    origin = Origins().of(source)
    assert (origin.key, origin.issuer) == (key, issuer)
