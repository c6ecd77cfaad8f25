"""Edits made by hand on texts about the fictional states of Arvenia and Velmark, for tests of reports on versions."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from communique.model import Change, Edit, EditClass, EditKind, Release, Span
from communique.reports.versions.report import VersionsReport

TITLE = "Telephone conversation with the Prime Minister of Velmark"
ADDRESS = "https://president.arvenia.example/news/17"
OPENING = "Ilmar Vesk, President of Arvenia, spoke by telephone with Adela Korin, Prime Minister of Velmark."
THANKS = "The Prime Minister thanked President Vesk for the hospitality shown in Tarsk."
STAY = "The leaders agreed to stay in touch."
PROJECTS = "The sides noted that 17 joint projects are under way, and that grain  transit resumed on 4 May."
PROJECTS_AFTER = "The sides noted that 71 joint projects are under way, and that grain transit resumed on 6 May."
MINISTER = "Foreign Minister Oleg Tarn took part in the conversation."
STRAIT = "Ilmar Vesk called the closure of the strait unacceptable and demanded that it be lifted at once."
STRAIT_AFTER = "Ilmar Vesk called the closure of the strait regrettable and asked that it be lifted at once."
FERRY = "An agreement on ferry traffic will be signed in June."

BEFORE = "\n\n".join((OPENING, f"{PROJECTS} {MINISTER} {STRAIT}", THANKS, f"{FERRY} {STAY}"))
AFTER = "\n\n".join((OPENING, f"{PROJECTS_AFTER} {STRAIT_AFTER}", STAY, THANKS))


def make_version(
    text: str, hour: int = 16, *, title: str = TITLE, address: str = ADDRESS, language: str = "en"
) -> Release:
    """Make one version of a fictional release, captured at an hour of one day."""
    return Release(
        address=address,
        issuer="xa-president",
        language=language,
        title=title,
        text=text,
        issued=datetime(2021, 6, 16, 15, 30),  # noqa: DTZ001 - wall time as issuers print it
        captured=datetime(2021, 6, 16, hour, 5, tzinfo=UTC),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        identifier="xa-president:17",
    )


def find(text: str, words: str) -> Span:
    """Give where words stand in a text for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_change(  # noqa: PLR0913 - a change has these parts
    *kinds: EditKind,
    before: str = "",
    after: str = "",
    within: tuple[str, str] = ("", ""),
    told: str = "words changed",
    moved: bool = False,
    texts: tuple[str, str] = (BEFORE, AFTER),
) -> Change:
    """Make a change of words in the sentences that they stand in."""
    first, second = texts
    return Change(
        kinds=kinds,
        told=told,
        before=_inside(first, before, within[0]),
        after=_inside(second, after, within[1]),
        sentence_before=find(first, within[0]) if within[0] else None,
        sentence_after=find(second, within[1]) if within[1] else None,
        moved=moved,
    )


def make_edit(
    *changes: Change, grade: EditClass = EditClass.SUBSTANTIVE, before: str = BEFORE, after: str = AFTER
) -> Edit:
    """Make the edit of a text at one address."""
    return Edit(before=make_version(before, 16), after=make_version(after, 19), grade=grade, changes=changes)


def whole_edit() -> Edit:
    """Make the edit from the first to the second text, with a change of every reach."""
    projects, strait = (PROJECTS, PROJECTS_AFTER), (STRAIT, STRAIT_AFTER)
    return make_edit(
        make_change(EditKind.FIGURE_CHANGED, before="17", after="71", within=projects, told="“17” became “71”"),
        make_change(
            EditKind.MARKUP_SPACING,
            before="grain  transit",
            after="grain transit",
            within=projects,
            told="two spaces became one",
        ),
        make_change(
            EditKind.DATE_CHANGED, before="4 May", after="6 May", within=projects, told="“4 May” became “6 May”"
        ),
        make_change(
            EditKind.PARTICIPANT_REMOVED,
            EditKind.SENTENCE_REMOVED,
            before=MINISTER,
            within=(MINISTER, ""),
            told="Oleg Tarn is named no more",
        ),
        make_change(EditKind.POSITION_SOFTENED, before="unacceptable", after="regrettable", within=strait),
        make_change(EditKind.POSITION_SOFTENED, before="demanded", after="asked", within=strait),
        make_change(EditKind.SENTENCE_REMOVED, before=FERRY, within=(FERRY, ""), told="a sentence went"),
        make_change(before=STAY, after=STAY, within=(STAY, STAY), told="the sentence stands earlier", moved=True),
    )


def spacing_edit() -> Edit:
    """Make an edit that changes a space alone."""
    after = BEFORE.replace("grain  transit", "grain transit")
    within = (PROJECTS, PROJECTS.replace("  ", " "))
    change = make_change(
        EditKind.MARKUP_SPACING, before="grain  transit", after="grain transit", within=within, texts=(BEFORE, after)
    )
    return make_edit(change, grade=EditClass.COSMETIC, after=after)


def foreign_edit(*, address: str = "https://press.velmark.example/9", language: str = "en") -> Edit:
    """Make what comparing two texts gives that have nothing in common."""
    other = make_version(
        "Grain prices fell again last week, the ministry of farming said.", 19, address=address, language=language
    )
    change = make_change(EditKind.SENTENCE_REMOVED, before=OPENING, within=(OPENING, ""))
    return Edit(before=make_version(BEFORE), after=other, grade=EditClass.SUBSTANTIVE, changes=(change,))


def report_of(*edits: Edit) -> VersionsReport:
    """Report on some edits of one text."""
    versions = (edits[0].before, *(edit.after for edit in edits))
    return VersionsReport(versions=versions, edits=edits, office="President of Arvenia", software="communique 0")


def _inside(text: str, words: str, sentence: str) -> Span | None:
    if not words:
        return None
    start = text.index(sentence) if sentence else 0
    found = text.index(words, start)
    return Span(found, found + len(words))
