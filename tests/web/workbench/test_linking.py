"""Names of releases in sentences of reports: those that are held are ways to their pages, nothing else changes."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from communique.db.corpus import DjangoCorpus
from communique.db.models import ReleaseRow
from communique.web.workbench.linking import held_keys, names_in, with_held_links, with_links

KEY = "0123456789abcdef0123456789abcdef"
KEYS = {"xa-president:12": KEY}
LINK = f'<a class="named" href="/releases/{KEY}/">xa-president:12</a>'


@pytest.mark.parametrize(
    ("fragment", "linked"),
    [
        ("<p>call on 7 March (xa-president:12), 5 days before</p>", f"<p>call on 7 March ({LINK}), 5 days before</p>"),
        ("xa-president:12.", f"{LINK}."),
        ("xa-president:12, xa-president:12", f"{LINK}, {LINK}"),
        ("<b>xa-president:12</b>", f"<b>{LINK}</b>"),
        ("xa-president:123", None),
        ("vxa-president:12", None),
        ("xa-president:13", None),
        ('<p title="xa-president:12">there</p>', None),
        ('<a href="#">xa-president:12</a>', None),
        ("<mark>said: xa-president:12</mark>", None),
        ("<button><b>xa-president:12</b></button>", None),
        ("&lt;script&gt;at 12:30", None),
    ],
)
def test_names_are_linked(fragment: str, linked: str | None) -> None:
    """A name as a whole is linked, where it is text that is not pressed, linked or captured already."""
    assert with_links(fragment, KEYS) == (fragment if linked is None else linked)


@given(st.text(alphabet="ax-:12 (),.;&<>/b\n"))
def test_no_word_changes(fragment: str) -> None:
    """Whatever is linked, the text stays, and without names the fragment does."""
    assert with_links(fragment, {}) == fragment
    assert re.sub(r'<a class="named" href="[^"]*">([^<]*)</a>', r"\1", with_links(fragment, {"a:1": KEY})) == fragment


def test_long_words_are_read_in_one_go() -> None:
    """A word of a million signs without a colon takes no time that grows with its square."""
    assert names_in("x" * 1_000_000) == frozenset()


def test_names_of_what_is_held_are_known(kept: DjangoCorpus) -> None:
    """Of names in a sentence those of the store have a key; others, and none, have none."""
    row = ReleaseRow.objects.order_by("pk")[0]
    assert held_keys(names_in(f"<p>See {row.name}, or xa-president:nowhere.</p>")) == {row.name: row.key}
    assert held_keys(()) == {}
    assert f'href="/releases/{row.key}/"' in with_held_links(f"<p>{row.name}</p>")


def test_findings_lead_to_what_they_rest_on(kept: DjangoCorpus, as_reader: Client) -> None:
    """The contact before, named in a finding of a release, is a press away."""
    key = ReleaseRow.objects.filter(title__startswith="Talks with Prime Minister of Velmark").values_list("key")[0][0]
    page = as_reader.get(f"/releases/{key}/").content.decode()
    named = re.findall(r'<a class="named" href="([^"]+)">', page)
    assert named
    assert {as_reader.get(address).status_code for address in named} == {200}
