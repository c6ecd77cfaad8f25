"""The reading of topics: order, share, and what is missing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from communique.model import TOPIC_NAMES, Account, Conflict, Grade, Span, Topic
from communique.precedent import NO_PRECEDENT
from communique.readings.topics import COUNTED, FEATURES, mark_features, read_topics
from unit.readings.accounts import FixedPrecedent, bare_account, full_guest_account, full_host_account
from unit.readings.strategies import accounts


def test_every_topic_has_a_name() -> None:
    """The closed list is told in plain words, each its own."""
    assert set(TOPIC_NAMES) == set(Topic)
    assert len(set(TOPIC_NAMES.values())) == len(TOPIC_NAMES)


def test_topics_are_told_in_order_with_their_share() -> None:
    """The order is that of first mentions, and each has its share of the words."""
    (finding,) = read_topics(full_host_account(), NO_PRECEDENT)
    assert finding.statement == (
        "Topics in order, with their share of the words: trade and economy 25%, migration and borders 25%"
    )


def test_the_mirror_tells_what_the_other_text_has_first() -> None:
    """Another first topic is a difference; what only the other text takes up is told apart, with its words."""
    order, missing = read_topics(full_host_account(), NO_PRECEDENT, (full_guest_account(),))
    assert order.grade is Grade.DIFFERS
    assert order.mirror == (
        "Velmark's text begins with migration and borders; its order: migration and borders 25%, transport 25%"
    )
    assert (missing.code, missing.absent) == ("topics.only_there", True)
    assert missing.statement == "Not taken up anywhere in this text: transport"
    assert missing.mirror == "Velmark's text takes up transport (“ferries”)"


def test_the_same_first_topic_is_no_difference() -> None:
    """Two texts that begin alike agree on what comes first."""
    (finding,) = read_topics(full_host_account(), NO_PRECEDENT, (full_host_account(),))
    assert finding.grade is Grade.OBSERVED
    assert (finding.mirror or "").startswith("Arvenia's text begins with the same")


def test_a_single_topic_has_no_order() -> None:
    """One topic is told as one."""
    account = full_host_account()
    (finding,) = read_topics(replace(account, topics=account.topics[:1]), NO_PRECEDENT)
    assert finding.statement == "One topic of the list, with its share of the words: trade and economy 25%"


def test_a_topic_missing_against_habit_is_rare() -> None:
    """Where 38 of 41 earlier texts take a topic up, its absence is told with 3 of 41, and its presence is not."""
    usual = FixedPrecedent(seen=38, among=41, low=0.8, high=0.98)
    found = [f for f in read_topics(full_host_account(), usual) if f.code != "topics.order"]
    assert {finding.code for finding in found} == {"topics.missing"}
    assert len(found) == len(COUNTED) - 2
    assert {str(finding.rate) for finding in found} == {"3 of 41"}


def test_a_topic_taken_up_against_habit_is_rare() -> None:
    """Where few earlier texts take a topic up, its presence is told, with its words."""
    seldom = FixedPrecedent(seen=1, among=41, low=0.0, high=0.13)
    found = [f for f in read_topics(full_host_account(), seldom) if f.code != "topics.order"]
    assert [finding.statement for finding in found] == [
        "The text takes up trade and economy (25% of the words): “trade”",
        "The text takes up migration and borders (25% of the words): “border crossings”",
    ]


def test_a_text_without_topics_lacks_them_all() -> None:
    """A text could have any topic whatever it has; a title alone could not."""
    marks = mark_features(bare_account())
    assert {mark.code for mark in marks} == {feature.code for feature in FEATURES}
    assert not any(mark.present for mark in marks)
    assert mark_features(bare_account(text="")) == ()


def test_a_rare_topic_without_words_is_no_finding() -> None:
    """A topic of which next to no words are spent is counted and not told as an oddity."""
    account, seldom = full_host_account(), FixedPrecedent(seen=1, among=41, low=0.0, high=0.13)
    account = replace(account, topics=tuple(replace(share, share=0.01, words=4.0) for share in account.topics))
    assert [finding.code for finding in read_topics(account, seldom)] == ["topics.order"]


def test_a_place_of_conflict_is_marked() -> None:
    """A place of conflict named is a feature of its own, with its words."""
    account = full_host_account()
    place = Span(0, 9)
    marks = mark_features(replace(account, conflicts=(Conflict(place="Ostrand Straits", span=place),)))
    assert next(mark for mark in marks if mark.code == "topics.conflict").spans == (place,)


@given(account=accounts(), other=accounts())
def test_a_topic_of_this_text_is_never_told_as_missing(account: Account, other: Account) -> None:
    """What the text takes up is not among what only the other takes up."""
    here = {TOPIC_NAMES[share.topic] for share in account.topics}
    for finding in read_topics(account, NO_PRECEDENT, (other,)):
        if finding.code == "topics.only_there":
            missing = finding.statement.split(": ", 1)[1]
            assert not any(name == missing for name in here)
