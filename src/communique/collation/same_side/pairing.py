"""May two statements of one state be set side by side: the same state, the same day, and who speaks in either."""

from __future__ import annotations

from datetime import date

from communique.model import Account, Pairing, Side, Span, SpeechForm
from communique.reference import Tables, issuer, shipped_tables

_RULE = "*-–—_=• \t\n"
_CUTS = ("<…>", "<...>", "[…]", "[...]")


def judge_same_side(first: Account, second: Account, tables: Tables | None = None) -> Pairing:
    """
    Tell whether two statements are of one state and one day, and say so in evidence.

    The state is that of the issuer, the day that of the event, or of issue where the text dates none. A text that is
    published as an excerpt is told in evidence: what it leaves out may have been said.
    """
    names = tables if tables is not None else shipped_tables()
    grounds = (_by_state(first, second, names), _by_day(first, second), _by_text(first, second))
    told = tuple(words for fits, words in grounds if fits and words)
    against = tuple(words for fits, words in grounds if not fits)
    cuts = tuple(_cut(account, which) for account, which in ((first, "first"), (second, "second")) if _is_cut(account))
    return Pairing(same=not against, evidence=(*told, *cuts), against=against)


def side_of(account: Account, tables: Tables) -> Side | None:
    """Give the side that publishes a text, by its issuer, else by its first principal."""
    office = issuer(account.release.issuer, tables=tables)
    if office is not None:
        return office.side
    return next((person.side for person in account.event.principals if person.side), None)


def own_sentences(account: Account, tables: Tables) -> tuple[Span, ...]:
    """Give the sentences that the state itself answers for: its narration and the words of its own officials."""
    own = side_of(account, tables)
    return tuple(sentence for sentence in account.sentences if not _is_of_others(account, sentence, own))


def spoken_sentences(account: Account, tables: Tables) -> tuple[Span, ...]:
    """Give the sentences that the state answers for, without rules, headings of parts and labels of speakers."""
    return tuple(filter(None, (_spoken(account, sentence) for sentence in own_sentences(account, tables))))


def _spoken(account: Account, sentence: Span) -> Span | None:
    """Give a sentence from where the words of its speaker begin; None where nothing is left."""
    start = sentence.start
    for quotation in account.quotations:
        content, cue = quotation.content, quotation.cue
        labelled = cue is not None and sentence.covers(cue) and cue.end <= content.start
        if quotation.form is SpeechForm.TURN and labelled and sentence.start < content.start < sentence.end:
            start = max(start, content.start)
    words = sentence.of(account.release.part(sentence.part))[start - sentence.start :]
    start += len(words) - len(words.lstrip(_RULE))
    return Span(start, sentence.end, sentence.part) if start < sentence.end else None


def day_of(account: Account) -> date | None:
    """Give the day of a statement: the event's, else that of issue."""
    if account.event.date is not None:
        return account.event.date.day
    return account.release.issued.date() if account.release.issued else None


def _by_state(first: Account, second: Account, tables: Tables) -> tuple[bool, str]:
    one, two = side_of(first, tables), side_of(second, tables)
    if one is not None and two is not None:
        same = one.code == two.code
        return same, f"both are published by {one}" if same else f"one is published by {one}, the other by {two}"
    same = bool(first.release.issuer) and first.release.issuer == second.release.issuer
    return (
        same,
        f"both are published by {first.release.issuer}" if same else "nothing shows that one state published both",
    )


def _by_day(first: Account, second: Account) -> tuple[bool, str]:
    one, two = day_of(first), day_of(second)
    if one is None or two is None:
        return False, "one of them is not dated"
    same = one == two
    return same, f"both are of {_written(one)}" if same else f"one is of {_written(one)}, the other of {_written(two)}"


def _by_text(first: Account, second: Account) -> tuple[bool, str]:
    if first.release.text == second.release.text:
        return False, "the two texts are one"
    titles = [" ".join(account.release.title.split()) for account in (first, second)]
    return True, f"“{titles[0]}” beside “{titles[1]}”" if all(titles) else ""


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _is_cut(account: Account) -> bool:
    return any(mark in account.release.text for mark in _CUTS)


def _cut(account: Account, which: str) -> str:
    mark = next(mark for mark in _CUTS if mark in account.release.text)
    return f"the {which} is published as an excerpt (“{mark}”)"


def _is_of_others(account: Account, sentence: Span, own: Side | None) -> bool:
    """Tell whether somebody of another side speaks a sentence; one that opens with the label of a speaker is theirs."""
    for quotation in account.quotations:
        said = quotation.content.overlaps(sentence)
        if said and quotation.speaker is not None and quotation.speaker.side is not None and own is not None:
            return quotation.speaker.side.code != own.code
    return False
