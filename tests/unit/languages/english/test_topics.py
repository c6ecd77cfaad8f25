"""Topics, places of conflict, tone and formulas of English releases."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.languages.english.conflicts import find_conflicts
from communique.languages.english.formulas import find_formulas
from communique.languages.english.sentences import find_sentences
from communique.languages.english.tone import find_tone
from communique.languages.english.topics import find_topics
from communique.languages.gazetteer import Gazetteer, SideForm, SideWord
from communique.languages.topics import load_topic_lexicon
from communique.model.parties import Side
from communique.model.spans import Part, Span
from communique.model.topics import Topic

ARVENIA, VELMARK, THOLIA = (
    Side(code="XA", name="Arvenia"),
    Side(code="XV", name="Velmark"),
    Side(code="XT", name="Tholia"),
)
NAMES = Gazetteer(
    sides=(
        SideWord(words="Arvenia", side=ARVENIA, form=SideForm.NAME),
        SideWord(words="Arvenian", side=ARVENIA, form=SideForm.ADJECTIVE),
        SideWord(words="Velmark", side=VELMARK, form=SideForm.NAME),
        SideWord(words="Velmarkian", side=VELMARK, form=SideForm.ADJECTIVE),
        SideWord(words="Tholia", side=THOLIA, form=SideForm.NAME),
        SideWord(words="Tholian", side=THOLIA, form=SideForm.ADJECTIVE),
    )
)


def topics_of(text: str, title: str = "") -> list[str]:
    """Give the codes of the topics of a text."""
    return [share.topic.value for share in find_topics(title, text, find_sentences(text))]


def conflicts_of(text: str) -> list[str]:
    """Give the names of the places of conflict of a text."""
    return [conflict.place for conflict in find_conflicts("", text, find_sentences(text), NAMES)]


def tone_of(text: str) -> list[str]:
    """Give the words of tone of a text."""
    return [word.span.of(text) for word in find_tone(text, find_sentences(text))]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They discussed Arvenian-Velmarkian relations.", ["bilateral_relations"]),
        ("They spoke of tariffs and exports.", ["trade_economy"]),
        ("A loan and two banks were named.", ["investment_finance"]),
        ("A gas pipeline will be laid.", ["energy"]),
        ("A nuclear power plant stands at Sund.", ["nuclear_energy"]),
        ("They discussed defence.", ["security_defence"]),
        ("Disarmament was raised.", ["arms_control"]),
        ("A ceasefire holds.", ["armed_conflict"]),
        ("They condemned terrorism.", ["terrorism"]),
        ("The sanctions stay.", ["sanctions"]),
        ("They stood up for human rights.", ["human_rights"]),
        ("The pandemic is over.", ["health_pandemic"]),
        ("They spoke of climate change.", ["climate_environment"]),
        ("Refugees crossed over.", ["migration_borders"]),
        ("Railways were a theme.", ["transport"]),
        ("A satellite is to be launched.", ["space"]),
        ("Scientific exchange grows.", ["science_technology"]),
        ("Ransomware was raised.", ["cyber_information"]),
        ("Theatres and universities cooperate.", ["education_culture_sport"]),
        ("Humanitarian aid reached Tarsk.", ["humanitarian_aid"]),
        ("The Customs Union was discussed.", ["regional_integration"]),
        ("They met at the United Nations.", ["international_organisations"]),
        ("They discussed the fight against corruption.", ["domestic_politics"]),
        ("He was re-elected.", ["elections"]),
        ("They marked the anniversary.", ["anniversary_memory"]),
        ("An earthquake struck Sund.", ["disaster_accident"]),
        ("Grain and fertilisers were named.", ["agriculture_food"]),
        ("The prisoners came home.", ["consular_prisoners"]),
        ("They agreed to stay in touch.", ["future_contacts"]),
        ("Tourism was discussed.", ["other"]),
    ],
)
def test_every_topic_is_known(text: str, topics: list[str]) -> None:
    """Each topic of the closed list is told by the words of its field."""
    assert topics_of(text) == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The Minister of Energy came.", []),
        ("The Defence Minister came with the Minister of Trade and Industry.", []),
        ("They spoke at a press conference and wished him good health.", []),
        ("They agreed on food security and energy security.", ["agriculture_food", "energy"]),
        ("Arvenian-Velmarkian cooperation in trade was discussed.", ["trade_economy"]),
        ("They discussed energy. Trade followed. Energy came back.", ["energy", "trade_economy"]),
        ("Friendship.", []),
        ("They discussed friendship.", ["bilateral_relations"]),
        ("They talked of trade, space and timber.", ["trade_economy", "space"]),
        ("They talked of space for compromise.", []),
        ("", []),
    ],
)
def test_words_in_their_places(text: str, topics: list[str]) -> None:
    """Offices and set phrases name no topic; loose words do where the sentence is one of talks; order is of mention."""
    assert topics_of(text) == topics


def test_the_title_stands_in_where_the_text_is_silent() -> None:
    """A text without topics takes those of its title, and the spans say so."""
    (share,) = find_topics("Talks on tariffs", "They met.", (Span(0, 9),))
    assert (share.topic, share.first.part) == (Topic.TRADE_ECONOMY, Part.TITLE)


def test_a_sentence_is_shared_evenly() -> None:
    """Of eight words, four go to a topic alone and two each to two topics in one sentence."""
    text = "They discussed tariffs first. Railways, vaccines came last."
    assert [share.share for share in find_topics("", text, find_sentences(text))] == [0.5, 0.25, 0.25]


@given(
    st.lists(st.sampled_from(["Trade grew.", "They met.", "Vaccines and railways came.", "War and aid."]), max_size=8)
)
@settings(max_examples=40)
def test_shares_are_parts_of_one_whole(sentences: list[str]) -> None:
    """Shares sum to at most one, each topic comes once, first mentions stand in order."""
    text = " ".join(sentences)
    shares = find_topics("", text, find_sentences(text))
    assert sum(share.share for share in shares) <= 1 + 1e-9
    assert len({share.topic for share in shares}) == len(shares)
    assert [share.first.start for share in shares] == sorted(share.first.start for share in shares)


def test_every_topic_has_words_with_a_source() -> None:
    """The table covers the closed list and says what it rests on."""
    assert load_topic_lexicon("communique.languages.english").source


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("They discussed the situation in Arvenia.", ["Arvenia"]),
        ("The Velmarkian crisis was raised.", ["Velmark"]),
        ("They spoke of the situation in Arvenia, Velmark and Tholia.", ["Arvenia", "Velmark", "Tholia"]),
        ("They condemned Velmark’s war against Arvenia.", ["Arvenia"]),
        ("The crisis in southern Velmark was raised; Velmarkian settlement followed.", ["southern Velmark"]),
        ("They stood up for Arvenia's sovereignty and territorial integrity.", ["Arvenia"]),
        ("Troops gather on the border with Tholia.", ["Tholia"]),
        ("They reaffirmed support for Arvenia since the invasion began.", ["Arvenia"]),
        ("They discussed the Korean Peninsula.", ["Korean Peninsula"]),
        ("A ferry crosses the border with Tholia.", []),
        ("They discussed the Velmarkian nuclear issue.", []),
        ("The President of Arvenia visited Velmark.", []),
        ("Trade between Arvenia and Velmark grew in the Middle East.", []),
        ("", []),
    ],
)
def test_places_of_conflict(text: str, places: list[str]) -> None:
    """A place is one of conflict beside a word that says so; who wages a war is not where it is waged."""
    assert conflicts_of(text) == places


def test_a_title_may_name_the_place() -> None:
    """A place that the title alone names is found there."""
    (conflict,) = find_conflicts("On the crisis in Tholia", "They met.", (Span(0, 9),), NAMES)
    assert (conflict.place, conflict.span.part) == ("Tholia", Part.TITLE)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They held constructive talks.", ["constructive"]),
        ("The talks were frank and businesslike.", ["frank", "businesslike"]),
        ("They praised long-term strategic partnership.", ["praised", "long-term strategic partnership"]),
        ("They signed a Treaty on Strategic Partnership.", []),
        ("The two fraternal peoples met.", ["fraternal"]),
        ("A warm evening followed the warm conversation.", ["warm"]),
        ("They expressed satisfaction with the state of relations.", ["satisfaction"]),
        ("They expressed satisfaction with the harvest.", []),
        ("They named good timber and good relations.", ["good"]),
        ("The Strategic Dialogue met.", []),
        ("A constructive bridge was built.", []),
        ("Warm relations, warm ties.", ["Warm"]),
        ("", []),
    ],
)
def test_words_of_tone(text: str, words: list[str]) -> None:
    """Words that judge talks or relations are found, each once; the same words on other things are not."""
    assert tone_of(text) == words


def test_quoted_praise_is_a_speakers() -> None:
    """A word inside a quotation is marked as spoken."""
    text = "Warm talks ended. “Our ties are strong.”"
    told = find_tone(text, find_sentences(text), (Span(18, len(text)),))
    assert [(word.span.of(text), word.spoken) for word in told] == [("Warm", False), ("strong", True)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They exchanged views on a broad range of timber issues.", ["exchange_of_views", "range_of_issues"]),
        ("They thanked the King of Velmark for the hospitality.", ["courtesies"]),
        ("They agreed to stay in touch.", ["continued_contacts"]),
        ("They counted ferries.", []),
    ],
)
def test_formulas(text: str, names: list[str]) -> None:
    """Stock phrases are found with the name of their family; other sentences have none."""
    assert [formula.name for formula in find_formulas(text, find_sentences(text))] == names
