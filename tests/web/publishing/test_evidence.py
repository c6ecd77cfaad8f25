"""Links become exact words of kept releases, or say why not; what is missing is told sentence by sentence."""

from __future__ import annotations

import hashlib

import pytest

from communique.db.corpus import DjangoCorpus
from communique.web.publishing.evidence.checking import find_faults
from communique.web.publishing.evidence.exhibits import exhibit_of, make_exhibits
from communique.web.publishing.evidence.resolving import resolve_links
from communique.web.publishing.markup.links import read_link
from communique.web.publishing.markup.reading import read_text
from communique.web.publishing.picking import insert_link, link_to
from web.publishing.making import WORDS


@pytest.mark.parametrize(
    ("place", "words", "found"),
    [
        ("", WORDS, WORDS),
        ("", "Nine  documents\nwere signed", "Nine documents were signed"),
        ("", "Let us call things by their name", "Let us call things by their name"),
        ("", "nine documents were signed", None),
        ("", "Ten documents were signed", None),
        ("#0-10", "", "Ilmar Vesk"),
        ("#0-10", "Ilmar Vesk", "Ilmar Vesk"),
        ("#0-10", "Adela Korin", None),
        ("#99990-99999", "", None),
        ("#title:0-5", "", "Talks"),
    ],
)
def test_words_are_checked_against_the_text(key: str, place: str, words: str, found: str | None) -> None:
    """A link opens on words that stand there, and on nothing else; a place must hold the words named with it."""
    outcome = resolve_links([read_link(1, f"evidence:{key[:12]}{place}", words)])
    assert [item.words for item in outcome.resolved] == ([found] if found else [])
    assert len(outcome.broken) == (0 if found else 1)


@pytest.mark.parametrize("release", ["ffffffffffff", "abc", "no-such-name", "%", "_" * 12])
def test_an_unknown_release_is_told(kept: DjangoCorpus, release: str) -> None:
    """A key that is not kept, too short, or a pattern of the database names no release."""
    (broken,) = resolve_links([read_link(1, f"evidence:{release}", "x")]).broken
    assert release in broken.reason


def test_a_release_goes_by_its_name_too(kept: DjangoCorpus, key: str) -> None:
    """The name that the corpus gives serves as well as the key."""
    release = kept.release(key)
    assert release is not None
    assert resolve_links([read_link(1, f"evidence:{release.name}", WORDS)]).resolved[0].release.key == key


def test_all_links_cost_one_query(kept: DjangoCorpus, key: str, django_assert_num_queries: object) -> None:
    """However many links, the corpus is asked once."""
    links = [read_link(number, f"evidence:{key[:12]}", WORDS) for number in range(1, 30)]
    with django_assert_num_queries(1):  # type: ignore[operator]
        resolve_links(links)


def test_an_exhibit_holds_place_hash_and_findings(key: str) -> None:
    """What is frozen suffices to check the words without the workspace."""
    resolved = resolve_links([read_link(1, f"evidence:{key[:12]}", WORDS)]).resolved
    (exhibit,) = make_exhibits(resolved, lambda *_told: None)
    release = resolved[0].release
    assert release.text[exhibit.start : exhibit.end] == exhibit.words == WORDS
    assert exhibit.imprint == hashlib.sha256(release.text.encode()).hexdigest()
    assert exhibit.key == release.key
    assert exhibit.office == "President of Arvenia"
    assert exhibit.findings
    assert all(finding.plain and finding.grade for finding in exhibit.findings)
    assert exhibit_of(resolved[0]).findings == ()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ten papers were signed there.", [1]),
        ("[Ten papers were signed there.](view)", []),
        ("Were ten papers signed there?", []),
        ("# Ten papers were signed", []),
        ("> Ten papers were signed there.", []),
        ("And then?  Not so.", []),
        ('[Ten papers](evidence:{key} "no such words") were signed there.', [1]),
        ('[Ten papers](evidence:{key} "Nine documents were signed") were signed there.', []),
        ('[Ten papers](evidence:{key} "Nine documents were signed"). But they met in secret there.', [2]),
    ],
)
def test_claims_need_evidence_or_are_views(key: str, text: str, sentences: list[int]) -> None:
    """Publishing says which sentences claim something and open on nothing, and which links are broken."""
    read = read_text(text.replace("{key}", key[:12]))
    faults = find_faults(read, resolve_links(read.links), summary="A summary.")
    assert [fault.sentence for fault in faults] == sentences
    assert all(fault.reason and fault.remedy for fault in faults)


def test_a_picked_link_holds_its_place_where_words_repeat(kept: DjangoCorpus, key: str) -> None:
    """Words that stand twice are linked with their place; words that do not stand there are not linked."""
    release = kept.release(key)
    assert release is not None
    assert link_to(release, WORDS, "so") == f'[so](evidence:{key[:12]} "{WORDS}")'
    assert "#" in (link_to(release, "Velmark", "so") or "")
    assert link_to(release, "no such words", "so") is None
    assert insert_link("A. B.", "nowhere", "[x](view)") == "A. B.\n\n[x](view)\n"
