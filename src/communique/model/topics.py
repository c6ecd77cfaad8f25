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


TOPIC_NAMES = {
    Topic.BILATERAL_RELATIONS: "bilateral relations",
    Topic.TRADE_ECONOMY: "trade and economy",
    Topic.INVESTMENT_FINANCE: "investment and finance",
    Topic.ENERGY: "energy",
    Topic.NUCLEAR_ENERGY: "nuclear energy",
    Topic.SECURITY_DEFENCE: "security and defence",
    Topic.ARMS_CONTROL: "arms control",
    Topic.ARMED_CONFLICT: "armed conflict",
    Topic.TERRORISM: "terrorism",
    Topic.SANCTIONS: "sanctions",
    Topic.HUMAN_RIGHTS: "human rights",
    Topic.HEALTH_PANDEMIC: "medicine and epidemics",
    Topic.CLIMATE_ENVIRONMENT: "climate and environment",
    Topic.MIGRATION_BORDERS: "migration and borders",
    Topic.TRANSPORT: "transport",
    Topic.SPACE: "space",
    Topic.SCIENCE_TECHNOLOGY: "science and technology",
    Topic.CYBER_INFORMATION: "cyber and information",
    Topic.EDUCATION_CULTURE_SPORT: "education/culture/sport",
    Topic.HUMANITARIAN_AID: "humanitarian aid",
    Topic.REGIONAL_INTEGRATION: "regional integration",
    Topic.INTERNATIONAL_ORGANISATIONS: "international organisations",
    Topic.DOMESTIC_POLITICS: "domestic politics",
    Topic.ELECTIONS: "elections",
    Topic.ANNIVERSARY_MEMORY: "anniversaries and memory",
    Topic.DISASTER_ACCIDENT: "disasters and accidents",
    Topic.AGRICULTURE_FOOD: "agriculture and food",
    Topic.CONSULAR_PRISONERS: "consular matters and prisoners",
    Topic.FUTURE_CONTACTS: "future contacts",
    Topic.OTHER: "other subjects",
}
"""What each topic is called within a sentence."""


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
