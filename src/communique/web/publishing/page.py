"""The text of a publication as HTML: each sentence opens on its evidence, without script."""

from __future__ import annotations

from collections.abc import Mapping

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from communique.web.publishing.evidence.frozen import Content, Exhibit
from communique.web.publishing.markup.reading import Sentence, Setting, Text
from communique.web.publishing.markup.rendering import assemble, render_sentence


def render_body(text: Text, content: Content) -> SafeString:
    """Give the text with its evidence, in the language of the text; rooms above find the ends of sentences marked."""
    exhibits = {exhibit.number: exhibit for exhibit in content.evidence}
    with override(content.language):
        html = assemble(text, lambda sentence: _shown(sentence, exhibits, content))
    return mark_safe(html)  # noqa: S308 - sentences went through the sanitiser, the rest through templates


def render_preview(text: Text, evidence: tuple[Exhibit, ...]) -> SafeString:
    """Give a text that is not published as it would look."""
    content = Content(title="", summary="", language="en", authors=(), sentences=(), evidence=evidence)
    exhibits = {exhibit.number: exhibit for exhibit in evidence}
    return mark_safe(assemble(text, lambda sentence: _shown(sentence, exhibits, content)))  # noqa: S308 - likewise


def _shown(sentence: Sentence, exhibits: Mapping[int, Exhibit], content: Content) -> str:
    if sentence.setting is Setting.CODE:
        return render_sentence(sentence)
    context = {
        "sentence": sentence,
        "words": mark_safe(render_sentence(sentence)),  # noqa: S308 - through the sanitiser
        "evidence": [exhibits[link.number] for link in sentence.links if link.number in exhibits],
        "rulings": [ruling for ruling in content.rulings if ruling.sentence == sentence.number],
        "opens": bool(sentence.links) and sentence.setting is not Setting.HEADING,
        "read": bool(content.software),
    }
    return render_to_string("publishing/sentence.html", context).strip()
