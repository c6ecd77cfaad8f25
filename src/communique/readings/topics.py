"""What the text takes up, in which order, and with how much room."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import TOPIC_NAMES, Account, Finding, Grade, Topic, TopicShare
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, grade_of, mark_of, quoted

COUNTED = tuple(topic for topic in Topic if topic is not Topic.OTHER)

FEATURES = (
    *(
        Feature(
            code=f"topics.{topic}",
            meaning=f"the text takes up {TOPIC_NAMES[topic]}",
            noun=f"a mention of {TOPIC_NAMES[topic]}",
            located=True,
        )
        for topic in COUNTED
    ),
    Feature(
        code="topics.conflict",
        meaning="the text names a place of armed conflict or crisis",
        noun="the name of a place of armed conflict or crisis",
        facet="topics.armed_conflict",
        located=True,
    ),
)

SHOWN = 6

LEAST = 0.005
"""Shares below this round to nothing."""

LEAST_ROOM, LEAST_WORDS = 0.02, 20.0
"""A topic below both, as a share and in words, is mentioned in passing: that is counted, and is no oddity."""

PLAIN_ORDER = "The order of a summary is a template, from the general to the particular; long matters take more words."
PLAIN_RARE = "The subject was on the public agenda of the day, or of this meeting alone."
PLAIN_MISSING = "The subject may stand in another release of the day, or in the other leader's words."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark which topics a text takes up, and whether it names a place of conflict; a title alone is no exposure."""
    if not account.release.text.strip():
        return ()
    found = {share.topic: share.spans for share in account.topics}
    return (
        *(mark_of(f"topics.{topic}", found.get(topic, ())) for topic in COUNTED),
        mark_of("topics.conflict", (conflict.span for conflict in account.conflicts)),
    )


def read_topics(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    What the text takes up, in which order, and with how much room.

    What it finds:
        The topics in the order of their first mention with substance, each with
        its share of the words; beside another text, its order, and what it takes
        up that this one does not. Against earlier texts, a topic that is rarely
        taken up, or that is missing though it mostly is.

    Why it matters:
        What comes first and how long it is treated are choices that two accounts
        of one event can be compared in.

    Plain explanation:
        The topic line is a summary and its order a template.

    Limits:
        A closed list of topics, told by words; shares count words of sentences.
        Absence is absence from the whole text, which may be cut.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    if account.topics:
        yield _order(case)
        yield from _rare(case)
    yield from _only_there(case)


def _order(case: Case) -> Finding:
    shares = case.account.topics
    head = "One topic of the list, with its" if len(shares) == 1 else "Topics in order, with their"
    return case.finding(
        "topics.order",
        f"{head} share of the words: {listed(shares)}",
        PLAIN_ORDER,
        spans=tuple(dict.fromkeys(share.first for share in case.account.topics)),
        tell=lambda other: _told(case.account, other),
    )


def _rare(case: Case) -> Iterator[Finding]:
    """Give a topic, taken up with some words or not at all, where that is rare among comparable earlier texts."""
    shares = {share.topic: share for share in case.account.topics}
    for topic in COUNTED:
        code = f"topics.{topic}"
        if not in_passing(case.account, code) and grade_of(case.alike(code)) is Grade.RARE:
            yield _one(case, topic, shares.get(topic))


def in_passing(account: Account, feature: str) -> bool:
    """Tell whether the feature is a topic that the text mentions and spends next to no words on."""
    share = next((share for share in account.topics if f"topics.{share.topic}" == feature), None)
    return share is not None and share.share < LEAST_ROOM and share.words < LEAST_WORDS


def _one(case: Case, topic: Topic, share: TopicShare | None) -> Finding:
    first = f" ({_percent(share)} of the words): {quoted(case.account.release, share.first)}" if share else ""
    name = TOPIC_NAMES[topic]
    return case.finding(
        "topics.rare" if share else "topics.missing",
        f"The text {f'takes up {name}{first}' if share else f'does not take up {name}'}",
        PLAIN_RARE if share else PLAIN_MISSING,
        spans=share.spans if share else (),
        feature=f"topics.{topic}",
        tell=lambda other: _told_one(other, topic, here=share is not None),
        absent=share is None,
    )


def _only_there(case: Case) -> Iterator[Finding]:
    """Give what other texts take up and this one does not, in one line."""
    here = {share.topic for share in case.account.topics}
    missing = [share for other in case.others for share in other.topics if share.topic not in here]
    names = dict.fromkeys(TOPIC_NAMES[share.topic] for share in missing)
    if names:
        yield case.finding(
            "topics.only_there",
            f"Not taken up anywhere in this text: {', '.join(names)}",
            PLAIN_MISSING,
            tell=lambda other: _told_missing(other, here),
            absent=True,
        )


def _told(here: Account, other: Account) -> Told:
    if not other.topics:
        return Told(words="has no topic of the list")
    ours, theirs = ([share.topic for share in account.topics] for account in (here, other))
    first = "begins with the same" if ours[0] is theirs[0] else f"begins with {TOPIC_NAMES[theirs[0]]}"
    return Told(words=f"{first}; its order: {listed(other.topics)}", differs=ours[0] is not theirs[0])


def _told_missing(other: Account, here: set[Topic]) -> Told:
    found = [share for share in other.topics if share.topic not in here]
    if not found:
        return Told(words="takes up none of these")
    told = (f"{TOPIC_NAMES[share.topic]} ({quoted(other.release, share.first)})" for share in found[:SHOWN])
    return Told(words=f"takes up {', '.join(told)}", differs=True)


def _told_one(other: Account, topic: Topic, *, here: bool) -> Told:
    share = next((share for share in other.topics if share.topic is topic), None)
    if share is None:
        return Told(words="does not take it up", differs=here)
    return Told(words=f"takes it up: {quoted(other.release, share.first)}", differs=not here)


def listed(shares: tuple[TopicShare, ...], most: int = SHOWN) -> str:
    """Give topics in order with their share of the words ("energy 31%, transport 4% and 2 more")."""
    told = ", ".join(f"{TOPIC_NAMES[share.topic]} {_percent(share)}" for share in shares[:most])
    return told + (f" and {len(shares) - most} more" if len(shares) > most else "")


def _percent(share: TopicShare) -> str:
    return f"{share.share:.0%}" if share.share >= LEAST else "under 1%"


READING = Reading(
    code="topics",
    title="Topics",
    version=2,
    read=read_topics,
    features=FEATURES,
    mark_features=mark_features,
)
