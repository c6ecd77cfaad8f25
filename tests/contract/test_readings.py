"""What holds for every reading of the catalogue, whatever account it is given."""

from __future__ import annotations

import ast
import inspect
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Account, Finding, Grade, Kind, Rate
from communique.precedent import NO_PRECEDENT, Feature
from communique.readings import FEATURES, READINGS, Reading, mark_features, run_readings
from communique.readings.port import mark_of
from unit.readings.accounts import FixedPrecedent, bare_account, full_guest_account, full_host_account
from unit.readings.strategies import accounts, rates

FORBIDDEN = re.compile(
    r"\b(?:"
    # motive
    r"motiv\w*|intent\w*|intend\w*|deliberate\w*|purposely|conceal\w*|hid(?:e|es|den|ing)|disguis\w*|mask\w*"
    r"|cover(?:s|ed|ing)? up|avoid\w*|evad\w*|evasi\w*|signal\w*|hint\w*|in order to|tr(?:y|ies|ied) to|want(?:s|ed)?"
    # mood and sincerity
    r"|mood|anger|angry|displeas\w*|irritat\w*|cold(?:ly|ness)?|cool(?:ly|ness)?|warm(?:ly|th)?|tense|tension"
    r"|nervous\w*|confiden\w*|reluctan\w*|eager\w*|sincer\w*|genuine\w*|irony|ironic\w*|mock\w*|sarcas\w*"
    # standing
    r"|status|rank\w*|dignity|humiliat\w*|snub\w*|slight\w*|insult\w*|inferior\w*|superior\w*|dominan\w*|dominat\w*"
    r"|submi\w*|subordinat\w*|weak\w*|strong\w*|pressur\w*|pressed|summon\w*|vassal|patron"
    # health and character
    r"|health\w*|ill|sick|aged|frail\w*|tired|arrogan\w*|vain"
    r")\b",
    re.IGNORECASE,
)

QUOTED = re.compile(r"“[^”]*”")


def code_of(reading: Reading) -> str:
    """Give the reading's code, as pytest names the case."""
    return reading.code


every_reading = pytest.mark.parametrize("reading", READINGS, ids=code_of)


class KeepingPrecedent(FixedPrecedent):
    """A precedent that insists on being asked only what the account can answer."""

    def rate(self, feature: str, account: Account, *, present: bool = True) -> Rate | None:
        """Refuse a question about a feature that the account is no exposure of, or that it answers otherwise."""
        assert (feature, present) in {(mark.code, mark.present) for mark in mark_features(account)}
        return FixedPrecedent.rate(self, feature, account, present=present)


def sentences_of(finding: Finding) -> tuple[str, ...]:
    """Give what a finding says in our own words: statement, plain explanation, mirror, without quotations."""
    return tuple(QUOTED.sub("", words) for words in (finding.statement, finding.plain, finding.mirror or ""))


def forbidden_in(finding: Finding) -> tuple[str, ...]:
    """Give the words of a finding that speak of motive, mood, standing or character."""
    return tuple(found.group() for words in sentences_of(finding) for found in FORBIDDEN.finditer(words))


@every_reading
def test_findings_and_marks_bear_the_code_of_their_reading(reading: Reading) -> None:
    """A finding's code is its reading's and a tail, and a mark is of a feature that the reading lists."""
    findings = tuple(reading.read(full_host_account(), NO_PRECEDENT, ()))
    marks = reading.mark_features(full_host_account())
    assert findings or not reading.features
    assert all(re.fullmatch(rf"{reading.code}\.[a-z_]+", finding.code) for finding in findings)
    assert {mark.code for mark in marks} <= {feature.code for feature in reading.features}


@every_reading
def test_an_empty_account_is_read_without_a_finding_that_needs_words(reading: Reading) -> None:
    """Where extraction found nothing, a reading reports absences only."""
    for kind in Kind:
        assert all(finding.absent for finding in reading.read(bare_account(kind), NO_PRECEDENT, ()))


@every_reading
def test_a_title_alone_is_read(reading: Reading) -> None:
    """A release that consists of its title is read like any other."""
    assert all(finding.absent for finding in reading.read(bare_account(Kind.CALL, text=""), NO_PRECEDENT, ()))


@every_reading
def test_plain_words_differ_from_the_statement_and_end_as_sentences(reading: Reading) -> None:
    """The plain explanation is a sentence of its own, not the statement again."""
    for finding in reading.read(full_host_account(), NO_PRECEDENT, ()):
        assert finding.plain != finding.statement
        assert finding.plain.endswith(".")


@every_reading
def test_the_mirror_stands_only_beside_another_account(reading: Reading) -> None:
    """Every finding says what the other text has where one is at hand, and says nothing where none is."""
    alone = reading.read(full_host_account(), NO_PRECEDENT, ())
    beside = reading.read(full_host_account(), NO_PRECEDENT, (full_guest_account(),))
    assert all(finding.mirror is None for finding in alone)
    assert all(finding.mirror and finding.mirror.startswith("Velmark's text ") for finding in beside)


@every_reading
def test_a_reading_imports_no_language(reading: Reading) -> None:
    """A reading knows no language and no parser: it reads the account alone."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(reading.read) or pytest.fail("no module")))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    ours = {"communique.model", "communique.precedent", "communique.readings.port"}
    assert {module for module in modules if module.startswith("communique")} <= ours


@given(account=accounts(), other=accounts(), rate=st.none() | rates())
@settings(max_examples=150)
def test_every_finding_is_fit_to_print(account: Account, other: Account, rate: Rate | None) -> None:
    """Spans lie in the release, grades follow from rates, and no word of ours speaks of motive, mood or standing."""
    precedent = KeepingPrecedent() if rate is None else KeepingPrecedent(rate.seen, rate.among, rate.low, rate.high)
    for finding in run_readings(account, precedent, (other,)):
        assert all(account.release.words(span) for span in finding.spans)
        assert (finding.grade in {Grade.RARE, Grade.HABIT}) <= (finding.rate is not None)
        assert finding.rate is None or rate is not None
        assert forbidden_in(finding) == ()


@given(account=accounts(), other=accounts())
@settings(max_examples=50)
def test_the_same_account_gives_the_same_findings(account: Account, other: Account) -> None:
    """Reading twice gives the same findings in the same order."""
    assert run_readings(account, NO_PRECEDENT, (other,)) == run_readings(account, NO_PRECEDENT, (other,))


@given(account=accounts(), other=accounts())
@settings(max_examples=50)
def test_without_precedent_nothing_is_rare_or_habit(account: Account, other: Account) -> None:
    """A reader without a corpus gets what is observed and what differs, and no rate."""
    findings = run_readings(account, NO_PRECEDENT, (other,))
    assert {finding.grade for finding in findings} <= {Grade.OBSERVED, Grade.DIFFERS}
    assert all(finding.rate is None for finding in findings)


@pytest.mark.parametrize("feature", FEATURES.values(), ids=lambda feature: feature.code)
def test_a_feature_has_a_noun_and_a_meaning_fit_to_print(feature: Feature) -> None:
    """The noun follows "missing:" inside a sentence, and neither it nor the meaning speaks of motive or standing."""
    for words in (feature.noun, feature.meaning):
        assert words
        assert words == words.strip(" .")
        assert FORBIDDEN.findall(QUOTED.sub("", words)) == []


@given(account=accounts())
@settings(max_examples=50)
def test_what_is_there_has_its_words(account: Account) -> None:
    """Every mark of something present gives words of the release, in the order of the text; an absence gives none."""
    for mark in mark_features(account):
        assert mark.present is bool(mark.spans)
        assert all(account.release.words(span) for span in mark.spans)
        assert mark.spans == mark_of(mark.code, mark.spans).spans
        assert mark.code in FEATURES


@given(account=accounts())
@settings(max_examples=50)
def test_each_feature_is_marked_once(account: Account) -> None:
    """A tally counts an account once for each feature."""
    codes = [mark.code for mark in mark_features(account)]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    "words",
    ["The guest hides the venue", "a cold reception", "This shows low status", "He was summoned", "A signal to others"],
)
def test_a_forbidden_word_would_be_seen(words: str) -> None:
    """The list of words that a finding may not use finds them where they stand."""
    assert FORBIDDEN.search(words)


def test_quoted_words_are_not_ours() -> None:
    """A word that the text itself uses, between quotation marks, is no word of a finding's own."""
    told = Finding(
        code="x.y", grade=Grade.OBSERVED, statement="Left open: “a cold day”", plain="A plain reason.", absent=True
    )
    assert forbidden_in(told) == ()
