"""One account put together from what its language marked up."""

from __future__ import annotations

from communique.extraction import EmptyRegister, extract_account, extract_accounts
from communique.model import Kind, Pattern
from unit.fictional import account_of, english, make_release, mark_up, register

MET = "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin in Tarsk."


def test_all_of_one_release() -> None:
    """Kind, day, place, persons, reception and relations come together in one account."""
    account = account_of(f"{MET} Mr Vesk thanked Ms Korin.", "Meeting with Prime Minister of Velmark Adela Korin")
    event = account.event
    assert event.kind is Kind.MEETING
    assert event.place.city is not None
    assert [p.label for p in event.principals] == ["Ilmar Vesk", "Adela Korin"]
    assert account.reception.pattern is Pattern.MET_WITH
    assert {r.kind.value for r in account.relations} == {"contact", "thanks"}
    assert account.sentences


def test_accounts_come_in_order_with_their_models() -> None:
    """Each release gives its account, which names the models that read it."""
    releases = [make_release(f"{MET} {number}") for number in range(3)]
    accounts = list(extract_accounts(releases, language=english(), register=register()))
    assert [a.release for a in accounts] == releases
    assert {a.models for a in accounts} == {english().models}


def test_releases_are_drawn_a_batch_at_a_time() -> None:
    """The first account is there before the last release is drawn."""
    drawn = []

    def releases() -> object:
        for number in range(500):
            drawn.append(number)
            yield make_release(f"{MET} {number}")

    next(iter(extract_accounts(releases(), language=english(), register=register())))  # type: ignore[arg-type]
    assert len(drawn) < 200


def test_without_tables_nobody_is_taken_for_granted() -> None:
    """An empty register gives the words of the text and no more."""
    account = extract_account(
        mark_up(make_release("The call was brief.", "Telephone conversation with Davor Selim")),
        register=EmptyRegister(),
    )
    assert [p.label for p in account.event.principals] == ["Davor Selim"]
    assert account.event.principals[0].identity is None


def test_the_same_release_gives_the_same_account() -> None:
    """Same input, same output."""
    assert account_of(MET) == account_of(MET)
