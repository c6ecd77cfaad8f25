"""The reading of thanks and other courtesies: direction, object, mirror."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Grade, Kind, Party, Place, RelationKind, Side, SideKind, Status, find_courtesies
from communique.precedent import NO_PRECEDENT
from communique.readings.thanks import FEATURES, KINDS, mark_features, read_thanks
from unit.readings.accounts import (
    HOST_TEXT,
    VELMARK,
    FixedPrecedent,
    bare_account,
    courtesy,
    full_guest_account,
    full_host_account,
    host_account,
    words,
)
from unit.readings.strategies import accounts

HOST, GUEST = host_account().event.principals


def thanking(kind: RelationKind, *, from_host: bool, reason: str = "some work before us") -> Account:
    """Give the host's account with one courtesy of a kind, from the host or to the host, for something."""
    account = host_account(HOST_TEXT if reason in HOST_TEXT else f"{HOST_TEXT} {reason}.")
    giver, receiver = (HOST, GUEST) if from_host else (GUEST, HOST)
    relation = courtesy(account.release, kind, giver, receiver, "received", reason)
    return replace(account, relations=(relation,))


@pytest.mark.parametrize(
    ("kind", "from_host", "code", "statement"),
    [
        (RelationKind.THANKS, True, "thanks.given", "Ilmar Vesk thanks Adela Korin for “some work before us”"),
        (RelationKind.THANKS, False, "thanks.received", "Adela Korin thanks Ilmar Vesk for “some work before us”"),
        (
            RelationKind.CONGRATULATION,
            True,
            "thanks.congratulation",
            "Ilmar Vesk congratulates Adela Korin on “some work before us”",
        ),
        (
            RelationKind.CONDOLENCE,
            False,
            "thanks.condolence",
            "Adela Korin condoles with Ilmar Vesk on “some work before us”",
        ),
        (
            RelationKind.APOLOGY,
            False,
            "thanks.apology",
            "Adela Korin apologises to Ilmar Vesk for “some work before us”",
        ),
    ],
)
def test_each_courtesy_is_told_with_its_direction(
    kind: RelationKind, code: str, statement: str, *, from_host: bool
) -> None:
    """Who gives stands before who receives, and what it is for stands in the text's own words."""
    (finding,) = (f for f in read_thanks(thanking(kind, from_host=from_host), NO_PRECEDENT))
    assert (finding.code, finding.statement) == (code, statement)


def test_thanks_in_one_direction_are_one_finding() -> None:
    """Two places that thank the same person are told together, each opening on its words."""
    account = thanking(RelationKind.THANKS, from_host=True)
    again = courtesy(account.release, RelationKind.THANKS, HOST, GUEST, "Attention", "certain")
    (finding,) = read_thanks(replace(account, relations=(*account.relations, again)), NO_PRECEDENT)
    assert finding.statement == "Ilmar Vesk thanks Adela Korin for “some work before us” and for “certain”"
    assert len(finding.spans) == 2


def test_the_mirror_tells_what_the_other_thanks_are_for() -> None:
    """The same direction with another object is no difference of fact, but both objects are printed."""
    (finding,) = read_thanks(full_host_account(), NO_PRECEDENT, (full_guest_account(),))
    assert finding.grade is Grade.OBSERVED
    assert finding.mirror == "Velmark's text has: Adela Korin thanks Ilmar Vesk for “the talks”"


def test_thanks_the_other_way_are_no_mirror() -> None:
    """Where the other text thanks in the opposite direction only, the two differ and it is said."""
    ours = thanking(RelationKind.THANKS, from_host=True)
    (finding,) = read_thanks(ours, NO_PRECEDENT, (full_guest_account(),))
    assert finding.grade is Grade.DIFFERS
    assert finding.mirror == (
        "Velmark's text has no thanks in this direction, but: Adela Korin thanks Ilmar Vesk for “the talks”"
    )


def test_an_organisation_is_told_as_one() -> None:
    """Thanks to an organisation are not thanks to one of its states."""
    account = thanking(RelationKind.THANKS, from_host=True)
    union = Party(words="the Union", side=Side(code="XU", name="Straits Union", kind=SideKind.ORGANISATION))
    account = replace(account, relations=(replace(account.relations[0], receiver=union),))
    (finding,) = read_thanks(account, NO_PRECEDENT)
    assert finding.statement.endswith("(an organisation, no single state)")


def test_silence_is_told_only_beside_thanks() -> None:
    """That nobody is thanked is worth a line where the other text has thanks, or earlier ones mostly had."""
    silent = replace(full_host_account(), relations=())
    usual = FixedPrecedent(seen=38, among=41, low=0.8, high=0.98)
    assert list(read_thanks(silent, NO_PRECEDENT)) == []
    assert [f.code for f in read_thanks(silent, NO_PRECEDENT, (full_guest_account(),))] == ["thanks.none"]
    assert [f.grade for f in read_thanks(silent, usual)] == [Grade.RARE]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.ACTUAL}))
def test_what_is_only_planned_or_recalled_is_no_courtesy(status: Status) -> None:
    """A courtesy that the text does not report as done, or perform, is left out."""
    account = thanking(RelationKind.THANKS, from_host=True)
    account = replace(account, relations=(replace(account.relations[0], status=status),))
    assert list(read_thanks(account, NO_PRECEDENT)) == []


@pytest.mark.parametrize("kind", [Kind.DOMESTIC, Kind.OTHER])
def test_texts_of_one_side_are_no_exposure(kind: Kind) -> None:
    """A text that reports no dealing between sides is not counted as silent."""
    assert mark_features(bare_account(kind)) == ()


@pytest.mark.parametrize(
    ("reason", "from_host", "code"),
    [
        ("the invitation", False, "thanks.guest_for_invitation"),
        ("the kind words, and for having invited us", False, "thanks.guest_for_invitation"),
        ("your hospitality in Tarsk", False, "thanks.guest_for_welcome"),
        ("receiving us at the Harbour House", False, "thanks.guest_for_welcome"),
        ("приглашение в Тарск", False, "thanks.guest_for_invitation"),
        ("тёплый приём и гостеприимство", False, "thanks.guest_for_welcome"),
        ("accepting our invitation", True, "thanks.host_for_coming"),
        ("having found the time to come to Tarsk", True, "thanks.host_for_coming"),
        ("то, что приняли приглашение", True, "thanks.host_for_coming"),
        ("the ferries received last year", False, "thanks.received"),
        ("the medicine sent to the ports", True, "thanks.given"),
        ("the recent reply", False, "thanks.received"),
    ],
)
def test_formulas_of_guest_and_host_are_told_by_their_reason(reason: str, code: str, *, from_host: bool) -> None:
    """Thanks for an invitation, a welcome, for coming have a code and a rate of their own; other thanks have not."""
    account = thanking(RelationKind.THANKS, from_host=from_host, reason=reason)
    (finding,) = read_thanks(account, FixedPrecedent(seen=3, among=41, low=0.02, high=0.2))
    assert (finding.code, finding.feature, str(finding.rate)) == (code, code, "3 of 41")
    assert {mark.code for mark in mark_features(account) if mark.present} > {code} - {"thanks.received", "thanks.given"}


def test_thanks_for_an_invitation_stand_apart_from_thanks_for_help() -> None:
    """One guest's thanks for two things are two findings, the formula with etiquette as its plain explanation."""
    account = thanking(RelationKind.THANKS, from_host=False)
    invited = courtesy(account.release, RelationKind.THANKS, GUEST, HOST, "thank", "the invitation")
    help_, formula = read_thanks(replace(account, relations=(*account.relations, invited)), NO_PRECEDENT)
    assert (help_.code, formula.code) == ("thanks.received", "thanks.guest_for_invitation")
    assert formula.plain.startswith("Etiquette: a guest thanks for the invitation")


def test_the_mirror_of_thanks_for_an_invitation() -> None:
    """The other text's words in the same direction are printed, those of the same formula first."""
    here = thanking(RelationKind.THANKS, from_host=False, reason="the invitation")
    (finding,) = read_thanks(here, NO_PRECEDENT, (full_guest_account(),))
    assert finding.mirror == "Velmark's text has: Adela Korin thanks Ilmar Vesk for “the talks”"
    back = thanking(RelationKind.THANKS, from_host=True, reason="accepting our invitation")
    (finding,) = read_thanks(here, NO_PRECEDENT, (back,))
    assert finding.grade is Grade.DIFFERS
    assert (finding.mirror or "").endswith("but: Ilmar Vesk thanks Adela Korin for “accepting our invitation”")


@pytest.mark.parametrize(
    ("account", "exposed"),
    [
        (host_account(), {"guest_for_invitation", "guest_for_welcome", "host_for_coming"}),
        (replace(host_account(), quotations=host_account().quotations[:1]), {"host_for_coming"}),
        (replace(host_account(), quotations=()), set()),
        (replace(host_account(), event=replace(host_account().event, kind=Kind.CALL)), set()),
        (
            replace(host_account(), event=replace(host_account().event, place=Place(country=VELMARK))),
            {"own_for_invitation", "own_for_welcome"},
        ),
    ],
)
def test_who_could_have_thanked_depends_on_who_speaks_and_where(account: Account, exposed: set[str]) -> None:
    """A guest's formula is asked of texts that give words of a guest, an own one abroad, whatever the words are."""
    general = {feature.code for feature in FEATURES if feature.located}
    assert {mark.code for mark in mark_features(account)} - general == {f"thanks.{tail}" for tail in exposed}


def test_an_invitation_accepted_with_gratitude_is_thanked_for() -> None:
    """Where extraction marks no reason, the words around the courtesy tell it."""
    text = f"{HOST_TEXT} The invitation was accepted with gratitude. Korin voiced thanks to the host for the welcome."
    account, release = host_account(text), host_account(text).release
    sentences = ("The invitation was accepted with gratitude.", "Korin voiced thanks to the host for the welcome.")
    relations = tuple(
        replace(
            courtesy(release, RelationKind.THANKS, GUEST, HOST, cue, "."),
            sentence=words(release, sentence),
            reason=None,
        )
        for cue, sentence in zip(("gratitude", "thanks"), sentences, strict=True)
    )
    codes = {mark.code for mark in mark_features(replace(account, relations=relations)) if mark.present}
    assert {"thanks.guest_for_invitation", "thanks.guest_for_welcome"} <= codes


def test_of_a_text_that_quotes_nobody_the_general_formula_is_asked() -> None:
    """One question is asked once: of the guest where words of a guest are given, else of anybody."""
    codes = {mark.code for mark in mark_features(host_account())}
    assert "thanks.for_invitation" not in codes
    silent = thanking(RelationKind.THANKS, from_host=False, reason="the invitation")
    marks = {mark.code: mark.present for mark in mark_features(replace(silent, quotations=()))}
    assert marks["thanks.for_invitation"] is True
    assert "thanks.guest_for_invitation" not in marks


@given(account=accounts())
def test_every_courtesy_is_in_one_finding(account: Account) -> None:
    """Every place of a courtesy is opened by one finding, and each kind and direction has at least one."""
    found = [courtesy for courtesy in find_courtesies(account) if courtesy.kind in KINDS]
    told = [f for f in read_thanks(account, NO_PRECEDENT) if not f.absent]
    assert sorted(span for f in told for span in f.spans) == sorted(span for c in found for span in c.spans)
    assert len(told) >= len(found)
