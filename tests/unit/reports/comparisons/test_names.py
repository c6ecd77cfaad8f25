"""What a report calls the two texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import Aspect, Comparison, Pairing, Side
from communique.reports.comparisons.names import find_names
from communique.reports.comparisons.report import ComparisonReport
from unit.reports.accounts import arvenian_account, bare_account, velmarkian_account
from unit.reports.comparisons.demo import edition_report

BARE = bare_account("They spoke.")
RUSSIAN = replace(BARE, release=replace(BARE.release, language="ru"))
OTHER = replace(BARE, release=replace(BARE.release, issuer="xo-president"))
SAME = Pairing(same=True)
UNSIGNED = replace(arvenian_account(), release=replace(arvenian_account().release, issuer=""))


@pytest.mark.parametrize(
    ("comparison", "offices", "texts"),
    [
        (
            Comparison(first=arvenian_account(), second=velmarkian_account(), pairing=SAME),
            ("", ""),
            ("Arvenia's text", "Velmark's text"),
        ),
        (
            Comparison(first=arvenian_account(), second=arvenian_account(), pairing=SAME),
            ("President of Arvenia", "The Linden Palace"),
            ("the President of Arvenia's text", "the Linden Palace's text"),
        ),
        (Comparison(first=BARE, second=OTHER, pairing=SAME), ("", ""), ("xt-president's text", "xo-president's text")),
        (
            Comparison(first=BARE, second=RUSSIAN, pairing=SAME),
            ("", ""),
            ("the English edition", "the Russian edition"),
        ),
        (Comparison(first=BARE, second=BARE, pairing=SAME), ("", ""), ("text A", "text B")),
        (Comparison(first=UNSIGNED, second=velmarkian_account(), pairing=SAME), ("", ""), ("text A", "text B")),
        (
            Comparison(first=BARE, second=OTHER, pairing=SAME, aspect=Aspect.SAME_SIDE),
            ("", ""),
            ("text A", "text B"),
        ),
    ],
    ids=["by side", "by office", "by issuer", "by language", "by key", "no issuer", "one side"],
)
def test_the_first_way_that_tells_the_texts_apart_is_taken(
    comparison: Comparison, offices: tuple[str, str], texts: tuple[str, str]
) -> None:
    """Sides come before offices, offices before codes and languages; the keys are left where all are alike."""
    first, second = find_names(ComparisonReport(comparison=comparison, offices=offices))
    assert (first.text, second.text) == texts


def test_a_key_is_not_said_twice() -> None:
    """A text that is called by its key alone needs no key behind it."""
    names = find_names(ComparisonReport(comparison=Comparison(first=BARE, second=BARE, pairing=SAME), keys=("A", "C")))
    assert [name.keyed for name in names] == ["text A", "text C"]
    assert find_names(edition_report())[1].keyed == "the Russian edition (B)"


def test_the_earlier_texts_of_an_unknown_issuer_are_named_by_the_key() -> None:
    """Two texts that nothing tells apart have issuers that nothing tells apart either."""
    names = find_names(ComparisonReport(comparison=Comparison(first=BARE, second=BARE, pairing=SAME)))
    assert [name.texts for name in names] == ["the texts of A's issuer", "the texts of B's issuer"]


def test_a_side_has_its_article() -> None:
    """English puts an article before a state named by a common noun."""
    account = arvenian_account()
    vesk = account.event.principals[0]
    states = replace(vesk, side=Side(code="XO", name="Ostrand States"))
    first = replace(account, event=replace(account.event, principals=(states,)))
    report = ComparisonReport(comparison=Comparison(first=first, second=velmarkian_account(), pairing=SAME))
    assert find_names(report)[0].texts == "the Ostrand States' texts"


def test_a_column_is_headed_with_a_capital() -> None:
    """At the head of a column the name begins as a sentence does."""
    assert find_names(edition_report())[0].head == "The English edition"
