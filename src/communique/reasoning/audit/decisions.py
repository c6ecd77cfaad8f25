"""What one check finds: a status, a plain sentence, the words that decide."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Account, Bearing, ClaimStatus, Part, Pattern, Rate, Span, Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """
    What a check finds of a claim.

    ``base`` says in words that there is no base where a claim says "unusual" and no rate can be given.
    """

    status: ClaimStatus
    statement: str
    witnesses: tuple[Witness, ...] = ()
    rate: Rate | None = None
    base: str = ""


def witness(account: Account, span: Span, bearing: Bearing, note: str = "") -> Witness:
    """Call the exact words of a source."""
    return Witness(release=account.release, span=span, bearing=bearing, note=note)


def opening_of(account: Account) -> Span:
    """Give the words by which an account tells of its event: how it puts the encounter, else its headline."""
    if account.reception.span is not None and account.reception.pattern is not Pattern.OTHER:
        around = sentence_around(account, account.reception.span)
        return around or account.reception.span
    if account.release.title.strip():
        return Span(0, len(account.release.title), Part.TITLE)
    return account.sentences[0] if account.sentences else Span(0, len(account.release.text), Part.TEXT)


def sentence_around(account: Account, span: Span) -> Span | None:
    """Give the sentence that a span stands in; None in headline and place line."""
    return next((one for one in account.sentences if one.part is span.part and one.overlaps(span)), None)


def dated(account: Account) -> str:
    """Name a source with its day, for a sentence."""
    issued = account.release.issued
    return f"{account.release.name}, {issued.day} {issued:%b %Y}" if issued else account.release.name
