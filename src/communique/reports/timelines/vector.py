"""A plot of matplotlib as SVG that a strict page accepts: no style but attributes, and words for who cannot see it."""

from __future__ import annotations

import re

from lxml import etree

from communique.dossiers.timeline_nouns import Timeline
from communique.reports.timelines.layout import Layout
from communique.reports.timelines.wording import NO_CAUSE, head_lines

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_METADATA, _STYLE, _TITLE, _DESC, _GROUP = (f"{{{SVG}}}{name}" for name in ("metadata", "style", "title", "desc", "g"))
_HREF = f"{{{XLINK}}}href"
_LINKED = re.compile(r"url\(#([^)]+)\)")


def inlined(page: bytes, layout: Layout, timeline: Timeline, *, prefix: str = "") -> str:
    """
    Give an SVG whose styles are attributes, with title, description, and a title on the group of every moment.

    A page whose policy pins its styles by their hash refuses style attributes, which the plotting library writes.
    ``prefix`` stands before every name in it, so that a page may hold several.
    """
    root = etree.fromstring(page, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in tuple(root.iter(_METADATA, _STYLE, _TITLE)):
        _drop(element)
    told = {mark.name: mark.told for mark in layout.marks}
    for group in root.iter(_GROUP):
        if words := told.get(group.get("id", "")):
            _name(group, words)
    for element in root.iter(etree.Element):
        _restyle(element)
        _rename(element, prefix)
    _head(root, timeline, prefix)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _head(root: etree._Element, timeline: Timeline, prefix: str) -> None:
    """Name and describe the whole, and let its holder decide how large it is shown."""
    title, counts = head_lines(timeline)
    described = etree.Element(_DESC, id=f"{prefix}plot-desc")
    described.text = f"{counts}. {NO_CAUSE}"
    named = etree.Element(_TITLE, id=f"{prefix}plot-title")
    named.text = title
    root.insert(0, described)
    root.insert(0, named)
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}plot-title {prefix}plot-desc")
    root.set("stroke-linejoin", "round")
    root.set("stroke-linecap", "butt")
    root.set("preserveAspectRatio", "xMinYMin meet")
    if prefix:  # in a page, whose style says how wide
        for side in ("width", "height"):
            root.set(side, root.get(side, "").removesuffix("pt"))
        return
    # alone, it is as wide as the window, and no wider than it was drawn
    root.set("style", f"max-width: {root.get('width', '')}; height: auto")
    root.set("width", "100%")
    _taken(root, "height")


def _name(group: etree._Element, words: str) -> None:
    """Give a group a title, which a pointer shows and a reader reads."""
    title = etree.Element(_TITLE)
    title.text = words
    group.insert(0, title)


def _restyle(element: etree._Element) -> None:
    """Turn a style attribute into the attributes that mean the same."""
    for rule in _taken(element, "style").split(";"):
        name, _, value = rule.partition(":")
        if value.strip():
            element.set(name.strip(), value.strip())


def _rename(element: etree._Element, prefix: str) -> None:
    """Put the prefix before the names an element has and refers to."""
    if name := _taken(element, "id"):
        element.set("id", f"{prefix}{name}")
    if target := _taken(element, _HREF):
        element.set("href", f"#{prefix}{target.removeprefix('#')}")
    for name in ("clip-path", "fill"):
        if "url(#" in (value := element.get(name, "")):
            element.set(name, _LINKED.sub(rf"url(#{prefix}\g<1>)", value))


def _taken(element: etree._Element, name: str) -> str:
    """Take an attribute away and give its value, empty where there is none."""
    value = element.get(name, "")
    if value:
        del element.attrib[name]
    return value


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
