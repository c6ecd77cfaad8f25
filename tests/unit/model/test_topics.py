"""The nouns of topics and tone refuse what cannot be."""

from __future__ import annotations

import pytest

from communique.errors import ModelError
from communique.model.spans import Span
from communique.model.topics import Conflict, Formula, Topic, TopicShare

HERE, THERE = Span(0, 4), Span(6, 9)


def test_a_first_mention_is_one_of_the_mentions() -> None:
    """A topic that first stands somewhere else is refused."""
    with pytest.raises(ModelError, match="first mention"):
        TopicShare(topic=Topic.ENERGY, first=THERE, spans=(HERE,), words=1, share=0.5)


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_share_lies_between_nothing_and_all(share: float) -> None:
    """Shares below nothing or above all are refused."""
    with pytest.raises(ModelError, match="share"):
        TopicShare(topic=Topic.ENERGY, first=HERE, spans=(HERE,), words=1, share=share)


def test_names_are_not_empty() -> None:
    """A place and a formula without a name are refused."""
    with pytest.raises(ModelError, match="place"):
        Conflict(place="", span=HERE)
    with pytest.raises(ModelError, match="formula"):
        Formula(name="", span=HERE, sentence=HERE)


def test_the_list_of_topics_is_closed() -> None:
    """There are thirty topics, the last of them for whatever the others do not hold."""
    assert len(Topic) == 30
    assert list(Topic)[-1] is Topic.OTHER
