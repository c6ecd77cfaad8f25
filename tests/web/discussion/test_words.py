"""A reader's words: what is left out as they come in, what becomes of them going out."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.web.discussion.words import clean_line, clean_words, render_words, says_something


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("tab\there", "tab\there"),
        ("bell\x07 and null\x00", "bell and null"),
        ("turned \u202eround\u202c", "turned round"),
        ("shut \u2066in\u2069", "shut in"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469"),
        ("line\u2028end", "line\nend"),
        ("e\u0301", "é"),
        ("z" + "\u0321" * 40, "z" + "\u0321" * 6),
        ("not\ufffe one", "not one"),
        ("half \ud800 of a pair", "half  of a pair"),
    ],
)
def test_words_are_cleaned(typed: str, kept: str) -> None:
    """What nobody typed to be read goes, what writing needs stays."""
    assert clean_words(typed) == kept


def test_names_stand_on_one_line() -> None:
    """A name brings no line end into a header or a list."""
    assert clean_line("Ada\r\nBcc: all@mail.example\u2029x") == "Ada Bcc: all@mail.example x"


@pytest.mark.parametrize(
    ("text", "something"), [("ok", True), ("é", True), ("…!", False), ("\u200d", False), ("", False)]
)
def test_signs_alone_say_nothing(text: str, something: bool) -> None:  # noqa: FBT001 - a table
    """Signs and joiners alone are no comment."""
    assert says_something(text) is something


@pytest.mark.parametrize(
    ("words", "rendered"),
    [
        ("a\nb\n\nc", "<p>a<br>b</p><p>c</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        (
            "<b> http://a.example <i>",
            '<p>&lt;b&gt; <a href="http://a.example" rel="nofollow ugc noopener">http://a.example</a> &lt;i&gt;</p>',
        ),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
        ("data:text/html,x", "<p>data:text/html,x</p>"),
        ("https://", "<p>https://</p>"),
        ("http://[::1", "<p>http://[::1</p>"),
        ("https://user@evil.example/", "<p>https://user@evil.example/</p>"),
    ],
)
def test_only_plain_addresses_become_links(words: str, rendered: str) -> None:
    """Everything but a plain web address is text."""
    assert render_words(words) == rendered


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("see https://velmark.example/a.", "https://velmark.example/a"),
        ("(https://velmark.example/a_(b))", "https://velmark.example/a_(b)"),
        ('https://velmark.example/"onmouseover="x', "https://velmark.example/"),
        ("https://velmark.example/?a=1&b='x", "https://velmark.example/?a=1&b="),
        ("HTTPS://velmark.example/<b>", "HTTPS://velmark.example/"),
    ],
)
def test_links_vouch_for_nothing(words: str, address: str) -> None:
    """A link ends where the address ends, carries nothing else, and tells searchers that we did not set it."""
    assert f'<a href="{html.escape(address)}" rel="nofollow ugc noopener">' in render_words(words)


@given(st.text(max_size=200))
def test_whatever_is_typed_stays_text(typed: str) -> None:
    """No tag but ours comes out, no control character stays, and cleaning twice changes nothing."""
    cleaned = clean_words(typed)
    assert {tag.split()[0] for tag in re.findall(r"<(/?\w+[^>]*)>", render_words(cleaned))} <= {
        "p",
        "/p",
        "br",
        "a",
        "/a",
    }
    assert not [sign for sign in cleaned if unicodedata.category(sign) in {"Cc", "Cs"} and sign not in "\n\t"]
    assert clean_words(cleaned) == cleaned
