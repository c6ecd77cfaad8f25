"""Citations that let anybody find the words again."""

from __future__ import annotations

from communique.model import Span
from communique.reports.citation import render_citation
from communique.reports.paragraphs import find_paragraphs
from unit.reports.accounts import arvenian_account, at, bare_release


def test_a_passage_is_cited_with_all_that_finds_it_again() -> None:
    """Words, issuer, title, edition, day, address, paragraph and hash stand in the citation."""
    account = arvenian_account()
    span = at(account.release, "some 3.4 billion crowns")
    cited = render_citation(account.release, span, paragraphs=find_paragraphs(account), office="President of Arvenia")
    assert cited == (
        "“some 3.4 billion crowns”: President of Arvenia, “Meeting with Prime Minister of Velmark Adela Korin” "
        "(English, Thu 16 May 2019), https://president.arvenia.example/en/news/2019/05/16/korin, ¶9, "
        f"SHA-256 {str(account.release.digest)[:16]}"
    )


def test_what_is_not_known_is_said_or_left_out() -> None:
    """Without office, day and bytes the code of the issuer, "undated" and the key of the text stand."""
    release = bare_release("They spoke.")
    cited = render_citation(release)
    assert cited == (
        "xt-president, “Call with the President of Tholia” (English, undated), https://example.org/1, "
        f"text key {release.key[:16]}"
    )


def test_words_over_two_lines_are_cited_on_one() -> None:
    """A line break inside the words becomes a space."""
    release = bare_release("They\nspoke.")
    assert render_citation(release, Span(0, 11)).startswith("“They spoke.”: ")
