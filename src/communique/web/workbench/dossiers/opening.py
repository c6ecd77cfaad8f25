"""A dossier of the workspace with its releases read from the store: a few queries, however many releases."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock

from django.db.models import Q
from django.utils.translation import gettext as _

from communique.adapters.intake import is_address
from communique.corpus.codec import decode_account
from communique.corpus.rules import moment_of
from communique.db.models import ReleaseRow
from communique.db.rows import moment, print_of, release_of
from communique.db.store import chunks
from communique.dossiers.opened import Filed, OpenDossier, Unread
from communique.model import Account, Dossier, Filing
from communique.web.base.corpus import ALIAS, the_corpus, the_settings
from communique.web.workbench.dossiers.selectors import Standing
from communique.wiring.building import build_engine
from communique.wiring.dossiers import KeptDossier, Opening
from communique.wiring.precedents import KEPT, build_precedent

MOST_HELD = 256
"""Accounts that a process keeps at hand."""

_held: OrderedDict[tuple[int, str], Account] = OrderedDict()
_lock = Lock()


def open_kept(dossier: Dossier) -> OpenDossier:
    """Read the releases of a dossier, in the order of filing; what the store does not have stands apart."""
    named = accounts_named([filing.source.removeprefix(KEPT) for filing in dossier.filings])
    found = [(filing, named.get(filing.source.removeprefix(KEPT))) for filing in dossier.filings]
    return OpenDossier(
        dossier=dossier,
        filed=tuple(Filed(filing=filing, account=account) for filing, account in found if account is not None),
        unread=tuple(Unread(filing=filing, reason=_missing(filing)) for filing, account in found if account is None),
    )


def opening_of(standing: Standing, opened: OpenDossier | None = None) -> Opening:
    """Give a dossier with its releases, the engine with the store's precedents, and the store."""
    settings, corpus = the_settings(), the_corpus()
    engine = replace(build_engine(settings), precedent=build_precedent(corpus, settings))
    kept = KeptDossier(
        dossier=standing.dossier,
        location=standing.location,
        folder=Path(),
        text=standing.text,
        revision=standing.revision,
    )
    return Opening(kept=kept, opened=opened or open_kept(standing.dossier), engine=engine, corpus=corpus)


def accounts_named(names: Sequence[str]) -> dict[str, Account]:
    """Give the accounts of releases by key or by name, the latest text of each; unknown names are left out."""
    numbers = {name: number for name, (number, _) in _found(names).items()}
    accounts = _accounts(numbers.values())
    return {name: accounts[number] for name, number in numbers.items() if number in accounts}


def keys_of(sources: Iterable[str]) -> dict[str, str]:
    """Give the key of each release that evidence rests on (``corpus:NAME``), by its source, where it is held."""
    names = {source: source.removeprefix(KEPT) for source in sources if source.startswith(KEPT)}
    found = _found(tuple(names.values()))
    return {source: found[name][1] for source, name in names.items() if name in found}


def _found(names: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Give row and key of each release that is named: by its key, else by its name."""
    best: dict[str, tuple[bool, object, int, str]] = {}
    by_key: dict[str, tuple[int, str]] = {}
    for some in chunks(dict.fromkeys(names)):
        wanted = Q(key__in=some) | Q(name_print__in=[print_of(name) for name in some])
        rows = ReleaseRow.objects.using(ALIAS).filter(wanted)
        for number, key, name, superseded, captured in rows.values_list("pk", "key", "name", "superseded", "captured"):
            by_key[key] = (number, key)
            place = (not superseded, moment_of(moment(captured)), number, key)
            best[name] = max(best.get(name, place), place)
    named = {name: place[2:] for name, place in best.items()}
    return {name: found for name in names if (found := by_key.get(name) or named.get(name))}


def _accounts(numbers: Iterable[int]) -> dict[int, Account]:
    wanted = set(numbers)
    prints: dict[int, str] = {}
    for some in chunks(sorted(wanted)):
        rows = ReleaseRow.objects.using(ALIAS).filter(pk__in=some, account__isnull=False)
        prints |= {number: bytes(made).hex() for number, made in rows.values_list("pk", "account__imprint")}
    with _lock:
        at_hand = {number: _held[key] for number, made in prints.items() if (key := (number, made)) in _held}
    for some in chunks(sorted(prints.keys() - at_hand.keys())):
        rows = ReleaseRow.objects.using(ALIAS).select_related("account__telling").filter(pk__in=some)
        for row in rows:
            at_hand[row.pk] = decode_account(bytes(row.account.telling.content), release_of(row))
            _hold((row.pk, prints[row.pk]), at_hand[row.pk])
    return at_hand


def _hold(key: tuple[int, str], account: Account) -> None:
    with _lock:
        _held[key] = account
        while len(_held) > MOST_HELD:
            _held.popitem(last=False)


def _missing(filing: Filing) -> str:
    if is_address(filing.source):
        return _("an address: add the release at the desk, then file it by its name")
    return _("the store has no release of that name: add it at the desk, then file it by its name")
