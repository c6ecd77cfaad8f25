"""Markdown as its reader sees it: paragraphs without marks, links by their words."""

from __future__ import annotations

import re

from communique.text.normalise import normalise_line

_BLOCK_END = re.compile(r"\n[ \t]*\n")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCED = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+)[ \t]*$", re.MULTILINE)
_OWN_LINE = re.compile(r"^(?=[ \t]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,3}[.)][ \t]|\|))", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+(.*?)[ \t]*#*$")
_QUOTE_OR_BULLET = re.compile(r"^[ \t]*(?:>[ \t]?|[-*+][ \t]+)+", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,1000})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,200}\])")
_BARE_LINK = re.compile(r"<(https?://[^>\s]{1,1000}|[\w.+-]{1,100}@[\w.-]{1,100})>")
_REFERENCE = re.compile(r"^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]+\S+.*$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w\\*_])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*_])", re.DOTALL)
_TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|sup|sub|span|div|center|small|blockquote)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~<])")
_AFTER_HEADING = re.compile(r"^([ \t]*#{1,6}[ \t].*)$", re.MULTILINE)


def paragraphs_of_markdown(text: str) -> tuple[str, ...]:
    r"""
    Give the paragraphs of a Markdown text as plain text.

    >>> paragraphs_of_markdown("# Talks\n\n**Ilmar Vesk:** We [agreed](https://example.org).\n\n- trade\n- transport\n")
    ('Talks', 'Ilmar Vesk: We agreed.', 'trade', 'transport')
    """
    bare = _FENCED.sub("", _REFERENCE.sub("", _RULE.sub("\n", _COMMENT.sub("", text))))
    parted = _OWN_LINE.sub("\n\n", _AFTER_HEADING.sub(r"\1\n\n", bare))
    return tuple(line for block in _BLOCK_END.split(parted) if (line := normalise_line(_plain(block))))


def _plain(block: str) -> str:
    text = _HEADING.sub(r"\1", _QUOTE_OR_BULLET.sub("", block.strip("\n")))
    text = _BARE_LINK.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    text = _TAG.sub("", text).replace("`", "")
    for _ in range(3):  # emphasis inside emphasis
        text = _EMPHASIS.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", text)
