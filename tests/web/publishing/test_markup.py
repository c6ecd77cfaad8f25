"""From Markdown to safe HTML: nothing but a few tags leaves, whatever goes in; sentences keep their links."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.web.publishing.markup.links import read_link, write_link
from communique.web.publishing.markup.reading import Run, Sentence, Setting, read_text
from communique.web.publishing.markup.rendering import BLOCK, CLASSES, INLINE, assemble, render_sentence

ATTRIBUTES = {"a": {"href", "rel"}, "span": {"class"}, "sup": {"class"}, "div": {"class", "role"}}
RELEASE = "0123456789ab"


class Tags(HTMLParser):
    """Notes every tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.words += data


def rendered(markdown: str, language: str = "en") -> str:
    """Render a text as its page would."""
    return assemble(read_text(markdown, language), render_sentence)


def refuse_odd(html: str) -> None:
    """Fail where a tag, an attribute, a class or an address is outside the lists."""
    for tag, attributes in Tags(html).seen:
        assert tag in INLINE | BLOCK | {"div"}, html
        assert set(attributes) <= ATTRIBUTES.get(tag, set()), html
        assert (attributes.get("href") or "https://").lower().startswith(("https://", "http://")), html
        for name in (attributes.get("class") or "").split():
            assert name in CLASSES.get(tag, {"p"}), html


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "Words <script>alert(1)</script> more.",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><a href='javascript:alert(1)'>x</a></svg>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x) [y](file:///etc/passwd) [z](mailto:a@b.example)",
        '<javascript:alert(1)> <https://a.example/"onmouseover=alert(1)>',
        "[x]: javascript:alert(1)\n\n[x] [x][x]",
        '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
        '[x](evidence:abcdef01 "\\"><script>alert(1)</script>")',
        '[x](evidence:"><script>alert(1)</script> "w")',
        "[<b onclick=alert(1)>x](view)",
        "![x](javascript:alert(1)) ![y](https://a.example/x.png)",
        "`<script>alert(1)</script>`\n\n    <script>alert(1)</script>\n\n```html\n<script>alert(1)</script>\n```",
        "| <script> | b |\n|---|---|\n| <img onerror=x> | [x](javascript:x) |",
        "# <script>alert(1)</script>\n\n> <iframe src=//a.example>",
        "a<!-- --><script>alert(1)</script><!-- -->b",
        "https://a.example/?<script>",
        "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
        "\u202ereversed \x00 \x1b[31m",
    ],
)
def test_no_markup_of_an_author_runs(markdown: str) -> None:
    """Scripts, images, odd addresses and attributes stay the letters they are made of, or go."""
    html = rendered(markdown)
    refuse_odd(html)
    assert "<script" not in html


@given(st.text(max_size=200), st.sampled_from(["en", "ru", "kk"]))
def test_any_text_stays_within_the_list(markdown: str, language: str) -> None:
    """Whatever is typed, only tags and attributes of the list come out, and reading never fails."""
    refuse_odd(rendered(markdown, language))


PIECES = st.sampled_from(
    [
        "<script>", "</script>", "<img src=x onerror=y>", "[", "](", ")", "javascript:x", 'evidence:abcdef01 "', '"',
        "view", "](view)", "**", "*", "`", "\n\n", "\n", "> ", "# ", "- ", "1. ", "|", "|---|", "<!--", "-->",
        "&quot;", "&#x3c;",
        "https://a.example/", "<", ">", "\\", "'", "One. Two? ", "onclick=", ' style="x" ', "![", "```\n", "    ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mixture_of_markup_stays_within_the_list(markdown: str) -> None:
    """The same for what is made to confuse: marks, tags and addresses in any order."""
    refuse_odd(rendered(markdown))


def test_comments_of_authors_are_not_shown() -> None:
    """What silences the linter is nothing for readers."""
    html = rendered("One.<!-- communique: ignore mood - quoted -->\n\n<!-- a block -->\n\nTwo.")
    assert "ignore" not in html
    assert Tags(html).words.split() == ["One.", "Two."]


def test_words_are_never_lost_between_sentences() -> None:
    """Each word of a paragraph stands in one of its sentences, however it is set."""
    text = read_text("He *came. She* went [home. Then](view) **out**. 1.5 km on.")
    assert " ".join(sentence.words for sentence in text.sentences) == "He came. She went home. Then out. 1.5 km on."


def test_a_link_belongs_to_its_sentence_and_has_its_number() -> None:
    """Evidence is numbered through the text; a link over two sentences belongs to both."""
    text = read_text(f'[One](evidence:{RELEASE} "a"). [Two. Three](evidence:{RELEASE} "b"). Four.')
    assert [[link.number for link in sentence.links] for sentence in text.sentences] == [[1], [2], [2], []]
    assert '<sup class="note">1</sup>' in render_sentence(text.sentences[0])


@pytest.mark.parametrize(
    ("markdown", "view"),
    [("[It looks like need.](view)", True), ("It [looks](view) like need.", False), ("[All of it](view).", True)],
)
def test_a_view_covers_half_of_its_sentence_at_least(markdown: str, view: bool) -> None:  # noqa: FBT001 - a table
    """One word marked as a view does not make the sentence one."""
    assert read_text(markdown).sentences[0].is_view is view


@pytest.mark.parametrize(
    ("markdown", "setting"),
    [("# One", Setting.HEADING), ("> One", Setting.QUOTATION), ("- One", Setting.PROSE), ("    One", Setting.CODE)],
)
def test_a_sentence_knows_where_it_stands(markdown: str, setting: Setting) -> None:
    """Headings, quotations and code are told from prose."""
    assert read_text(markdown).sentences[0].setting is setting


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_a_written_link_reads_back(words: str) -> None:
    """What the picker writes is read with the same words."""
    words = " ".join(words.split())
    sentences: tuple[Sentence, ...] = read_text(write_link("she said", RELEASE, words or "x")).sentences
    assert [link.words for link in sentences[0].links] == [words or "x"]


@pytest.mark.parametrize(
    ("target", "title"),
    [("evidence:", "x"), ("evidence:abcdef01", ""), ("evidence:abcdef01#9-3", "x"), ("evidence:abc def", "x")],
)
def test_a_link_that_does_not_read_names_nothing(target: str, title: str) -> None:
    """Half a link is no link."""
    assert not read_link(1, target, title).is_readable


@pytest.mark.parametrize("target", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//a.example", "/desk/"])
def test_each_of_two_doors_refuses_an_odd_address(target: str) -> None:
    """The reader makes no link of it; were one made, the sanitiser would take its address away."""
    assert [run.target for run in read_text(f"[x]({target})").sentences[0].runs if run.target] == []
    html = render_sentence(Sentence(number=1, runs=(Run(words="x", target=target),)))
    assert not any((link.get("href") or "").lower().startswith(("javascript", "data")) for _, link in Tags(html).seen)


def test_raw_html_stays_the_letters_it_was_typed_in() -> None:
    """Readers see what the author typed, not half of it."""
    assert Tags(rendered("One <b>two</b> <script>x</script>.")).words == "One <b>two</b> <script>x</script>.\n"
