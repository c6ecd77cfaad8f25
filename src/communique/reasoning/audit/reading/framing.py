"""What a claim says, apart from the words that only frame it."""

from __future__ import annotations

from communique.languages.commentary import Cue, find_cues
from communique.reasoning.audit.reading.inquiry import Inquiry


def matter_of(inquiry: Inquiry) -> str:
    """Give the words of a claim without those that only frame it ("it looks like", "we believe that")."""
    words = inquiry.words
    for found in sorted(find_cues(words, Cue.FRAME, inquiry.language), key=lambda cue: -cue.start):
        words = f"{words[: found.start]} {words[found.end :]}"
    return " ".join(words.split()) or inquiry.words
