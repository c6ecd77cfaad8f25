"""Topics of Russian releases."""

from __future__ import annotations

from communique.languages.topics import find_topics_by, load_topic_lexicon
from communique.model.spans import Span
from communique.model.topics import TopicShare

_PACKAGE = "communique.languages.russian"


def find_topics(title: str, text: str, sentences: tuple[Span, ...]) -> tuple[TopicShare, ...]:
    """
    Give the topics that the text takes up, in the order of their first substantive mention, with their share of words.

    >>> text = "Обсуждены вопросы торговли и вакцин. Условлено продолжить контакты."
    >>> [share.topic.value for share in find_topics("", text, (Span(0, 36), Span(37, len(text))))]
    ['trade_economy', 'health_pandemic', 'future_contacts']
    """
    return find_topics_by(load_topic_lexicon(_PACKAGE), title, text, sentences)
