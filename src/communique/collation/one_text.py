"""One text that two pages carry: a joint statement that both sides issue, a page before and after an edit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from communique.collation.edits.comparing import compare_versions
from communique.model import (
    COSMETIC,
    Account,
    Change,
    Correspondence,
    EditKind,
    Part,
    Span,
    Variant,
    VariantKind,
    Weight,
)

NEARLY_ALL = 0.6
"""Share of the sentences of both texts together that must stand in both for them to be one text."""

_KINDS = {
    EditKind.FIGURE_CHANGED: VariantKind.FIGURE,
    EditKind.DATE_CHANGED: VariantKind.LENGTH_TIME,
    EditKind.PLACE_CHANGED: VariantKind.VENUE,
    EditKind.TITLE_OR_OFFICE: VariantKind.LABEL,
    EditKind.PARTICIPANT_ADDED: VariantKind.OMISSION,
    EditKind.PARTICIPANT_REMOVED: VariantKind.OMISSION,
    EditKind.SENTENCE_ADDED: VariantKind.OMISSION,
    EditKind.SENTENCE_REMOVED: VariantKind.OMISSION,
}
_LIGHT = frozenset({VariantKind.LABEL, VariantKind.VENUE, VariantKind.LENGTH_TIME})


def is_one_text(first: Account, second: Account) -> bool:
    """Tell whether two releases in one language carry one text, but for slips, spacing and a few words."""
    if first.release.language != second.release.language:
        return False
    ours, theirs = (set(_sentences(account)) for account in (first, second))
    return bool(ours and theirs) and len(ours & theirs) >= NEARLY_ALL * len(ours | theirs)


def is_identical(first: Account, second: Account) -> bool:
    """Tell whether the bodies have the same letters and digits in the same order."""
    return _letters(first.release.text) == _letters(second.release.text)


def find_changes(first: Account, second: Account) -> Iterator[Variant]:
    """Yield what differs between two copies of one text: substantive changes, and titles of two issuers."""
    edit = compare_versions(first.release, second.release)
    for change in edit.changes:
        kinds = [kind for kind in change.kinds if kind not in COSMETIC]
        if kinds and not change.moved and not _in_title(change):
            yield _variant(change, kinds[0])
    titles = [account.release.title for account in (first, second)]
    if first.release.issuer != second.release.issuer and all(titles) and _letters(titles[0]) != _letters(titles[1]):
        yield Variant(
            kind=VariantKind.LABEL,
            weight=Weight.MINOR,
            rule="what it, or somebody, is called",
            told="one text under two titles",
            first=Span(0, len(titles[0]), Part.TITLE),
            second=Span(0, len(titles[1]), Part.TITLE),
        )


def shared_sentences(first: Account, second: Account) -> Iterator[Correspondence]:
    """Yield the sentences that stand in both texts, letter by letter."""
    places = {_letters(second.release.words(span)): span for span in second.sentences}
    for span in first.sentences:
        answer = places.get(_letters(first.release.words(span)))
        if answer is not None:
            yield Correspondence(first=span, second=answer, likeness=1.0, exact=True)


def _variant(change: Change, edit: EditKind) -> Variant:
    kind = _KINDS.get(edit, VariantKind.WORDING)
    return Variant(
        kind=kind,
        weight=Weight.MINOR if kind in _LIGHT else Weight.MAJOR,
        rule="the copies of one text differ in substance",
        told=change.told,
        first=change.before,
        second=change.after,
    )


def _in_title(change: Change) -> bool:
    return any(span is not None and span.part is Part.TITLE for span in (change.before, change.after))


def _sentences(account: Account) -> Iterator[str]:
    yield from filter(None, (_letters(account.release.words(span)) for span in account.sentences))


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", words).casefold())
