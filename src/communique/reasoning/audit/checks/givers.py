"""Who is said to have called, invited, asked or had the idea, and whether that is denied."""

from __future__ import annotations

from communique.languages.commentary import Construction, Cue, pattern_of
from communique.reasoning.audit.reading.cast import Who
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.reading.states import places_of_sides


def denies(inquiry: Inquiry, cue: Cue) -> bool:
    """Tell whether a claim denies its cue: a denial stands before it, not behind ("X called, not Y")."""
    found = inquiry.cues(cue)
    denial = pattern_of(Construction.DENIED_ACT, inquiry.language)
    return bool(found) and denial.search(inquiry.words[: found[0].start]) is not None


def giver_of(inquiry: Inquiry, cue: Cue) -> Who | None:
    """Give who is said to have acted: named behind "by" or "belonged to", else the last named before the verb."""
    text = inquiry.essay.release.text
    here = [who for who in inquiry.people if not who.implied]
    by_whom = pattern_of(Construction.BY_WHOM, inquiry.language)
    behind = next((who for who in here if by_whom.search(text[inquiry.claim.span.start : who.span.start])), None)
    if behind is not None:
        return behind
    found = inquiry.cues(cue)
    start = inquiry.raw.find(inquiry.words[found[0].start : found[0].end]) if found else -1
    owner = _owner(inquiry, cue, here)
    if owner is not None:
        return owner
    before = [who for who in here if start >= 0 and who.span.end - inquiry.claim.span.start <= start]
    if not before and start >= 0 and pattern_of(Construction.NOBODY, inquiry.language).search(inquiry.raw[:start]):
        return None
    put_first = pattern_of(Construction.IT_WAS, inquiry.language).search(inquiry.raw[: max(start, 0)])
    told = inquiry.raw[put_first.end() if put_first else 0 : max(start, 0)]
    sides = places_of_sides(told, inquiry.tables)
    if put_first and before:
        before = [who for who in before if who.span.start - inquiry.claim.span.start >= put_first.end()][:1]
    if not before and sides:
        code = sides[0 if put_first else -1][1]
        return Who(key="", side=code, label=code, span=inquiry.claim.span)
    return before[-1] if before else next((who for who in inquiry.people if who.implied), None)


def _owner(inquiry: Inquiry, cue: Cue, here: list[Who]) -> Who | None:
    """Give whose wish or request it was by a genitive inside the cue ("at the guest's request"); else None."""
    found = next(iter(inquiry.cues(cue)), None)
    inside = inquiry.words[found.start : found.end] if found else ""
    owned = pattern_of(Construction.OWNED, inquiry.language).search(inside)
    if owned is None:
        return None
    text = inquiry.essay.release.text
    person = next((who for who in here if " ".join(who.span.of(text).split()) in owned["owner"]), None)
    sides = places_of_sides(owned["owner"], inquiry.tables)
    return person or (Who(key="", side=sides[0][1], label=sides[0][1], span=inquiry.claim.span) if sides else None)


def is_receiver(inquiry: Inquiry, cue: Cue, who: Who) -> bool:
    """Tell whether somebody is told to have been invited, called or asked, and not by whom."""
    found = inquiry.cues(cue)
    start = inquiry.raw.find(inquiry.words[found[0].start : found[0].end]) if found else -1
    passive = pattern_of(Construction.PASSIVE, inquiry.language).search(inquiry.words[: found[0].start]) is not None
    return passive and (who.implied or who.span.end - inquiry.claim.span.start <= start)
