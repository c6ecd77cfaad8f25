"""A reader's words in templates."""

from __future__ import annotations

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from communique.web.discussion.selectors import waiting_count
from communique.web.discussion.words import render_words

register = template.Library()


@register.filter
def as_paragraphs(words: str) -> SafeString:
    """Render a reader's words as paragraphs with links; everything else in them is text."""
    return render_words(words)


@register.simple_tag
def dossier_address(name: str) -> str:
    """Give the page of a dossier, empty where it has none."""
    try:
        return reverse("workbench:dossier", args=[name])
    except NoReverseMatch:
        return ""


@register.simple_tag
def comments_waiting() -> int:
    """Give how many comments wait for a moderator, for the head of every page that one sees."""
    return waiting_count()
