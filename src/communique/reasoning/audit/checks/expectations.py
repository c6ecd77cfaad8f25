"""What an essay finds missing, looked for in headline, opening and whole text of every source."""

from __future__ import annotations

from collections.abc import Iterable

from communique.languages.commentary import Construction, Cue, find_cues, has_cue, pattern_of
from communique.model import Account, Bearing, ClaimStatus, Part, Witness
from communique.reasoning.audit.decisions import Decision, dated, opening_of, witness
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.reading.texts import find_texts_meant, owns_text
from communique.reasoning.audit.record import Answer, SourceSentence, content_of

THERE = 0.5
"""How much of a matter's telling words a passage must hold to speak of it, in words and sense together (0 to 1)."""

FEW, ALL_OF_FEW = 3, 0.8
"""Of a matter of few words nearly all must stand there."""

WORDS = 0.34
"""How much of them it must hold in words alone."""


def check_missing(inquiry: Inquiry) -> Decision:
    """
    Check a claim that something is left out, by degrees: absent from the headline, the opening, the whole text.

    What stands in a source's whole text was not left out of that source, wherever the reader looked for it. Where the
    claim is on the text of one side, only that text counts; that the other side's has it stands beside.
    """
    matter = matter_of(inquiry)
    meant, speaker = find_texts_meant(inquiry), _speaker(inquiry)
    everywhere = _spoken_of(inquiry, matter, speaker)
    found = [one for one in everywhere if not meant or one.sentence.account in meant]
    if found:
        statement = f"{_degree(found[0].sentence)} {dated(found[0].sentence.account)} speaks of it."
        return Decision(
            status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=_witnesses(found, Bearing.AGAINST)
        )
    return _nowhere(inquiry, matter, meant, everywhere)


def _spoken_of(inquiry: Inquiry, matter: str, speaker: str) -> list[Answer]:
    """Give the passages that speak of a matter: its telling words, most of them, stand there."""
    answers = inquiry.record.answers(
        matter, inquiry.language, where=lambda sentence: _said_by(sentence, speaker), most=12
    )
    asked = content_of(matter, inquiry.language)
    least = ALL_OF_FEW if len(asked) <= FEW else WORDS
    return [one for one in answers if one.shared >= least and (one.likeness >= THERE or least == ALL_OF_FEW)]


def check_ignorance(inquiry: Inquiry) -> Decision | None:
    """Check a claim that cause or purpose is not known: the sources may state it. None where no reason is asked."""
    if not inquiry.has(Cue.REASON):
        return None
    stated = tuple(_purposes(inquiry.record.sentences))
    if not stated:
        return Decision(status=ClaimStatus.NOT_FOUND, statement="No source at hand states a purpose either.")
    named = " and ".join(dict.fromkeys(dated(sentence.account) for sentence in stated[:2]))
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"A reason is stated by {named}.",
        witnesses=tuple(witness(p.account, p.span, Bearing.AGAINST, _by(p)) for p in stated[:4]),
    )


def matter_of(inquiry: Inquiry) -> str:
    """Give what is said to be missing: the words behind the cue, without who passes over it."""
    language = inquiry.language
    let_pass = pattern_of(Construction.LET_SLIP, language).search(inquiry.words)
    if let_pass is not None:
        return let_pass["matter"]
    found = inquiry.cues(Cue.EXPECTED)
    words = inquiry.words
    for cue in found[:1]:
        inside = pattern_of(Construction.NOT_THE_MATTER, language).search(words[cue.start : cue.end])
        if inside:
            return inside["matter"]
        behind, before = words[cue.end :].strip(" ,:;"), words[: cue.start].strip(" ,:;")
        if _passed_over(words[cue.start : cue.end], language) and _names_matter(before, language):
            behind = ""  # it tells where the matter is missing
        if _points_back(behind, language) and has_cue(before, Cue.READING, language=language):
            before = ""  # it names the text, not the matter
        told = [part for part in (behind, before) if _names_matter(part, language)]
        words = told[0] if told else _without_saying(inquiry.previous, language) or words
    short = (
        pattern_of(Construction.FRAMING, language)
        .sub("", pattern_of(Construction.RELATIVE, language).sub("", words).strip())
        .split(", ")[0]
    )
    for behind in (Construction.TRAILING, Construction.WHERE_MISSING):
        short = pattern_of(behind, language).sub("", short).strip()
    return short if content_of(short, language) else words


def _passed_over(cue: str, language: str) -> bool:
    """Tell whether a cue says of what stands before it that it is missing ("is not mentioned")."""
    return pattern_of(Construction.PASSED_OVER, language).match(cue) is not None


def _without_saying(words: str, language: str) -> str:
    """Give words without the verbs by which somebody said them: what is pointed back at is what was said."""
    for found in sorted(find_cues(words, Cue.SPEECH, language), key=lambda cue: -cue.start):
        words = f"{words[: found.start]} {words[found.end :]}"
    return " ".join(words.split())


def _points_back(words: str, language: str) -> bool:
    """Tell whether words only point at what was just named ("of this promise")."""
    return pattern_of(Construction.POINTING, language).match(words) is not None


def _names_matter(words: str, language: str) -> bool:
    """Tell whether words say what is missing, more than that nothing is said of "it"."""
    saying = pattern_of(Construction.SAYING, language)
    told = [lemma for lemma in content_of(words, language) if not saying.fullmatch(lemma)]
    return bool(told) and not _points_back(words, language)


def _speaker(inquiry: Inquiry) -> str:
    """Give whom the omission is laid to, where it is one of those who speak in the sources."""
    found = inquiry.cues(Cue.EXPECTED)
    start = inquiry.raw.find(inquiry.words[found[0].start : found[0].end]) if found else -1
    named = [
        w
        for w in inquiry.people
        if not w.implied and w.span.end - inquiry.claim.span.start <= start and not owns_text(w, inquiry)
    ]
    if len(named) > 1:
        return ""  # two together: what either says is said
    spoken = {p.speaker.identity or p.speaker.name for p in inquiry.record.sentences if p.speaker}
    return next((who.key for who in reversed(named) if who.key in spoken), "")


def _said_by(sentence: SourceSentence, speaker: str) -> bool:
    return not speaker or (
        sentence.speaker is not None and speaker in {sentence.speaker.identity, sentence.speaker.name}
    )


def _degree(sentence: SourceSentence) -> str:
    if sentence.span.part is Part.TITLE:
        return "In its headline,"
    first = next((span for span in sentence.account.sentences if span.part is Part.TEXT), None)
    return "In its opening," if sentence.span == first else "Not in headline or opening, but in its text,"


def _nowhere(inquiry: Inquiry, matter: str, meant: tuple[Account, ...], others: list[Answer]) -> Decision:
    """Say that it is in none of the texts meant; borne out only where these are themselves at hand."""
    if not meant and pattern_of(Construction.WHATEVER_TEXT, inquiry.language).search(inquiry.words):
        meant = inquiry.record.accounts
    searched = meant or inquiry.record.accounts
    many = f"{len(searched)} source{'s' if len(searched) > 1 else ''}"
    statement = f"Absent from headline, opening and whole text of {many}: {matter.rstrip(' .,;:')}."
    beside = _witnesses(others, Bearing.BESIDE)
    if not meant:
        return Decision(status=ClaimStatus.NOT_FOUND, statement=statement, witnesses=beside)
    whole = tuple(witness(account, opening_of(account), Bearing.FOR, "searched whole") for account in meant[:2])
    return Decision(status=ClaimStatus.CONFIRMED, statement=statement, witnesses=(*whole, *beside))


def _purposes(sentences: Iterable[SourceSentence]) -> Iterable[SourceSentence]:
    """Yield the passages that state what a contact is for."""
    for sentence in sentences:
        if next(find_cues(sentence.words, Cue.PURPOSE, sentence.account.release.language), None) is not None:
            yield sentence


def _by(sentence: SourceSentence) -> str:
    return f"stated by {sentence.speaker.label}" if sentence.speaker else "stated by the release"


def _witnesses(answers: Iterable[Answer], bearing: Bearing) -> tuple[Witness, ...]:
    return tuple(witness(a.sentence.account, a.sentence.span, bearing, _by(a.sentence)) for a in list(answers)[:3])
