"""The reading of titles: capacity and labels of each principal, side by side and never weighed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Grade, Mention, MentionForm, Office, Person, Quotation, Span, SpeechForm
from communique.precedent import NO_PRECEDENT
from communique.readings.titles import mark_features, read_titles
from unit.readings.accounts import HOST_TEXT, VELMARK, FixedPrecedent, guest_account, host_account, words
from unit.readings.strategies import accounts

HOST, GUEST = host_account().event.principals


def with_guest(person: Person) -> Account:
    """Give the host's account with another presentation of the guest."""
    account = host_account()
    return replace(account, event=replace(account.event, principals=(HOST, person)))


def calling(sentence: str) -> Account:
    """Give the host's account with one more sentence, whose first word or two mention the guest."""
    account = host_account(f"{HOST_TEXT}\n{sentence}")
    span = words(account.release, sentence.partition(" spoke")[0], after=len(HOST_TEXT))
    return replace(account, mentions=(*account.mentions, Mention(form=MentionForm.NAME, span=span, person=GUEST)))


@pytest.mark.parametrize(
    ("person", "code", "statement", "absent"),
    [
        (GUEST, "titles.presented", "Adela Korin is presented as “Prime Minister of Velmark”", False),
        (replace(GUEST, office=None), "titles.bare", "Adela Korin is named without an office", True),
        (replace(GUEST, name=None), "titles.unnamed", "The office stands without a name: “Prime Minister of V", True),
        (
            replace(GUEST, office=Office(title="Chairwoman")),
            "titles.presented",
            "Adela Korin is presented as “Chairwoman”",
            False,
        ),
    ],
)
def test_each_principal_is_told_with_the_capacity_given(
    person: Person, code: str, statement: str, *, absent: bool
) -> None:
    """Name with office, name alone, office alone: each has its code, and its words."""
    finding = tuple(read_titles(with_guest(person), NO_PRECEDENT))[1]
    assert (finding.code, finding.absent) == (code, absent)
    assert finding.statement.startswith(statement)
    assert finding.spans


def test_other_words_for_a_person_are_counted() -> None:
    """Words beside name and office are told with their number; those of name and office are not told again."""
    account = host_account()
    release = account.release
    other = Mention(form=MentionForm.NAME, span=words(release, "the Velmarkian side"), person=GUEST)
    again = replace(other, person=replace(GUEST, identity=None, office=None))
    styled = replace(other, span=words(release, "Prime Minister of Velmark Adela Korin"))
    account = replace(account, mentions=(*account.mentions, other, again, styled))
    host, guest = read_titles(account, NO_PRECEDENT)
    assert guest.statement.endswith("; also called “the Velmarkian side” (2 times)")
    assert "also called" not in host.statement


def test_an_office_alone_does_not_stand_for_a_colleague() -> None:
    """Words for another person of the same side are not words for a principal whom the text gives by office."""
    account = with_guest(replace(GUEST, name=None))
    colleague = Person(name="Rurik Sand", side=VELMARK)
    mention = Mention(form=MentionForm.NAME, span=words(account.release, "the Velmarkian side"), person=colleague)
    finding = tuple(read_titles(replace(account, mentions=(mention,)), NO_PRECEDENT))[1]
    assert "also called" not in finding.statement


def test_the_other_text_leaves_the_office_out() -> None:
    """An office that only one text gives is a difference; the other's words are told."""
    other = replace(guest_account(), event=replace(guest_account().event, principals=(replace(GUEST, office=None),)))
    host, guest = read_titles(host_account(), NO_PRECEDENT, (other,))
    assert (host.grade, guest.grade) == (Grade.DIFFERS, Grade.DIFFERS)
    assert host.mirror == "Velmark's text does not name Ilmar Vesk"
    assert guest.mirror == "Velmark's text has: Adela Korin is named without an office"


def test_only_the_first_of_each_side_has_a_rate() -> None:
    """Tallies count the lead of each side; a second guest is told without a rate."""
    account = host_account()
    second = replace(GUEST, name="Rurik Sand", identity=None)
    account = replace(account, event=replace(account.event, principals=(HOST, GUEST, second)))
    findings = tuple(read_titles(account, FixedPrecedent(seen=3, among=4)))
    assert [finding.rate is not None for finding in findings] == [True, True, False]


def test_a_person_without_words_in_the_text_is_left_out() -> None:
    """A principal whom no words of the text carry gives no finding."""
    assert len(tuple(read_titles(with_guest(Person(name="Rurik Sand", side=VELMARK)), NO_PRECEDENT))) == 1


def test_without_a_side_nobody_leads() -> None:
    """Where the issuer's side is unknown, no feature of a principal is marked."""
    marks = mark_features(replace(host_account(), event=replace(host_account().event, principals=())))
    assert [mark.code for mark in marks] == ["titles.others_named"]


@pytest.mark.parametrize(
    ("called", "code"),
    [("Mr Korin", "honorific"), ("Ms. Korin", "honorific"), ("Korin", "surname"), ("Mrs", "honorific")],
)
def test_the_style_of_narration_is_marked(called: str, code: str) -> None:
    """An honorific and the surname alone are told apart, each with its words."""
    marks = {mark.code: mark for mark in mark_features(calling(f"{called} spoke of ferries."))}
    styles = {"titles.counterpart_honorific", "titles.counterpart_surname"}
    assert {code for code in styles if marks[code].present} == {f"titles.counterpart_{code}"}


def test_a_style_in_direct_speech_is_not_the_narrator_s() -> None:
    """What a speaker calls the other is no style of the text."""
    account = calling("Mr Korin spoke of ferries.")
    last = account.mentions[-1].span
    speech = Quotation(form=SpeechForm.INLINE, content=Span(last.start, len(account.release.text)))
    marks = {mark.code: mark.present for mark in mark_features(replace(account, quotations=(speech,)))}
    assert marks["titles.counterpart_honorific"] is False


def test_who_is_named_first_is_marked() -> None:
    """A body that opens on the own principal marks it; turned round it does not; with one alone it is not asked."""
    account, other = host_account(), {HOST: GUEST, GUEST: HOST}
    turned = tuple(replace(m, person=other[m.person] if m.person else None) for m in account.mentions)
    asked = [
        {m.code: m.present for m in mark_features(a)}.get("titles.own_first")
        for a in (account, replace(account, mentions=turned), replace(account, mentions=account.mentions[:1]))
    ]
    assert asked == [True, False, None]


@given(account=accounts())
def test_no_principal_is_told_twice(account: Account) -> None:
    """There is at most one finding a principal."""
    assert len(tuple(read_titles(account, NO_PRECEDENT))) <= len(account.event.principals)
