"""Corrections asked for and withdrawals: checked at once, done as work, since scores of all later days follow."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from communique.corpus.corrections import apply_corrections
from communique.errors import CommuniqueError
from communique.model import Account
from communique.model.corrections import Correction, Outcome, Parts, What
from communique.web.accounts.models import User
from communique.web.base.corpus import the_corpus, the_settings
from communique.web.jobs.models import Job
from communique.web.jobs.services import job_add
from communique.wiring.corrections import Wanted, account_as_extracted, corrections_in, make_correction


def correction_add(  # noqa: PLR0913 - each thing that a correction has, has its name
    actor: User, key: str, what: What, place: str, after: Parts, *, reason: str, words: str = ""
) -> Job:
    """
    Check a correction of one item of a release and queue it: account, tallies and scores follow in one step.

    Raises:
        CommuniqueError: it is corrected already, or the value does not fit the item or the tables; nothing is queued.
    """
    arguments = {
        "release": key,
        "what": what.value,
        "place": place,
        "after": [list(part) for part in after],
        "reason": reason.strip(),
        "words": words,
        "author": actor.name,
        "moment": timezone.now().isoformat(),
    }
    account, correction = correction_of(arguments)
    _refuse_unfit(account, correction)
    title = _("Correcting “%(title)s”") % {"title": account.release.title or account.release.name}
    return job_add("correct", title, arguments, actor=actor)


def correction_withdraw(actor: User, key: str, number: int, *, reason: str) -> Job:
    """
    Queue the withdrawal of a correction of a release.

    Raises:
        CommuniqueError: the release has none of that number that stands.
    """
    store = corrections_in(the_corpus())
    standing = {one.number for one in (store.history(key) if store else ()) if one.withdrawn is None}
    if number not in standing:
        raise CommuniqueError(wanted="a correction that stands", got="none of that number", remedy="look again")
    arguments = {
        "release": key,
        "number": number,
        "reason": reason.strip(),
        "author": actor.name,
        "moment": timezone.now().isoformat(),
    }
    return job_add("withdraw correction", _("Withdrawing a correction"), arguments, actor=actor)


def correction_of(arguments: dict[str, Any]) -> tuple[Account, Correction]:
    """Make the correction that the arguments of a job mean, and give the account as extracted beside it."""
    account = account_as_extracted(the_corpus(), arguments["release"])
    if account is None:
        raise CommuniqueError(wanted="a release of the corpus", got="none of that key")
    wanted = Wanted(
        release=arguments["release"],
        what=What(arguments["what"]),
        place=arguments["place"],
        after=tuple((name, value) for name, value in arguments["after"]),
        reason=arguments["reason"],
        author=arguments["author"],
        moment=datetime.fromisoformat(arguments["moment"]),
        words=arguments["words"],
    )
    return account, make_correction(wanted, account, the_settings())


def _refuse_unfit(account: Account, correction: Correction) -> None:
    """Refuse now what the store would refuse later."""
    store = corrections_in(the_corpus())
    key = correction.release
    standing = store.standing((key,)).get(key, ()) if store else ()
    if any(one.item == correction.item for one in standing):
        raise CommuniqueError(
            wanted="an item that is not corrected yet", got="one that is", remedy="withdraw that correction first"
        )
    outcomes = dict(apply_corrections(account, (*standing, correction)).outcomes)
    if outcomes[correction] is not Outcome.APPLIED:
        raise CommuniqueError(
            wanted="a value that fits the item", got="one that does not", remedy="look at the item and the words again"
        )
