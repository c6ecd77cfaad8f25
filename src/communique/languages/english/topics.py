"""Topics of English releases."""

from __future__ import annotations

from communique.languages.topics import find_topics_by, load_topic_lexicon
from communique.model.spans import Span
from communique.model.topics import TopicShare

_PACKAGE = "communique.languages.english"


def find_topics(title: str, text: str, sentences: tuple[Span, ...]) -> tuple[TopicShare, ...]:
    """
    Give the topics that the text takes up, in the order of their first substantive mention, with their share of words.

    >>> text = "They discussed trade and ferries with the Minister of Energy. A pandemic was not named."
    >>> [share.topic.value for share in find_topics("", text, (Span(0, 60), Span(61, len(text))))]
    ['trade_economy', 'transport', 'health_pandemic']
    """
    return find_topics_by(load_topic_lexicon(_PACKAGE), title, text, sentences)
