"""What keeps a text from being published: broken links, and claims that open on nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.web.publishing.evidence.resolving import Resolution
from communique.web.publishing.markup.reading import Sentence, Setting, Text

FEWEST_WORDS = 4
"""Words of a sentence that may claim something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing to mend before publishing: the sentence (0 for the whole text), its words, the reason, the remedy."""

    sentence: int
    words: str
    reason: str
    remedy: str


class NotReadyError(CommuniqueError):
    """A text that cannot be published yet; ``faults`` say why, sentence by sentence."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        first = faults[0]
        super().__init__(
            wanted=_("a text whose every claim opens on its evidence"),
            got=_("%(number)s to mend; the first: %(reason)s") % {"number": len(faults), "reason": first.reason},
            remedy=first.remedy,
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the faults when the error travels."""
        return NotReadyError, (self.faults,)


def find_faults(text: Text, resolution: Resolution, *, summary: str) -> tuple[Fault, ...]:
    """Give all that keeps a text from being published, in the order of its sentences."""
    return tuple(_faults(text, resolution, summary))


def _faults(text: Text, resolution: Resolution, summary: str) -> Iterator[Fault]:
    if not text.sentences:
        yield Fault(sentence=0, words="", reason=_("There is no text yet."), remedy=_("Write it first."))
    if not summary.strip():
        reason = _("There is no summary, which lists and feeds show.")
        yield Fault(sentence=0, words="", reason=reason, remedy=_("Write one or two sentences."))
    reasons = {item.link.number: item.reason for item in resolution.broken}
    for sentence in text.sentences:
        for link in sentence.links:
            if link.number in reasons:
                remedy = _("Look the words up again and link them anew.")
                yield Fault(
                    sentence=sentence.number, words=sentence.words, reason=reasons.pop(link.number), remedy=remedy
                )
        if claims_something(sentence) and not sentence.links and not sentence.is_view:
            yield Fault(
                sentence=sentence.number,
                words=sentence.words,
                reason=_("This sentence claims something and opens on no evidence."),
                remedy=_("Link it to the words of a release, or mark it as your own view: [words](view)."),
            )


def claims_something(sentence: Sentence) -> bool:
    """
    Tell whether a sentence is held to claim something: it is no heading, no quotation, no question and no mere scrap.

    The rule is simple on purpose, so that an author can foresee it.
    """
    told = sentence.words.rstrip("”\"'’»)")
    return sentence.setting is Setting.PROSE and not told.endswith("?") and len(told.split()) >= FEWEST_WORDS
