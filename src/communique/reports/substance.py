"""Rows on the substance of an account: documents, figures, courtesies, topics, conflicts, tone; one line a kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.model import Account, RelationKind, Span, ToneWord, find_courtesies
from communique.readings.figures import figure_words, figures_of
from communique.readings.instruments import binding_counts, class_counts, level_counts, stated_counts
from communique.readings.topics import SHOWN, listed
from communique.reports.excerpt import shortened
from communique.reports.fact import Fact
from communique.reports.silence import Item

LUMP_CHARACTERS = 60
FIGURES_SHOWN = 3
COURTESIES_SHOWN = 4
CONFLICTS_SHOWN = 5
TONE_SHOWN = 5


def find_substance(account: Account) -> Iterator[Fact]:
    """Give the rows that an account has, in fixed order; the findings carry the rest of each."""
    yield from _documents(account)
    yield from _figures(account)
    yield from _courtesies(account)
    yield from _topics(account)
    yield from _conflicts(account)
    yield from _tone(account)


def _documents(account: Account) -> Iterator[Fact]:
    titles = tuple(instrument.words.title for instrument in account.instruments)
    spans = titles or tuple(count.span for count in account.counts)
    if not spans:
        return
    counted = [count for count in stated_counts(account) if count.number or not titles]
    counts = [f"“{words}”" for words in dict.fromkeys(_line(account, count.span) for count in counted)]
    lumps = [
        f"“{shortened(_line(account, i.words.title), LUMP_CHARACTERS)}”" for i in account.instruments if i.words.lump
    ]
    parts = (
        class_counts(account),
        *lumps,
        level_counts(account),
        binding_counts(account),
        f"number stated: {', '.join(counts)}" if counts else "",
    )
    yield Fact(label=Item.DOCUMENTS, statement=" · ".join(filter(None, parts)), spans=spans, printed=False)


def _figures(account: Account) -> Iterator[Fact]:
    figures = figures_of(account)
    shown = figures[:FIGURES_SHOWN]
    if shown:
        told = (figure_words(account.release, figure) for figure in shown)
        spans = tuple(figure.words.value for figure in shown)
        yield _row("figures", told, len(figures) - len(shown), spans)


def _courtesies(account: Account) -> Iterator[Fact]:
    found = [courtesy for courtesy in find_courtesies(account) if courtesy.kind is not RelationKind.GREETING]
    shown = found[:COURTESIES_SHOWN]
    if shown:
        told = (
            courtesy.deed + (f" ({len(courtesy.relations)} times)" if len(courtesy.relations) > 1 else "")
            for courtesy in shown
        )
        spans = tuple(relation.cue for courtesy in shown for relation in courtesy.relations)
        yield _row("courtesies", told, len(found) - len(shown), spans)


def _topics(account: Account) -> Iterator[Fact]:
    if account.topics:
        spans = tuple(dict.fromkeys(share.first for share in account.topics[:SHOWN]))
        yield Fact(label="topics", statement=listed(account.topics), spans=spans, printed=False)


def _conflicts(account: Account) -> Iterator[Fact]:
    shown = account.conflicts[:CONFLICTS_SHOWN]
    if shown:
        told = (conflict.place for conflict in shown)
        spans = tuple(conflict.span for conflict in shown)
        yield _row("conflicts", told, len(account.conflicts) - len(shown), spans)


def _tone(account: Account) -> Iterator[Fact]:
    words: dict[str, list[ToneWord]] = {}
    for word in account.tone:
        words.setdefault(f"“{_line(account, word.span).casefold()}”", []).append(word)
    shown = list(words.items())[:TONE_SHOWN]
    if shown:
        spans = tuple(word.span for _, found in shown for word in found)
        row = _row("tone", (name for name, _ in shown), len(words) - len(shown), spans)
        yield replace(row, statement=row.statement + _voice(account.tone))


def _voice(tone: tuple[ToneWord, ...]) -> str:
    """Say whose words of tone are: nothing is added where all are the narrator's."""
    spoken = sum(word.spoken for word in tone)
    if spoken == len(tone):
        return " (spoken)"
    return f" ({spoken} of {len(tone)} spoken)" if spoken else ""


def _row(label: str, told: Iterator[str], more: int, spans: tuple[Span, ...]) -> Fact:
    statement = " · ".join(told) + (f" · {more} more" if more else "")
    return Fact(label=label, statement=statement, spans=spans, printed=False)


def _line(account: Account, span: Span) -> str:
    return " ".join(account.release.words(span).split())
