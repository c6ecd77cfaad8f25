"""Corrections in the database of a corpus: account, classes and tallies follow in one step, scores in the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC
from types import MappingProxyType
from typing import TypeAlias

from django.db.models import QuerySet

from communique.corpus.codec import decode_account, encode_account
from communique.corpus.corrections import Applied, apply_corrections
from communique.corpus.port import Added, Deposit
from communique.db.adding import add_deposits, renew_deposits
from communique.db.models import CorrectionRow, ExtractedRow, ReleaseRow
from communique.db.rows import print_of, release_of
from communique.db.settling import settle_or_leave
from communique.db.store import chunks, writing
from communique.errors import CommuniqueError
from communique.model import Account, Part, Side, SideKind, Span
from communique.model.corrections import Correction, KeptCorrection, Outcome, What, Withdrawal
from communique.sources import SetAside

Remake: TypeAlias = Callable[[Account, str], Deposit]
"""Makes what is kept of an account, under the name of the version that extracted it."""


class CorrectionStore:
    """
    Corrections kept in the database that an alias of Django's connections stands for.

    ``remake`` makes deposits of accounts; it is needed where something is written.
    """

    def __init__(self, alias: str, *, remake: Remake | None = None) -> None:
        self.alias = alias
        self._remake = remake

    def standing(self, keys: Iterable[str]) -> Mapping[str, tuple[Correction, ...]]:
        """Give the corrections that stand, by the keys of their releases; a release without any is left out."""
        found: dict[str, list[Correction]] = defaultdict(list)
        for some in chunks(keys):
            for row in self._standing.filter(release__key__in=some):
                found[row.release.key].append(correction_of(row))
        return MappingProxyType({key: tuple(corrections) for key, corrections in found.items()})

    def history(self, key: str) -> tuple[KeptCorrection, ...]:
        """Give all corrections ever made of a release, withdrawn ones too, the latest first."""
        rows = self._rows.filter(release__key=key).order_by("-pk")
        return tuple(_kept(row) for row in rows)

    def everything(self) -> tuple[KeptCorrection, ...]:
        """Give all corrections that stand, by release and in the order in which they were made."""
        return tuple(_kept(row) for row in self._standing.order_by("release__key", "pk"))

    def corrected(self) -> tuple[str, ...]:
        """Give the keys of the releases that have a standing correction, in order."""
        return tuple(self._standing.order_by("release__key").values_list("release__key", flat=True).distinct())

    def extracted(self, key: str) -> Account | None:
        """Give the account of a corrected release as extraction gave it; None where nothing is corrected."""
        row = ExtractedRow.objects.using(self.alias).select_related("release").filter(release__key=key).first()
        return decode_account(bytes(row.content), release_of(row.release)) if row else None

    def applied(self, key: str, *, extracted: Account | None = None) -> Applied | None:
        """
        Give what became of each standing correction of a release; None where nothing is corrected.

        ``extracted`` is its account as extraction gave it, where that is at hand: a question less.
        """
        extracted = extracted or self.extracted(key)
        return apply_corrections(extracted, self.standing((key,)).get(key, ())) if extracted else None

    def add(self, correction: Correction, *, also: Callable[[int], None] | None = None) -> int:
        """
        Keep a correction with all that follows from it, and give its number.

        ``also`` is called with the number within the same step: what it writes is kept with the correction or not at
        all. Scores follow in a step of their own; if it is cut off, they are pending until the corpus is settled.

        Raises:
            CommuniqueError: there is no such release, its item is corrected already, or the correction does not fit
                what extraction gives; nothing is kept.
        """
        with writing(self.alias):
            row, extracted = self._found(correction.release)
            standing = self.standing((correction.release,)).get(correction.release, ())
            if any(other.item == correction.item for other in standing):
                raise CommuniqueError(
                    wanted="an item that is not corrected yet",
                    got=f"{correction.what.value} {correction.place}".strip() + ", which is",
                    remedy="withdraw that correction first",
                )
            outcomes = dict(apply_corrections(extracted, (*standing, correction)).outcomes)
            if outcomes[correction] is not Outcome.APPLIED:
                raise CommuniqueError(
                    wanted="a correction of what extraction gives",
                    got=f"one that {_WHY[outcomes[correction]]}",
                    remedy="look at the item again: it may have changed meanwhile",
                )
            made = _row(correction, row)
            made.save(using=self.alias, force_insert=True)
            self._renew(row, extracted, (*standing, correction))
            if also is not None:
                also(int(made.pk))
        settle_or_leave(self.alias)
        return int(made.pk)

    def withdraw(
        self, key: str, number: int, withdrawal: Withdrawal, *, also: Callable[[int], None] | None = None
    ) -> None:
        """
        Take a correction of a release back, with all that follows; ``also`` and scores as where one is added.

        Raises:
            CommuniqueError: the release has none of that number that stands; nothing is changed.
        """
        with writing(self.alias):
            row, extracted = self._found(key)
            taken = self._standing.filter(release=row, pk=number).update(
                withdrawn=withdrawal.moment.astimezone(UTC),
                withdrawn_by=withdrawal.author,
                withdrawn_for=withdrawal.reason,
            )
            if not taken:
                raise CommuniqueError(wanted="a correction that stands", got="none of that number", remedy="look again")
            self._renew(row, extracted, self.standing((key,)).get(key, ()))
            if also is not None:
                also(number)
        settle_or_leave(self.alias)

    def keep(self, deposits: Sequence[Deposit], set_aside: Sequence[SetAside] = ()) -> Added:
        """Keep accounts as a corpus does, those of corrected releases as corrected, whatever version extracted them."""
        with writing(self.alias):
            standing = self.standing(deposit.account.release.key for deposit in deposits)
            if not standing:
                return add_deposits(self.alias, deposits, set_aside)
            corrected = [self._corrected(one, standing.get(one.account.release.key, ())) for one in deposits]
            added = add_deposits(self.alias, corrected, set_aside, corrected=frozenset(standing))
            for deposit in deposits:
                if deposit.account.release.key in standing:
                    self._note_extracted(deposit)
        return added

    def _corrected(self, deposit: Deposit, standing: Sequence[Correction]) -> Deposit:
        if not standing:
            return deposit
        return self._make(apply_corrections(deposit.account, standing).account, deposit.version)

    def _note_extracted(self, deposit: Deposit) -> None:
        """Note what extraction gave, where its result is what was kept."""
        row = ReleaseRow.objects.using(self.alias).get(key=deposit.account.release.key)
        ExtractedRow.objects.using(self.alias).update_or_create(
            release=row, defaults={"content": encode_account(deposit.account)}
        )

    def _found(self, key: str) -> tuple[ReleaseRow, Account]:
        """Give the row of a release and its account as extraction gave it."""
        rows = ReleaseRow.objects.using(self.alias).select_related("account__telling")
        row = rows.filter(key=key).first()
        if row is None:
            raise CommuniqueError(wanted="a release that the corpus keeps", got=f"none with the key {key}")
        extracted = self.extracted(key)
        return row, extracted or decode_account(bytes(row.account.telling.content), release_of(row))

    def _renew(self, row: ReleaseRow, extracted: Account, standing: Sequence[Correction]) -> None:
        """Put the account as corrected in the place of that which is kept."""
        version = row.account.version
        kept = ExtractedRow.objects.using(self.alias)
        if standing:
            kept.update_or_create(release=row, defaults={"content": encode_account(extracted)})
        else:
            kept.filter(release=row).delete()
        renew_deposits(self.alias, [self._make(apply_corrections(extracted, standing).account, version)])

    def _make(self, account: Account, version: str) -> Deposit:
        if self._remake is None:
            raise CommuniqueError(wanted="a store of corrections that may write", got="one for reading only")
        return self._remake(account, version)

    @property
    def _rows(self) -> QuerySet[CorrectionRow]:
        return CorrectionRow.objects.using(self.alias).select_related("release")

    @property
    def _standing(self) -> QuerySet[CorrectionRow]:
        return self._rows.filter(withdrawn__isnull=True).order_by("pk")


_WHY = {
    Outcome.NOT_NEEDED: "says what extraction says",
    Outcome.UNFIT: "does not fit it",
}


def correction_of(row: CorrectionRow) -> Correction:
    """Read a correction."""
    return Correction(
        release=row.release.key,
        what=What(row.what),
        place=row.place,
        before=tuple((name, value) for name, value in row.before),
        after=tuple((name, value) for name, value in row.after),
        author=row.author,
        reason=row.reason,
        moment=row.moment,
        words=Span(row.words[1], row.words[2], Part(row.words[0])) if row.words else None,
        quote=row.quote,
        side=Side(code=row.side[0], name=row.side[1], kind=SideKind(row.side[2])) if row.side else None,
        identity=row.identity,
    )


def _row(correction: Correction, release: ReleaseRow) -> CorrectionRow:
    words, side = correction.words, correction.side
    return CorrectionRow(
        release=release,
        what=correction.what.value,
        place=correction.place,
        place_print=print_of(correction.place),
        before=[list(part) for part in correction.before],
        after=[list(part) for part in correction.after],
        words=(words.part.value, words.start, words.end) if words else None,
        quote=correction.quote,
        side=(side.code, side.name, side.kind.value) if side else None,
        identity=correction.identity,
        author=correction.author,
        reason=correction.reason,
        moment=correction.moment.astimezone(UTC),
    )


def _kept(row: CorrectionRow) -> KeptCorrection:
    withdrawn = None
    if row.withdrawn is not None:
        withdrawn = Withdrawal(author=row.withdrawn_by, reason=row.withdrawn_for, moment=row.withdrawn)
    return KeptCorrection(number=int(row.pk), correction=correction_of(row), withdrawn=withdrawn)
