"""What a release speaks of and how: topics with their share of words, places of conflict, words of tone, formulas."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError
from communique.model.spans import Span


class Topic(StrEnum):
    """The closed list of topics."""

    BILATERAL_RELATIONS = "bilateral_relations"
    TRADE_ECONOMY = "trade_economy"
    INVESTMENT_FINANCE = "investment_finance"
    ENERGY = "energy"
    NUCLEAR_ENERGY = "nuclear_energy"
    SECURITY_DEFENCE = "security_defence"
    ARMS_CONTROL = "arms_control"
    ARMED_CONFLICT = "armed_conflict"
    TERRORISM = "terrorism"
    SANCTIONS = "sanctions"
    HUMAN_RIGHTS = "human_rights"
    HEALTH_PANDEMIC = "health_pandemic"
    CLIMATE_ENVIRONMENT = "climate_environment"
    MIGRATION_BORDERS = "migration_borders"
    TRANSPORT = "transport"
    SPACE = "space"
    SCIENCE_TECHNOLOGY = "science_technology"
    CYBER_INFORMATION = "cyber_information"
    EDUCATION_CULTURE_SPORT = "education_culture_sport"
    HUMANITARIAN_AID = "humanitarian_aid"
    REGIONAL_INTEGRATION = "regional_integration"
    INTERNATIONAL_ORGANISATIONS = "international_organisations"
    DOMESTIC_POLITICS = "domestic_politics"
    ELECTIONS = "elections"
    ANNIVERSARY_MEMORY = "anniversary_memory"
    DISASTER_ACCIDENT = "disaster_accident"
    AGRICULTURE_FOOD = "agriculture_food"
    CONSULAR_PRISONERS = "consular_prisoners"
    FUTURE_CONTACTS = "future_contacts"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicShare:
    """
    A topic that the release takes up, and how much room it is given.

    ``first`` is the first mention that carries substance, ``spans`` are all mentions in order. ``words`` counts the
    words of the sentences that mention the topic, each sentence divided evenly among its topics; ``share`` is that
    number against all words of the text, 0 to 1. The shares of a release sum to at most 1.
    """

    topic: Topic
    first: Span
    spans: tuple[Span, ...]
    words: float
    share: float

    def __post_init__(self) -> None:
        if self.first not in self.spans:
            raise ModelError(wanted="a first mention that is one of the mentions", got=str(self.first))
        if not 0 <= self.share <= 1:
            raise ModelError(wanted="a share between 0 and 1", got=str(self.share))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A place of armed conflict or crisis named as topic: its name in English, and the words that name it first."""

    place: str
    span: Span

    def __post_init__(self) -> None:
        if not self.place:
            raise ModelError(wanted="the name of a place", got="an empty one")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneWord:
    """
    An evaluative word on the talks or the relation, as written.

    ``span`` marks the word, ``sentence`` where it stands. ``spoken`` tells that it is direct speech, so that the
    praise is a speaker's and not the narrator's.
    """

    span: Span
    sentence: Span
    spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A stock phrase of communiqués: which one of the list (``name``), its words, and the sentence they stand in."""

    name: str
    span: Span
    sentence: Span

    def __post_init__(self) -> None:
        if not self.name:
            raise ModelError(wanted="the name of a formula", got="an empty one")
