"""What two editions call a person's office, a visit, and in the headline the event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from communique.collation.editions.passages import EditionPassage, Pair, told_both
from communique.languages.manner_words import Marked
from communique.model import Variant, VariantKind, Weight
from communique.reference.sounds import sound

_NAME_REACH = 60
_SHARED_NAMES = 2
_SOUNDS = 4
_CAPITAL = re.compile(r"[^\W\d_]{3,}")
_CLASSES = frozenset({"state_visit", "official_visit", "working_visit", "private_visit"})


def find_label_shifts(pair: Pair) -> Iterator[Variant]:
    """A post that differs for the same person, and the class of a visit."""
    yield from _post_shifts(pair)
    one, other = ([m for m in passage.marked("occasions") if m.concepts & _CLASSES] for passage in pair)
    if one and other and not any(m.concepts & n.concepts for m in one for n in other):
        yield _label(pair, one[0], other[0], "the class of the visit differs")


def _post_shifts(pair: Pair) -> Iterator[Variant]:
    one, other = (passage.marked("posts") for passage in pair)
    counts = [Counter(_post(mark) for mark in marks) for marks in (one, other)]
    left = [m for m in one if _post(m) not in counts[1]], [m for m in other if _post(m) not in counts[0]]
    if len(left[0]) != 1 or len(left[1]) != 1:
        return
    mark, against = left[0][0], left[1][0]
    if _differs_in_rank(mark, against) or _same_name(pair, mark, against):
        yield _label(pair, mark, against, "the post differs")


def _post(mark: Marked) -> str:
    return min(mark.concepts)


def _differs_in_rank(mark: Marked, against: Marked) -> bool:
    """Tell whether two posts have one head, and a rank only one has or fields of which neither is the other's."""
    (*one, head), (*other, head2) = _post(mark).split(), _post(against).split()
    ranks = {"deputy", "acting", "former", "first_deputy"}
    if head != head2:
        return False
    if ranks & set(one) != ranks & set(other):
        return True
    return bool(set(one) - ranks and set(other) - ranks)


def _same_name(pair: Pair, mark: Marked, against: Marked) -> bool:
    """Tell whether the same name follows two posts of different heads."""
    if _post(mark).split()[-1] == _post(against).split()[-1]:
        return False
    names = [_names_after(passage, m) for passage, m in zip(pair, (mark, against), strict=True)]
    return len(names[0] & names[1]) >= _SHARED_NAMES


def _names_after(passage: EditionPassage, mark: Marked) -> frozenset[str]:
    text = passage.edition.release.part(mark.span.part)
    following = text[mark.span.end : mark.span.end + _NAME_REACH]
    posts = [m.span.start - mark.span.end for m in passage.marked("posts") if m.span.start > mark.span.end]
    following = following[: min(posts, default=_NAME_REACH)]
    words = (match.group() for match in _CAPITAL.finditer(following) if match.group()[0].isupper())
    return frozenset(sound(word)[:_SOUNDS].lower() for word in words)


def _label(pair: Pair, mark: Marked, against: Marked, what: str, weight: Weight = Weight.MAJOR) -> Variant:
    return Variant(
        kind=VariantKind.LABEL,
        weight=weight,
        rule="an office or the class of a visit is substance; the word of a headline is not",
        told=f"{what}: {told_both(pair, mark.span, against.span)}",
        first=mark.span,
        second=against.span,
    )


def find_headline_shifts(pair: Pair) -> Iterator[Variant]:
    """What the event is called in the headline."""
    one, other = (passage.marked("occasions") for passage in pair)
    if one and other and not any(m.concepts & n.concepts for m in one for n in other):
        yield _label(pair, one[0], other[0], "the headlines name the event differently", Weight.MINOR)
