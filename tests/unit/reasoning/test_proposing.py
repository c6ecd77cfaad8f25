"""Which explanations an episode's accounts give cause to look at."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from communique.dossiers.opened import Filed, OpenDossier
from communique.languages.explanations import find_causes
from communique.model import Account, Dossier, Filing, Role
from communique.reasoning.proposing import find_parts, find_proposals, propose_hypotheses
from unit.fictional import account_of

MET = "Ilmar Vesk met with Prime Minister of Velmark Adela Korin at the Linden Palace in Tarsk. "
TITLE = "Meeting with Prime Minister of Velmark Adela Korin"
LONG_BEFORE = datetime(2021, 3, 2, 12, 0)  # noqa: DTZ001 - wall time as issuers print it
DAY_BEFORE = datetime(2021, 6, 15, 12, 0)  # noqa: DTZ001 - likewise


def open_dossier(*accounts: tuple[Account, Role]) -> OpenDossier:
    """Open a dossier of one day in June with these accounts."""
    filings = tuple(Filing(source=f"{n}.html", role=role) for n, (_, role) in enumerate(accounts))
    return OpenDossier(
        dossier=Dossier(
            title="A visit to Tarsk",
            first=date(2021, 6, 15),
            last=date(2021, 6, 16),
            sides=("XA", "XV"),
            filings=filings,
        ),
        filed=tuple(
            Filed(filing=filing, account=account) for filing, (account, _) in zip(filings, accounts, strict=True)
        ),
    )


@pytest.mark.parametrize(
    ("sentence", "proposed"),
    [
        ("They discussed trade.", set()),
        ("Adela Korin came to speak at the Harbour Forum.", {"stated_programme"}),
        ("The talks took place on the sidelines of the Harbour Forum.", {"combined_trip"}),
        ("They spoke of the state of emergency in Merano Bay.", {"crisis"}),
        ("They marked the 30th anniversary of relations.", {"calendar"}),
        ("Adela Korin conveyed a message from King Osmund IV.", {"envoy"}),
        ("The meeting was held at the request of Adela Korin.", {"guest_asked", "host_asked"}),
        ("The parties signed an agreement on ferry traffic.", {"announcement"}),
    ],
)
def test_words_give_cause(sentence: str, proposed: set[str]) -> None:
    """The dull explanation is always proposed, each other where some words give cause, with those words."""
    proposals = find_proposals(open_dossier((account_of(MET + sentence, TITLE), Role.EVENT)))
    assert proposals[0].hypothesis.dull
    assert {proposal.hypothesis.code for proposal in proposals[1:]} == proposed
    assert all(cause.words in MET + sentence for proposal in proposals for cause in proposal.causes)


def test_an_invitation_of_long_before_gives_cause() -> None:
    """An invitation weeks before the episode proposes that it was taken up; one of the day before does not."""
    words = "Ilmar Vesk invited Adela Korin to visit Arvenia. "
    met = account_of(MET, TITLE), Role.EVENT
    early, late = (
        open_dossier((account_of(MET + words, TITLE, issued=issued), Role.INVITATION), met)
        for issued in (LONG_BEFORE, DAY_BEFORE)
    )
    assert [hypothesis.code for hypothesis in propose_hypotheses(early)] == ["routine", "standing_invitation"]
    assert [hypothesis.code for hypothesis in propose_hypotheses(late)] == ["routine"]


def test_what_is_not_of_the_episode_gives_no_cause() -> None:
    """A public event of the same days that is not of the episode proposes nothing."""
    account = account_of(MET + "They spoke of the state of emergency in Merano Bay.", TITLE)
    assert [hypothesis.code for hypothesis in propose_hypotheses(open_dossier((account, Role.PARALLEL)))] == ["routine"]


def test_parts_follow_from_the_place() -> None:
    """Who hosts is the side in whose country they met; a call has neither guest nor host."""
    assert find_parts(open_dossier((account_of(MET, TITLE), Role.EVENT))) == ("Velmark", "Arvenia")
    call = "Ilmar Vesk spoke by telephone with Prime Minister of Velmark Adela Korin."
    assert find_parts(open_dossier((account_of(call, "Telephone conversation"), Role.EVENT))) == ("", "")


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Он выступит с лекцией и примет участие в форуме.", "ru", {"stated_programme": "выступит с лекцией"}),
        ("Введён режим чрезвычайного положения.", "ru", {"crisis": "чрезвычайного положения"}),
        ("Төтенше жағдай жарияланды.", "kk", {"crisis": "Төтенше жағдай"}),
        ("He gave a thoughtful answer.", "en", {}),
        ("Der Notstand wurde ausgerufen.", "de", {}),
    ],
)
def test_causes_are_found_in_every_language_read(text: str, language: str, found: dict[str, str]) -> None:
    """Inflected forms are found; a language without a table gives none."""
    assert {code: span.of(text) for code, span in find_causes(text, language)} == found
