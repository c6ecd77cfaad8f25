"""Between the nouns and the rows of the tables, both ways."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from communique.corpus.blocks import month_of
from communique.corpus.codec import Written, encode_notices
from communique.corpus.port import Deposit
from communique.corpus.rules import day_of, notice_sides
from communique.db.models import (
    AccountRow,
    MembershipRow,
    NoticeRow,
    ParticipationRow,
    ReleaseRow,
    TellingRow,
    WordingRow,
)
from communique.model import Edition, Release
from communique.precedent import Entry


def print_of(words: str) -> str:
    """Give a short hash of a name or address, which may itself be too long for an index."""
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def release_row(deposit: Deposit) -> ReleaseRow:
    """Write a release."""
    release = deposit.account.release
    return ReleaseRow(
        key=release.key,
        name=release.name,
        name_print=print_of(release.name),
        address=release.address,
        address_print=print_of(release.address),
        identifier=release.identifier,
        issuer=release.issuer,
        language=release.language,
        day=day_of(deposit),
        issued=release.issued.isoformat() if release.issued else None,
        captured=release.captured.isoformat() if release.captured else None,
        kind=deposit.account.event.kind.value,
        title=release.title,
        place=release.place,
        licence=release.licence,
        digest=release.digest,
        tags=list(release.tags),
        editions=[(edition.language, edition.address) for edition in release.editions],
        notes=list(release.notes),
        text=release.text,
    )


def release_of(row: ReleaseRow) -> Release:
    """Read a release."""
    return Release(
        address=row.address,
        issuer=row.issuer,
        language=row.language,
        title=row.title,
        text=row.text,
        issued=moment(row.issued),
        place=row.place,
        captured=moment(row.captured),
        licence=row.licence,
        digest=row.digest,
        identifier=row.identifier,
        tags=tuple(row.tags),
        editions=tuple(Edition(language=language, address=address) for language, address in row.editions),
        notes=tuple(row.notes),
    )


def moment(written: str | None) -> datetime | None:
    """Read a time, with a zone or without one, as it was written."""
    return datetime.fromisoformat(written) if written else None


def account_row(number: int, written: Written) -> AccountRow:
    """Give what is looked up of an account; ``number`` is that of its release's row."""
    return AccountRow(release_id=number, version=written.version, imprint=written.imprint, entry=written.entry)


def telling_row(number: int, written: Written) -> TellingRow:
    """Give an account whole."""
    return TellingRow(account_id=number, content=written.account, lemmas=written.lemmas, notices=written.notices)


def wording_row(number: int, written: Written) -> WordingRow:
    """Give the prints of an account's wordings."""
    return WordingRow(account_id=number, prints=written.prints)


def written_in(row: ReleaseRow) -> Written:
    """
    Gather what is written of an account.

    Raises:
        ObjectDoesNotExist: a part of it is missing.
    """
    account = row.account
    return Written(
        version=account.version,
        account=bytes(account.telling.content),
        entry=bytes(account.entry) if account.entry is not None else None,
        notices=bytes(account.telling.notices),
        prints=bytes(account.wording.prints),
        lemmas=bytes(account.telling.lemmas),
    )


def membership_rows(number: int, entry: Entry) -> Iterator[MembershipRow]:
    """Write the reference classes of an account."""
    for reference in entry.classes:
        yield MembershipRow(
            code=reference.code, day=entry.issued, month=month_of(entry.issued), key=entry.key, account_id=number
        )


def participation_rows(number: int, entry: Entry) -> Iterator[ParticipationRow]:
    """Write the counterparts of an account."""
    for side in dict.fromkeys(entry.counterparts):
        yield ParticipationRow(
            issuer=entry.issuer,
            language=entry.language,
            side=side,
            kind=entry.kind.value,
            day=entry.day,
            key=entry.key,
            place=entry.place,
            persons=list(entry.persons),
            account_id=number,
        )


def notice_rows(number: int, deposit: Deposit, entry: Entry) -> Iterator[NoticeRow]:
    """Write the notices of an account, one row for each side that they concern."""
    for place, notice in enumerate(deposit.notices):
        for side in notice_sides(notice, entry):
            yield NoticeRow(
                issuer=entry.issuer,
                language=entry.language,
                side=side,
                day=notice.day,
                key=notice.key,
                place=place,
                account_id=number,
                content=encode_notices((notice,)),
            )
