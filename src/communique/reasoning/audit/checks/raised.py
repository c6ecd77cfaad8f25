"""Who is said to have brought a matter up: the earliest words on it in a transcript, and whose they are."""

from __future__ import annotations

from communique.languages.commentary import Construction, Cue, pattern_of
from communique.model import Bearing, ClaimStatus
from communique.reasoning.audit.checks.coverage import telling_words
from communique.reasoning.audit.decisions import Decision, dated, witness
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import key_of

ON_IT = 0.6
"""How much of a matter's telling words a passage must hold to be on it."""


def check_raised(inquiry: Inquiry) -> Decision | None:
    """Check a claim on who brought a matter up; None where it is none, or no transcript has the matter."""
    if (
        not inquiry.has(Cue.RAISED)
        or pattern_of(Construction.RAISED_FIRST, inquiry.language).search(inquiry.words) is None
    ):
        return None
    named = [who for who in inquiry.people if not who.implied] or list(inquiry.people[:1])
    asked = telling_words(inquiry, _without_cues(inquiry))
    spoken = [one for one in inquiry.record.sentences if one.speaker is not None]
    on_it = [one for one in spoken if asked and inquiry.record.share(asked, one.lemmas) >= ON_IT]
    if not named or not on_it:
        return None
    first = on_it[0]
    if first.speaker is None:
        return None
    held = key_of(first.speaker) == named[0].key
    return Decision(
        status=ClaimStatus.CONFIRMED if held else ClaimStatus.CONTRADICTED,
        statement=f"{dated(first.account)}: the first words on it are {first.speaker.label}’s.",
        witnesses=(witness(first.account, first.span, Bearing.FOR if held else Bearing.AGAINST),),
    )


def _without_cues(inquiry: Inquiry) -> str:
    words = inquiry.words
    for found in sorted(inquiry.cues(Cue.RAISED), key=lambda cue: -cue.start):
        words = f"{words[: found.start]} {words[found.end :]}"
    return pattern_of(Construction.RAISED_FIRST, inquiry.language).sub(" ", words)
