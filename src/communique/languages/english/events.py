"""Words for the kind of an event, its visit class and its format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from communique.languages.english.lexicon import PACKAGE
from communique.languages.port import KindCue
from communique.model import Format, Kind, Span, Stated, VisitClass
from communique.text.tables import load_toml

_OTHER_VISIT = re.compile(
    r"\b(?:upcoming|forthcoming|future|planned|next|recent|last|previous|earlier|preparations?|"
    r"preparing|prepare|invit\w+|would|agree\w* (?:on|to)|results? of|outcomes? of|"
    r"plans? to|intention|possib\w+|look\w* forward|scheduled|ahead of|following|after his|after her|"
    r"back|since|in the near future|soon|later this|during his|during her|ago)\b"
)
_RECALLED = re.compile(
    r"\b(?:recall\w*|remember\w*|mention\w*|discuss\w*)\s+(?:(?!(?:during|on|in|at|while)\b)[\w’'-]+\s+){0,4}$"
)
_ELSEWHEN = re.compile(
    r"[^.;:]{0,40}?\b(?:of last|last (?:year|month|week)|next (?:year|month|week)|(?:is|are|was|were|being)(?: being)? "
    r"(?:possible|planned|scheduled|expected|prepared|discussed|agreed))\b"
)
_ONLY_SPOKEN_OF = re.compile(
    r"\b(?:ready for|readiness for|calls? for|called for|need for|propos\w+|possib\w+(?: of)?|"
    r"ahead of|results of|outcomes? of|following|before|after|preparations? for|eve of|"
    r"questions? (?:following|after))\s+"
    r"(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_WILL = re.compile(r"\bwill\b")
_WINDOW = 60


@cache
def _pattern(section: str, code: str) -> re.Pattern[str]:
    phrases = sorted(load_toml(PACKAGE, "events.toml")[section][code], key=len, reverse=True)
    body = "|".join(re.escape(p).replace("’", "['’]") for p in phrases)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w])", re.IGNORECASE)


def find_cues(text: str, span: Span) -> tuple[KindCue, ...]:
    """Give the words for kinds of event in a stretch of text, in order."""
    cues = [
        KindCue(kind=kind, span=Span(m.start(), m.end(), span.part))
        for kind in (Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL, Kind.MESSAGE, Kind.STATEMENT)
        for m in _pattern("kinds", kind.value).finditer(text, span.start, span.end)
        if not _ONLY_SPOKEN_OF.search(text, max(span.start, m.start() - _WINDOW), m.start())
    ]
    return tuple(sorted(cues, key=lambda c: (c.span.start, -len(c.span))))


def find_visit_class(text: str, sentences: tuple[Span, ...], *, announced: bool) -> Stated[VisitClass] | None:
    """
    Give the class of the visit that this release is about; visits past, planned or wished for do not count.

    ``announced`` tells that the release itself announces a visit, so that "will make a state visit" is the one.
    """
    for sentence in sentences:
        for visit_class in VisitClass:
            for match in _pattern("visits", visit_class.value).finditer(text, sentence.start, sentence.end):
                if _is_this_visit(text, sentence, match, announced=announced):
                    return Stated(value=visit_class, span=Span(match.start(), match.end(), sentence.part))
    return None


def _is_this_visit(text: str, sentence: Span, match: re.Match[str], *, announced: bool) -> bool:
    before = text[max(sentence.start, match.start() - _WINDOW) : match.start()]
    if _OTHER_VISIT.search(before):
        return False
    if not announced and (_RECALLED.search(before) or _ELSEWHEN.match(text, match.end(), sentence.end)):
        return False
    return announced or not _WILL.search(before)


def find_formats(text: str, sentences: tuple[Span, ...]) -> Iterator[Stated[Format]]:
    """Give the words that say whether the talks were one-on-one or with delegations."""
    for sentence in sentences:
        for format_ in (Format.ONE_ON_ONE, Format.EXPANDED):
            match = _pattern("formats", format_.value).search(text, sentence.start, sentence.end)
            if match:
                yield Stated(value=format_, span=Span(match.start(), match.end(), sentence.part))
