"""Pages that list releases instead of being one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from communique.text.normalise import normalise_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TEASER_WORDS = 4
_FEWEST_TEASERS = 5
_PROSE = 240
_ENOUGH_PROSE = 3
_ARTICLE_MARKS = (
    "//meta[@property='article:published_time'] | //*[@itemprop='articleBody']"
    " | //meta[@property='og:type'][@content='article']"
)
_ASIDE = "ancestor-or-self::nav or ancestor-or-self::header or ancestor-or-self::footer or ancestor-or-self::aside"


def is_listing(tree: HtmlElement) -> bool:
    """
    Tell whether a page is a list of links to releases.

    It is one where at least five alike blocks each lead elsewhere by a link of four words or more, hardly any prose
    stands outside such blocks, and the page does not call itself an article (which may carry a box of links).
    """
    if tree.xpath(_ARTICLE_MARKS) or len(tree.xpath("//article")) == 1:
        return False
    blocks = Counter(
        shape for link in tree.xpath(f"//body//a[@href][not({_ASIDE})]") if _is_teaser(link) and (shape := _shape(link))
    )
    most = max(blocks.values(), default=0)
    return most >= _FEWEST_TEASERS and _prose_blocks(tree) < _ENOUGH_PROSE


def _is_teaser(link: Any) -> bool:  # noqa: ANN401 - lxml's tree mixes element classes
    return len(normalise_line(link.text_content()).split()) >= _TEASER_WORDS


def _shape(link: Any) -> tuple[str, ...]:  # noqa: ANN401 - lxml's tree mixes element classes
    """The way from the page's body to a link, by tag and class: alike for the entries of one list."""
    return tuple(f"{node.tag}.{node.get('class') or ''}" for node in (link, *link.iterancestors()))


def _prose_blocks(tree: HtmlElement) -> int:
    """Count the paragraphs of the page that are prose: long, and for the most part no link."""
    count = 0
    for paragraph in tree.xpath(f"//body//p[not({_ASIDE})]"):
        words = normalise_line(paragraph.text_content())
        linked = sum(len(normalise_line(link.text_content())) for link in paragraph.xpath(".//a"))
        count += len(words) - 2 * linked >= _PROSE
    return count
