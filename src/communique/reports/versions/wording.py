"""The words in which a report speaks of an edit: what kind it is, what it amounts to, and what it may plainly be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeAlias

from communique.model import COSMETIC, Change, Edit, EditClass, EditKind, SlipForm
from communique.reports.labels import count_label
from communique.reports.versions.kinship import are_of_one_text

KINDS = {
    EditKind.TYPO: "typing slip",
    EditKind.MARKUP_SPACING: "spacing or markup",
    EditKind.NAME_SPELLING: "spelling of a name",
    EditKind.TITLE_OR_OFFICE: "title or office",
    EditKind.PARTICIPANT_ADDED: "participant added",
    EditKind.PARTICIPANT_REMOVED: "participant removed",
    EditKind.SENTENCE_ADDED: "sentence added",
    EditKind.SENTENCE_REMOVED: "sentence removed",
    EditKind.FIGURE_CHANGED: "figure changed",
    EditKind.DATE_CHANGED: "date changed",
    EditKind.PLACE_CHANGED: "place changed",
    EditKind.POSITION_SOFTENED: "position softened",
    EditKind.POSITION_HARDENED: "position hardened",
    EditKind.QUOTE_CHANGED: "quotation changed",
    EditKind.OTHER: "other change of wording",
}
SLIPS = {SlipForm.DATE_STYLE: "style of a date", SlipForm.CAME_IN: "typing slip"}
MOVED = "moved"

PLAINLY = {
    EditKind.TYPO: "texts are often proofread only after they appear",
    EditKind.MARKUP_SPACING: "pages are set anew when a site changes its house style or its system",
    EditKind.NAME_SPELLING: "names are brought to the spelling of the house, or a slip in one is corrected",
    EditKind.TITLE_OR_OFFICE: "a title written from memory is corrected, or the full official style is restored",
    EditKind.PARTICIPANT_ADDED: "a list made up before the event is completed after it",
    EditKind.PARTICIPANT_REMOVED: "a list made up before the event is corrected when somebody did not take part",
    EditKind.SENTENCE_ADDED: "facts that come in after publication are added",
    EditKind.SENTENCE_REMOVED: "what is out of date, stands twice or was set there by mistake is taken out",
    EditKind.FIGURE_CHANGED: "a mistyped or preliminary figure gives way to the final one",
    EditKind.DATE_CHANGED: "a slip in a date is corrected, or a plan has changed",
    EditKind.PLACE_CHANGED: "a slip in the name of a place is corrected, or the venue has changed",
    EditKind.POSITION_SOFTENED: "wording is brought into line with the agreed text, the original or house style",
    EditKind.POSITION_HARDENED: "wording is brought into line with the agreed text, the original or house style",
    EditKind.QUOTE_CHANGED: "a transcript is checked against the recording",
    EditKind.OTHER: "texts are edited after publication as they are before it",
}
"""What a change of a kind is where nothing is behind it."""

PLAINLY_SLIPS = {
    SlipForm.DATE_STYLE: "dates are brought to the style of the house",
    SlipForm.CAME_IN: "a slip comes in when a text is edited by hand",
}
PLAINLY_MOVED = "passages change places when a text is edited; nothing more or less is said by it"

SAME = "The two versions are the same"
ALONE = "One version only: no other text of this address is at hand"
STRANGERS = "Not two versions of one text: hardly anything of the one stands in the other"
TRANSLATED = "They are in different languages: editions are set side by side by `communique compare`."
REPLACED = "The text at this address was replaced: hardly anything of the earlier one stands in the later"
UNSTATED = "Shown is what was changed; why is not stated, and not inferred."
TURNED = "The version named first was captured last: have they changed places?"

_CLAUSES = {
    EditKind.POSITION_SOFTENED: ("a position was softened", "positions were softened"),
    EditKind.POSITION_HARDENED: ("a position was hardened", "positions were hardened"),
    EditKind.FIGURE_CHANGED: ("a figure changed", "figures changed"),
    EditKind.DATE_CHANGED: ("a date changed", "dates changed"),
    EditKind.PARTICIPANT_REMOVED: ("a participant was removed", "participants were removed"),
    EditKind.PARTICIPANT_ADDED: ("a participant was added", "participants were added"),
    EditKind.PLACE_CHANGED: ("a place changed", "places changed"),
    EditKind.TITLE_OR_OFFICE: ("a title or office changed", "titles or offices changed"),
    EditKind.QUOTE_CHANGED: ("a quotation changed", "quotations changed"),
    EditKind.SENTENCE_REMOVED: ("a sentence was removed", "sentences were removed"),
    EditKind.SENTENCE_ADDED: ("a sentence was added", "sentences were added"),
    EditKind.OTHER: ("a passage was reworded", "passages were reworded"),
}
"""What a kind amounts to, in the order of a judgement: what a reader would be misled by most comes first."""

_ONCE_A_SENTENCE = frozenset(
    {EditKind.POSITION_SOFTENED, EditKind.POSITION_HARDENED, EditKind.QUOTE_CHANGED, EditKind.OTHER}
)
_NOUNS = {
    EditKind.TYPO: ("a typing slip", "typing slips"),
    EditKind.NAME_SPELLING: ("the spelling of a name", "spellings of names"),
    SlipForm.DATE_STYLE: ("the style of a date", "styles of dates"),
    SlipForm.CAME_IN: ("a slip that came in", "slips that came in"),
}
_Label: TypeAlias = EditKind | SlipForm


class Reach(StrEnum):
    """How far a change reaches, in the order of a report."""

    SUBSTANTIVE = "substantive"
    COSMETIC = "cosmetic"
    MOVED = "moved"


REACHES = {
    Reach.SUBSTANTIVE: "what the text says has changed",
    Reach.COSMETIC: "no statement has changed",
    Reach.MOVED: "the same words stand in another place",
}


def reach_of(change: Change) -> Reach:
    """Tell how far a change reaches: one without a kind is a move, one of cosmetic kinds alone changes no statement."""
    if not change.kinds and change.moved:
        return Reach.MOVED
    return Reach.COSMETIC if change.kinds and COSMETIC.issuperset(change.kinds) else Reach.SUBSTANTIVE


def kind_names(change: Change) -> tuple[str, ...]:
    """Name the kinds of a change; a typing slip that was not mended by what it is."""
    return tuple(SLIPS[label] if isinstance(label, SlipForm) else KINDS[label] for label in _labels(change))


def kind_words(change: Change) -> str:
    """Name the kinds of a change, and that its words stand in another place."""
    named = kind_names(change)
    return ", ".join((*named, MOVED) if change.moved else named) or KINDS[EditKind.OTHER]


def _labels(change: Change) -> tuple[_Label, ...]:
    """Give the kinds of a change; for a typing slip that was not mended, what it is."""
    return tuple(change.slip if change.slip and kind is EditKind.TYPO else kind for kind in change.kinds)


def plain_words(changes: Iterable[Change]) -> str:
    """Say what such changes are where nothing is behind them, each explanation once."""
    said = (words for change in changes for words in _plain(change))
    return "; ".join(dict.fromkeys(said))


def is_shown(edit: Edit) -> bool:
    """Tell whether the changes are worth showing: of two texts that are none of each other's versions they are not."""
    return are_of_one_text(edit.before, edit.after) or is_replaced(edit)


def is_replaced(edit: Edit) -> bool:
    """Tell whether one address now has a text that is evidently another one."""
    same_address = bool(edit.before.address) and edit.before.address == edit.after.address
    return same_address and not are_of_one_text(edit.before, edit.after)


def grade_of(edits: tuple[Edit, ...]) -> EditClass:
    """Give the weightiest class of some edits."""
    order = (EditClass.NONE, EditClass.COSMETIC, EditClass.SUBSTANTIVE)
    return max((edit.grade for edit in edits), key=order.index, default=EditClass.NONE)


def find_judgement(edits: tuple[Edit, ...]) -> str:
    """
    Say in one line what all edits of a text amount to.

    "Substantive: a figure changed and a sentence was removed", "Cosmetic only: spacing or markup".
    """
    if not edits:
        return ALONE
    if len(edits) == 1 and not is_shown(edits[0]):
        return STRANGERS
    if any(map(is_replaced, edits)):
        return REPLACED
    return _weighed(edits)


def find_counts(edits: tuple[Edit, ...]) -> str:
    """Count the changes by how far they reach; empty where there are none to show."""
    reaches = Counter(reach_of(change) for edit in edits if is_shown(edit) for change in edit.changes)
    if not reaches:
        return ""
    told = (f"{reaches[reach]:,} {reach}" for reach in Reach if reaches[reach])
    return f"{count_label(reaches.total(), 'change', 'changes')}: {', '.join(told)}. {UNSTATED}"


def find_hint(edit: Edit) -> str:
    """Give what the reader may have overlooked in naming the two versions; empty where nothing."""
    before, after = edit.before, edit.after
    if not is_shown(edit):
        return TRANSLATED if before.language != after.language and before.language and after.language else ""
    first, second = before.captured, after.captured
    aware = first is not None and second is not None and first.tzinfo is not None and second.tzinfo is not None
    return TURNED if aware and first is not None and second is not None and first > second else ""


def _weighed(edits: tuple[Edit, ...]) -> str:
    changes = [change for edit in edits for change in edit.changes]
    counts = Counter(kind for kind, _ in _told(changes))
    moves = sum(reach_of(change) is Reach.MOVED for change in changes)
    moved = (_counted(moves, "a passage was moved", "passages were moved"),) if moves else ()
    match grade_of(edits):
        case EditClass.NONE:
            return SAME if len(edits) == 1 else "The versions are the same"
        case EditClass.COSMETIC:
            return f"Cosmetic only: {_joined((*_cosmetics(counts), *moved)) or 'no word has changed'}"
        case EditClass.SUBSTANTIVE:
            beside = _joined(tuple(_cosmetics(counts)))
            clauses = _joined((*_clauses(counts), *moved)) or "what the text says has changed"
            return f"Substantive: {clauses}" + (f"; also {beside}" if beside else "")


def _told(changes: list[Change]) -> Iterator[tuple[_Label, object]]:
    """Give each kind as often as it is told: of some kinds several changed words of one sentence are one change."""
    told = (
        (kind, (change.sentence_before, change.sentence_after) if kind in _ONCE_A_SENTENCE else number)
        for number, change in enumerate(changes)
        for kind in _labels(change)
    )
    yield from dict.fromkeys(told)


def _clauses(counts: Counter[_Label]) -> Iterator[str]:
    yield from (_counted(counts[kind], *words) for kind, words in _CLAUSES.items() if counts[kind])


def _cosmetics(counts: Counter[_Label]) -> Iterator[str]:
    for kind, count in counts.items():
        if kind in _NOUNS:
            yield _counted(count, *_NOUNS[kind])
        elif kind is EditKind.MARKUP_SPACING:
            yield KINDS[kind]


def _counted(count: int, one: str, more: str) -> str:
    return one if count == 1 else f"{count:,} {more}"


def _joined(parts: tuple[str, ...]) -> str:
    """
    Join parts as a sentence does.

    >>> _joined(("a date changed", "a place changed", "a sentence was added"))
    'a date changed, a place changed and a sentence was added'
    """
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def _plain(change: Change) -> Iterator[str]:
    for label in _labels(change):
        yield PLAINLY_SLIPS[label] if isinstance(label, SlipForm) else PLAINLY[label]
    if change.moved:
        yield PLAINLY_MOVED
