"""How the words of a release divide among narration, speakers and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Account, Finding, Kind, Quotation, Span
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, counterparts, mark_of, narration, own_side, same_person, whole

LENGTHS = (100, 300, 1000)
"""Words that set a line, a readout, a full record and a transcript apart."""

FEATURES = (
    Feature(code="space.speech", meaning="the text has direct speech", noun="direct speech", facet="space.speech"),
    Feature(code="space.lists", meaning="the text has a list", noun="a list"),
    Feature(
        code="space.counterpart_speaks",
        meaning="a principal of another side is quoted, where anybody is",
        noun="direct speech of the other side",
        facet="space.speech",
    ),
    *(
        Feature(
            code=f"space.over_{least}",
            meaning=f"the text has more than {least:,} words",
            noun=f"a text of more than {least:,} words",
            facet="space.length",
        )
        for least in LENGTHS
    ),
)

WORD = re.compile(r"\w+(?:[-'’]\w+)*")

LIST_LINE = re.compile(r"[ \t]*(?:[•▪‣◦*·–—-]|\(?\d{1,3}[.)])[ \t]+.*\w.*")
"""A line that opens with a bullet, a dash or a number: a list in any language."""

PLAIN_SHARES = "Lists of papers and opening remarks are long by nature; the length follows the form of the release."
PLAIN_NO_SPEECH = "Readouts of calls and closed meetings quote nobody, by template."
PLAIN_OWN_ONLY = "A service publishes its own principal's words and leaves the guest's to the guest's service."


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The words of one part of a release: whose they are, how many, and where they stand."""

    owner: str
    words: int
    spans: tuple[Span, ...]


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark length, direct speech and lists of a text, and where it has speech whether another side speaks too."""
    if not account.release.text.strip():
        return ()
    words, text = len(account.release.text.split()), (whole(account.release),)
    marks = (
        mark_of("space.speech", (quotation.content for quotation in account.quotations)),
        mark_of("space.lists", _list_lines(account)),
        *(mark_of(f"space.over_{least}", text if words > least else ()) for least in LENGTHS),
    )
    if not account.quotations or not _may_answer(account):
        return marks
    theirs = (quotation.content for quotation in _counterpart_speech(account))
    return (*marks, mark_of("space.counterpart_speaks", theirs))


def read_space(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    How the words of the text divide among narration, each speaker and lists.

    What it finds:
        Counted words and shares by part; that nobody is quoted; that only the
        issuer's own side is quoted.

    Why it matters:
        Shares that are guessed come out as one expects them; counted, they can
        be set against the issuer's earlier releases of the same form.

    Plain explanation:
        Lists of papers and opening remarks are long by nature; a service leaves
        the guest's words to the guest's service; readouts quote nobody.

    Limits:
        Counts words of the release as captured, which may be cut. A list is told
        by its bullets, dashes or numbers alone. Labels of speakers count nowhere.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    shares = _shares(account)
    if any(share.spans for share in shares):
        yield _divided(case, shares)
    if account.release.text.strip() and not account.quotations:
        yield _no_speech(case)
    if _may_answer(account) and _own_speech(account) and not _counterpart_speech(account):
        yield _own_only(case)


def _may_answer(account: Account) -> bool:
    """Tell whether somebody of another side might have spoken: whom a message goes to has not."""
    return account.event.kind is not Kind.MESSAGE and bool(counterparts(account))


def _divided(case: Case, shares: tuple[Share, ...]) -> Finding:
    return case.finding(
        "space.shares",
        f"Of {sum(share.words for share in shares)} words: {_listed(shares)}",
        PLAIN_SHARES,
        spans=tuple(sorted(span for share in shares for span in share.spans)),
        feature="space.speech" if case.account.quotations else "space.lists",
        tell=lambda other: Told(words=f"divides {_total(other)} words: {_listed(_shares(other))}"),
    )


def _no_speech(case: Case) -> Finding:
    return case.finding(
        "space.no_speech",
        "Nobody is quoted in direct speech",
        PLAIN_NO_SPEECH,
        feature="space.speech",
        tell=_told_speech,
        absent=True,
    )


def _own_only(case: Case) -> Finding:
    own = next((person.side for person in case.account.event.principals if person.side), None)
    return case.finding(
        "space.own_only",
        f"Only the side of {own} is quoted; no words of {', '.join(map(str, counterparts(case.account)))} are",
        PLAIN_OWN_ONLY,
        spans=tuple(quotation.content for quotation in _own_speech(case.account)),
        feature="space.counterpart_speaks",
        tell=_told_speech,
        absent=True,
    )


def _told_speech(other: Account) -> Told:
    speakers = dict.fromkeys(_speaker(quotation) for quotation in other.quotations)
    return Told(words=f"quotes {', '.join(speakers)}" if speakers else "quotes nobody")


def _own_speech(account: Account) -> tuple[Quotation, ...]:
    own = own_side(account)
    return tuple(
        quotation
        for quotation in account.quotations
        if quotation.speaker and quotation.speaker.side and quotation.speaker.side.code == own
    )


def _counterpart_speech(account: Account) -> tuple[Quotation, ...]:
    others = counterparts(account)
    return tuple(
        quotation
        for quotation in account.quotations
        if quotation.speaker and any(same_person(quotation.speaker, person) for person in others)
    )


def _shares(account: Account) -> tuple[Share, ...]:
    """Give the shares: narration first, then the speakers in the order of their first words, then lists."""
    told, lines = narration(account), _list_lines(account)
    listed = sum(len(WORD.findall(line.of(told))) for line in lines)
    lists = (Share(owner="lists", words=listed, spans=lines),) if lines else ()
    return (
        Share(owner="narration", words=len(WORD.findall(told)) - listed, spans=()),
        *_speech_shares(account),
        *lists,
    )


def _speech_shares(account: Account) -> tuple[Share, ...]:
    spans: dict[str, list[Span]] = {}
    for quotation in account.quotations:
        spans.setdefault(_speaker(quotation), []).append(quotation.content)
    return tuple(
        Share(owner=speaker, words=sum(_words(account, span) for span in contents), spans=tuple(contents))
        for speaker, contents in spans.items()
    )


def _list_lines(account: Account) -> tuple[Span, ...]:
    """Give the lines of lists that stand outside direct speech; a single such line is no list."""
    found, start = list[Span](), 0
    for line in narration(account).splitlines(keepends=True):
        words = line.rstrip()
        if words and LIST_LINE.fullmatch(words):
            found.append(Span(start, start + len(words)))
        start += len(line)
    return tuple(found) if len(found) > 1 else ()


def _words(account: Account, span: Span) -> int:
    return len(WORD.findall(account.release.words(span)))


def _total(account: Account) -> int:
    return sum(share.words for share in _shares(account))


def _listed(shares: tuple[Share, ...]) -> str:
    total = sum(share.words for share in shares) or 1
    return ", ".join(f"{share.owner} {share.words} ({share.words / total:.0%})" for share in shares)


def _speaker(quotation: Quotation) -> str:
    return str(quotation.speaker or "a speaker not named")


READING = Reading(
    code="space",
    title="Space",
    version=2,
    read=read_space,
    features=FEATURES,
    mark_features=mark_features,
)
