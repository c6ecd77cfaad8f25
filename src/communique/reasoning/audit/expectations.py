"""What an essay finds missing, looked for in headline, opening and whole text of every source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.languages.commentary import Cue, find_cues
from communique.model import Account, Bearing, ClaimStatus, Part, Witness
from communique.reasoning.audit.findings import Verdict, dated, opening_of, witness
from communique.reasoning.audit.inquiry import Inquiry
from communique.reasoning.audit.record import Answer, Passage, content_of
from communique.reasoning.audit.texts import find_texts_meant

THERE = 0.5
"""How much of a matter's telling words a passage must hold to speak of it, in words and sense together (0 to 1)."""

FEW, ALL_OF_FEW = 3, 0.8
"""Of a matter of few words nearly all must stand there."""

WORDS = 0.34
"""How much of them it must hold in words alone."""

_POINTING = re.compile(
    r"^(?:(?:of|about|on|to|in|with|by|a|the|word|this|that|single) )*"
    r"(?:it|this|that|them|these|those|him|her)\b\W*(?:promise|matter|point|subject|so much)?",
    re.IGNORECASE,
)
_FRAMING = re.compile(
    r"^(?:(?:and|but|so|as for|on|about|of|the word|the name of|the name|word|in|to|yet|the name of)\s+)+",
    re.IGNORECASE,
)
_LET_PASS = re.compile(
    r"\blet(?:ting|s)? (?:the (?:name of |word |name ))?(?P<matter>[^.;,]{2,60}?) (?:slip|pass|fall|cross|escape)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\b(?:slip|fall|escape|pass|cross)?(?: (?:through|past))?(?: (?:his|her|their) lips)?\b"
    r"(?: in connection with .*)?$",
    re.IGNORECASE,
)
SAYING = frozenset({"say", "said", "be", "=say", "utter"})
_DENIED = re.compile(r"^not (?P<matter>the .*?)(?: (?:that|which))?$", re.IGNORECASE)
_FOREIGN = re.compile(r"\b(?:that|which|who|where)\b.*", re.DOTALL)


def check_missing(inquiry: Inquiry) -> Verdict:
    """
    Check a claim that something is left out, by degrees: absent from the headline, the opening, the whole text.

    What stands in a source's whole text was not left out of that source, wherever the reader looked for it. Where the
    claim is on the text of one side, only that text counts; that the other side's has it stands beside.
    """
    matter = matter_of(inquiry)
    meant, speaker = find_texts_meant(inquiry), _speaker(inquiry)
    everywhere = _spoken_of(inquiry, matter, speaker)
    found = [one for one in everywhere if not meant or one.passage.account in meant]
    if found:
        statement = f"{_degree(found[0].passage)} {dated(found[0].passage.account)} speaks of it."
        return Verdict(
            status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=_witnesses(found, Bearing.AGAINST)
        )
    return _nowhere(inquiry, matter, meant, everywhere)


def _spoken_of(inquiry: Inquiry, matter: str, speaker: str) -> list[Answer]:
    """Give the passages that speak of a matter: its telling words, most of them, stand there."""
    answers = inquiry.record.answers(
        matter, inquiry.language, where=lambda passage: _said_by(passage, speaker), most=12
    )
    asked = content_of(matter, inquiry.language)
    least = ALL_OF_FEW if len(asked) <= FEW else WORDS
    return [one for one in answers if one.shared >= least and (one.likeness >= THERE or least == ALL_OF_FEW)]


def check_ignorance(inquiry: Inquiry) -> Verdict | None:
    """Check a claim that cause or purpose is not known: the sources may state it. None where no reason is asked."""
    if not inquiry.has(Cue.REASON):
        return None
    stated = tuple(_purposes(inquiry.record.passages))
    if not stated:
        return Verdict(status=ClaimStatus.NOT_FOUND, statement="No source at hand states a purpose either.")
    named = " and ".join(dict.fromkeys(dated(passage.account) for passage in stated[:2]))
    return Verdict(
        status=ClaimStatus.CONTRADICTED,
        statement=f"A reason is stated by {named}.",
        witnesses=tuple(witness(p.account, p.span, Bearing.AGAINST, _by(p)) for p in stated[:4]),
    )


def matter_of(inquiry: Inquiry) -> str:
    """Give what is said to be missing: the words behind the cue, without who passes over it."""
    let_pass = _LET_PASS.search(inquiry.words)
    if let_pass is not None:
        return let_pass["matter"]
    found = inquiry.cues(Cue.EXPECTED)
    words = inquiry.words
    for cue in found[:1]:
        inside = _DENIED.search(words[cue.start : cue.end])
        if inside:
            return inside["matter"]
        behind, before = words[cue.end :].strip(" ,:;"), words[: cue.start].strip(" ,:;")
        told = [part for part in (behind, before) if _names_matter(part, inquiry.language)]
        words = told[0] if told else inquiry.previous or words
    short = _TRAILING.sub("", _FRAMING.sub("", _FOREIGN.sub("", words).strip()).split(", ")[0]).strip()
    return short if content_of(short, inquiry.language) else words


def _names_matter(words: str, language: str) -> bool:
    """Tell whether words say what is missing, more than that nothing is said of "it"."""
    return bool(content_of(words, language) - SAYING) and _POINTING.match(words) is None


def _speaker(inquiry: Inquiry) -> str:
    """Give whom the omission is laid to, where it is one of those who speak in the sources."""
    found = inquiry.cues(Cue.EXPECTED)
    start = inquiry.raw.find(inquiry.words[found[0].start : found[0].end]) if found else -1
    named = [w for w in inquiry.people if not w.implied and w.span.end - inquiry.claim.span.start <= start]
    spoken = {p.speaker.identity or p.speaker.name for p in inquiry.record.passages if p.speaker}
    return next((who.key for who in reversed(named) if who.key in spoken), "")


def _said_by(passage: Passage, speaker: str) -> bool:
    return not speaker or (passage.speaker is not None and speaker in {passage.speaker.identity, passage.speaker.name})


def _degree(passage: Passage) -> str:
    if passage.span.part is Part.TITLE:
        return "In its headline,"
    first = next((span for span in passage.account.sentences if span.part is Part.TEXT), None)
    return "In its opening," if passage.span == first else "Not in headline or opening, but in its text,"


def _nowhere(inquiry: Inquiry, matter: str, meant: tuple[Account, ...], others: list[Answer]) -> Verdict:
    """Say that it is in none of the texts meant; borne out only where these are themselves at hand."""
    searched = meant or inquiry.record.accounts
    statement = f"Absent from headline, opening and whole text of {len(searched)} sources: {matter}."
    beside = _witnesses(others, Bearing.BESIDE)
    if not meant:
        return Verdict(status=ClaimStatus.NOT_FOUND, statement=statement, witnesses=beside)
    whole = tuple(witness(account, opening_of(account), Bearing.FOR, "searched whole") for account in meant[:2])
    return Verdict(status=ClaimStatus.CONFIRMED, statement=statement, witnesses=(*whole, *beside))


def _purposes(passages: Iterable[Passage]) -> Iterable[Passage]:
    """Yield the passages that state what a contact is for."""
    for passage in passages:
        if next(find_cues(passage.words, Cue.PURPOSE, passage.account.release.language), None) is not None:
            yield passage


def _by(passage: Passage) -> str:
    return f"stated by {passage.speaker.label}" if passage.speaker else "stated by the release"


def _witnesses(answers: Iterable[Answer], bearing: Bearing) -> tuple[Witness, ...]:
    return tuple(witness(a.passage.account, a.passage.span, bearing, _by(a.passage)) for a in list(answers)[:3])
