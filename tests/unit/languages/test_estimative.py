"""Words that weaken, ground or colour a claim: found in their forms, passed over in other senses; fictional states."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ReferenceTableError
from communique.languages.estimative import (
    MarkerClass,
    find_absences,
    find_hedges,
    find_likelihoods,
    find_markers,
    find_norms,
    find_premises,
    is_estimative,
    load_estimative_table,
)
from communique.reasoning.estimative import Band

HEDGE, BOOSTER, LIKELIHOOD = MarkerClass.HEDGE, MarkerClass.BOOSTER, MarkerClass.LIKELIHOOD
UNBANDED, CONFIDENCE, MOTIVE = MarkerClass.UNBANDED, MarkerClass.CONFIDENCE, MarkerClass.MOTIVE
MOOD, BODY, CHARACTER = MarkerClass.MOOD, MarkerClass.BODY, MarkerClass.CHARACTER
RHETORIC, PREMISE, NORM = MarkerClass.RHETORIC, MarkerClass.PREMISE, MarkerClass.NORM
CAUSE, ABSENCE = MarkerClass.CAUSE, MarkerClass.ABSENCE

FOUND = [
    (HEDGE, "Vesk apparently knew of it.", "apparently"),
    (HEDGE, "We allow for the possibility that Korin was told.", "allow for the possibility"),
    (HEDGE, "It seems the ferry came late.", "It seems"),
    (HEDGE, "In our opinion the treaty is dead.", "In our opinion"),
    (HEDGE, "Selim reportedly flew home at night.", "reportedly"),
    (HEDGE, "It cannot be ruled out that she knew.", "cannot be ruled out"),
    (HEDGE, "One can assume that a price was named.", "One can assume"),
    (HEDGE, "They must have talked about gas.", "must have talked"),
    (HEDGE, "To all appearances the envoy was alone.", "To all appearances"),
    (BOOSTER, "Of course, nobody believed it.", "Of course"),
    (BOOSTER, "It is no coincidence.", "It is no coincidence"),
    (LIKELIHOOD, "A visit is very likely.", "very likely"),
    (LIKELIHOOD, "There is almost no chance of a treaty.", "almost no chance"),
    (LIKELIHOOD, "We see a 60 % chance of talks.", "60 % chance"),
    (UNBANDED, "It is possible that she will come.", "It is possible"),
    (CONFIDENCE, "We have high confidence in this judgement.", "We have high confidence"),
    (CONFIDENCE, "We are convinced of it.", "We are convinced"),
    (MOTIVE, "Vesk wants to look strong.", "wants"),
    (MOTIVE, "She pretended not to notice.", "pretended"),
    (MOTIVE, "They invited him in order to humiliate him.", "in order to humiliate"),
    (MOTIVE, "He wriggled out of an answer.", "wriggled out"),
    (MOTIVE, "The palace tried to save face.", "tried to"),
    (MOTIVE, "He was forced to apologise.", "was forced to"),
    (MOTIVE, "Fearing a scandal, she left.", "Fearing"),
    (MOTIVE, "The real reason was gas.", "real reason"),
    (MOTIVE, "It was a deliberate delay.", "deliberate"),
    (MOTIVE, "Selim could not refuse.", "could not refuse"),
    (MOOD, "Korin was visibly displeased.", "visibly displeased"),
    (MOOD, "The thanks sounded sincere.", "sounded sincere"),
    (MOOD, "He looked very unsure.", "looked very unsure"),
    (MOOD, "She did not care for the gift.", "did not care for"),
    (MOOD, "The talks had a frosty atmosphere.", "frosty atmosphere"),
    (BODY, "Selim kept his arms crossed.", "his arms"),
    (BODY, "She leaned back and smiled.", "leaned back"),
    (BODY, "The King looked tired.", "looked tired"),
    (BODY, "He fidgeted all the time.", "fidgeted"),
    (BODY, "Her gaze was fixed on the door.", "Her gaze"),
    (CHARACTER, "Tholia is the weak link.", "weak link"),
    (CHARACTER, "Selim behaves like a vassal.", "vassal"),
    (RHETORIC, "The communiqué is a fig leaf.", "fig leaf"),
    (RHETORIC, "In other words, nothing was agreed.", "In other words"),
    (RHETORIC, "He sat like a naughty schoolboy.", "like a naughty schoolboy"),
    (PREMISE, "Judging by the fact that he came, it was urgent.", "Judging by the fact that"),
    (PREMISE, "Therefore, the visit was staged.", "Therefore"),
    (PREMISE, "Since the Speaker was away, they met alone.", "Since"),
    (PREMISE, "He was late, so she left.", "so"),
    (NORM, "As per protocol the Speaker meets the guest.", "As per protocol"),
    (NORM, "Such calls are usually announced.", "usually"),
    (NORM, "The visit was too short.", "too short"),
    (NORM, "It was an unprecedented step.", "unprecedented"),
    (CAUSE, "The call led to the visit.", "led to"),
    (CAUSE, "He rang, after which she flew to Tarsk.", "after which"),
    (ABSENCE, "Vesk did not meet with the Speaker.", "did not meet"),
    (ABSENCE, "Korin never visited Merano Bay.", "never visited"),
    (ABSENCE, "The release does not mention gas.", "does not mention"),
    (ABSENCE, "He left without seeing the Speaker.", "without seeing"),
]


@pytest.mark.parametrize(("name", "text", "words"), FOUND, ids=[f"{name}: {words}" for name, _, words in FOUND])
def test_a_word_is_found_in_its_class(name: MarkerClass, text: str, words: str) -> None:
    """A word of a class is found where it stands, with the words that belong to it."""
    assert words in [marker.span.of(text) for marker in find_markers(text, "en", name)]


NOT_FOUND = [
    (HEDGE, "The talks were held in May."),
    (HEDGE, "Military might decides nothing."),
    (HEDGE, "Korin appeared before the assembly."),
    (HEDGE, "She assumed office in 2019."),
    (UNBANDED, "Come as soon as possible."),
    (LIKELIHOOD, "They visited remote villages."),
    (CONFIDENCE, "The cabinet lost a vote of confidence."),
    (MOTIVE, "Two ministers flew in, in order to sign the treaty."),
    (MOTIVE, "A memorandum of intent was signed."),
    (MOTIVE, "The sides agreed on the avoidance of double taxation."),
    (MOTIVE, "The entry into force of the treaty was noted."),
    (MOTIVE, "They reaffirmed their desire to strengthen ties."),
    (MOOD, "He sent his sincere condolences."),
    (MOOD, "Please feel free to write."),
    (MOOD, "The era of the Cold War is over."),
    (MOOD, "Humanitarian relief was sent."),
    (BODY, "The clerk hands over documents."),
    (BODY, "On the one hand, trade grew."),
    (BODY, "An older agreement stays in force."),
    (BODY, "They met face to face."),
    (BODY, "The presidents shook hands."),
    (BODY, "Arms control was on the agenda."),
    (CHARACTER, "A communications satellite was launched."),
    (RHETORIC, "They saw a play at the drama theatre."),
    (PREMISE, "Since 2015 trade has grown."),
    (PREMISE, "So far nothing is known."),
    (NORM, "Rare earths were discussed."),
    (NORM, "The ambassador extraordinary handed in his letters."),
    (CAUSE, "The armed forces took part."),
    (ABSENCE, "We do not see a reason for this."),
]


@pytest.mark.parametrize(("name", "text"), NOT_FOUND, ids=[text for _, text in NOT_FOUND])
def test_another_sense_is_passed_over(name: MarkerClass, text: str) -> None:
    """What looks like a word of the class and means something else is not found."""
    assert [marker.span.of(text) for marker in find_markers(text, "en", name)] == []


OTHER_LANGUAGES = [
    ("ru", HEDGE, "Скорее всего, Веск об этом знал.", "Скорее всего"),
    ("ru", MOTIVE, "Дворец пытался скрыть причину визита.", "пытался"),
    ("ru", MOOD, "Гость был явно недоволен приёмом.", "недоволен"),
    ("ru", BODY, "Селим скрестил руки и молчал.", "скрестил руки"),
    ("ru", PREMISE, "Судя по тому, что она приехала, дело было срочное.", "Судя по тому, что"),
    ("ru", NORM, "Это беспрецедентный шаг.", "беспрецедентный"),
    ("ru", ABSENCE, "Веск не встретился с председателем.", "не встретился"),
    ("ru", CONFIDENCE, "Мы уверены в этом выводе.", "Мы уверены"),
    ("kk", HEDGE, "Бәлкім, Веск бұл туралы білген шығар.", "Бәлкім"),
    ("kk", MOTIVE, "Сарай себебін жасыруға тырысты.", "жасыруға"),
    ("kk", PREMISE, "Демек, сапар кездейсоқ емес.", "Демек"),
]


@pytest.mark.parametrize(("language", "name", "text", "words"), OTHER_LANGUAGES)
def test_other_languages_have_such_words(language: str, name: MarkerClass, text: str, words: str) -> None:
    """Russian and Kazakh words are found as English ones are."""
    assert words in [marker.span.of(text) for marker in find_markers(text, language, name)]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_class_has_words_in_every_language(language: str) -> None:
    """No list is forgotten, and each names its source."""
    table = load_estimative_table(language)
    assert {name.value for name in MarkerClass} <= table.keys()
    assert table["source"]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_bands_are_those_of_the_directive(language: str) -> None:
    """Terms of likelihood bear the seven words of ICD 203, or a number."""
    shades = {entry["shade"] for entry in load_estimative_table(language)["likelihood"]}
    assert shades - {"number"} == {band.value for band in Band}


def test_the_longest_term_of_likelihood_wins() -> None:
    """The words "very unlikely" are one term, neither "unlikely" nor "likely"."""
    assert [marker.shade for marker in find_likelihoods("A treaty is very unlikely.", "en")] == ["very unlikely"]


def test_a_hedge_tells_how_far_it_weakens() -> None:
    """What only allows for a possibility weakens more than "probably", and that more than nothing."""
    strengths = {
        words: find_hedges(f"{words} she came.", "en")[0].strength
        for words in ("Probably", "Possibly", "We allow for the possibility that")
    }
    assert 0 < strengths["Probably"] < strengths["Possibly"] < strengths["We allow for the possibility that"] <= 1


def test_a_premise_is_a_ground_or_a_conclusion() -> None:
    """Words before a ground and words before a conclusion are told apart."""
    text = "Given that he came, it was urgent. Therefore she stayed."
    assert [marker.shade for marker in find_premises(text, "en")] == ["ground", "conclusion"]


def test_a_norm_is_a_rule_usual_or_odd() -> None:
    """A rule, a habit and an oddity are told apart."""
    text = "Protocol requires it. It is usually done. It was unusual."
    assert [marker.shade for marker in find_norms(text, "en")] == ["rule", "usual", "odd"]


def test_absence_from_a_text_is_told_from_absence_of_an_act() -> None:
    """That a text does not say a thing can be looked up; that nobody met cannot."""
    text = "The release does not mention gas. He did not meet the Speaker."
    assert [marker.shade for marker in find_absences(text, "en")] == ["text", "event"]


def test_hard_blanks_and_curly_apostrophes_are_read() -> None:
    """Blanks that do not break and both apostrophes make no difference."""
    text = "It\xa0looks\xa0like he didn’t want it."
    assert [marker.span.of(text) for marker in find_markers(text, "en", HEDGE, MOTIVE)] == [
        "It\xa0looks\xa0like",
        "didn’t want",
    ]


def test_a_language_without_a_list_is_refused() -> None:
    """A language without words is refused by name, and known beforehand."""
    assert not is_estimative("fr")
    with pytest.raises(ReferenceTableError, match="got fr"):
        find_markers("Il semble", "fr")


@given(
    st.lists(st.sampled_from([*"abc .,;\n«»“”’", "probably ", "May ", "he wants ", "of course ", "so "]), max_size=30)
)
def test_markers_lie_in_the_text_in_order_and_apart(pieces: list[str]) -> None:
    """Whatever the text, spans lie in it, in order, and none of one class overlap."""
    text = "".join(pieces)
    for name in MarkerClass:
        spans = [marker.span for marker in find_markers(text, "en", name)]
        assert all(span.of(text).strip() for span in spans)
        assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
