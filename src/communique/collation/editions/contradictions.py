"""Where two editions of one sentence contradict each other: denied in one only, another day or month, another place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.collation.clashes.finding import find_clashes
from communique.collation.clashes.matter import Passage, around, passage_of
from communique.collation.editions.passages import EditionPassage, Pair
from communique.languages.assertions import Assertion, Denial
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.languages.manner_words import AmountKind
from communique.model import Account, Clash, ClashKind, Span

_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"(?:not|never|cannot|\w+n['’]t|не|никогда)", re.IGNORECASE)
_TURNED = {
    "en": re.compile(
        r"(?<!\w)(?:un(?!der|i|til)[a-z]{4,}|non-?[a-z]{4,}|dis(?:agree|satisf|approv|regard|miss)\w*"
        r"|in(?:abil|admis|capab|dispens|access|suffic|evit|signif)\w*|im(?:poss|permiss)\w*"
        r"|[a-z]{3,}less|only|until|rather)(?!\w)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:не(?!сколь|давн|дел|мец|фт|обход|посред)[а-яё]{4,}|бе[зс][а-яё]{4,}|только|лишь)(?!\w)",
        re.IGNORECASE,
    ),
    "kk": re.compile(r"\w{3,}(?:сыз|сіз)\w*|(?<!\w)(?:тек|ғана)(?!\w)", re.IGNORECASE),
}
"""Words that turn a sentence round without a word of denial ("unknown", "until")."""

_DENYING_ITSELF = re.compile(
    r"(?:forg[eo]t|fail|miss|stop|ceas|hid|hesitat|object|exclud|doubt|limit|prevent|lose|lost|lack|neglect|ignor|chang"
    r"|забы|остав|остан|скры|возра|исключ|сомн|упус|допу|огранич|прекра|прекращ|случ|жале|потеря|меня|измен|ұмыт)\w*",
    re.IGNORECASE,
)
"""Words that deny by what they mean: "did not forget" is told as "remembered"."""

_MONTHS = frozenset({"en", "ru"})
"""Languages whose months are read."""


def find_edition_clashes(first: Account, second: Account, pairs: Sequence[Pair]) -> tuple[Clash, ...]:
    """
    Give the contradictions between answering passages of two editions, in order of the first; numbers are left out.

    As the passages translate each other, more is sure than between two accounts: what one denies in plain words, and
    the other tells without a word of denial, contradicts it, whatever the verbs; so do two months.
    """
    told = [
        clash
        for clash in find_clashes(first, second, _spans(pairs), translated=True)
        if clash.kind is not ClashKind.NUMBER
    ]
    for pair in pairs:
        passages = passage_of(first, pair[0].span), passage_of(second, pair[1].span)
        for clash in (*_denials(*passages), *_months(pair)):
            if not any(_is_told(clash, other) for other in told):
                told.append(clash)
    return tuple(sorted(told, key=lambda clash: (clash.first, clash.second)))


def holds(clash: Clash, first: Span, second: Span) -> bool:
    """Tell whether a contradiction stands in two passages."""
    return first.overlaps(clash.first) and second.overlaps(clash.second)


def _spans(pairs: Sequence[Pair]) -> Iterator[tuple[Span, Span]]:
    yield from ((one.span, other.span) for one, other in pairs)


def _is_told(clash: Clash, other: Clash) -> bool:
    """Tell whether a contradiction of this kind is told of these passages already."""
    return clash.kind is other.kind and (clash.first.overlaps(other.first) or clash.second.overlaps(other.second))


def _denials(first: Passage, second: Passage) -> Iterator[Clash]:
    """Give what one of two passages denies in plain words while the other denies nothing in any way."""
    denied, against = (first, second) if _cues(first) else (second, first)
    found = [(clause, denial) for clause in denied.clauses for denial in clause.denials]
    if _cues(denied) != 1 or _cues(against) or len(found) != 1 or _is_turned(against) or denied.asks or against.asks:
        return
    ((clause, denial),) = found
    if clause.limits or not _is_plain(clause, denial, denied):
        return
    span = around(denial.cue, clause.terms[denial.term].span)
    here, there = "first", "second"
    spans = (span, against.span)
    if denied is second:
        here, there, spans = "second", "first", (against.span, span)
    told = f"“{denied.words(span)}” is denied in the {here}, and nothing is denied in the {there}"
    yield Clash(kind=ClashKind.NEGATION, first=spans[0], second=spans[1], told=told)


def _cues(passage: Passage) -> int:
    return sum(clause.denying for clause in passage.clauses)


def _is_turned(passage: Passage) -> bool:
    pattern = _TURNED.get(passage.language)
    return pattern is None or pattern.search(passage.words(passage.span)) is not None


def _is_plain(clause: Assertion, denial: Denial, passage: Passage) -> bool:
    """Tell whether a denial is a plain "not", or the form of the verb itself."""
    words, term = passage.words(denial.cue), clause.terms[denial.term].span
    if _DENYING_ITSELF.match(passage.words(term)):
        return False
    return _PLAIN.fullmatch(words) is not None or denial.cue == term


def _months(pair: Pair) -> Iterator[Clash]:
    """Give the months of two passages that name one each, without a day, where they are not the same."""
    one, other = (tuple(_named_months(passage)) for passage in pair)
    if len(one) != 1 or len(other) != 1 or one[0][0] == other[0][0]:
        return
    (_, here), (_, there) = one[0], other[0]
    told = f"“{pair[0].words(here)}” in the first and “{pair[1].words(there)}” in the second for one happening"
    yield Clash(kind=ClashKind.DATE, first=here, second=there, told=told)


def _named_months(passage: EditionPassage) -> Iterator[tuple[int, Span]]:
    language, span = passage.edition.language, passage.span
    if language not in _MONTHS:
        return
    text, month = passage.edition.release.part(span.part), load_edit_lexicon(language).month
    days = [amount.span for amount in passage.amounts if amount.kind is AmountKind.DAY]
    for match in _WORD.finditer(text, span.start, span.end):
        number = month(match[0].lower()) if match[0][0].isupper() is (language == "en") else None
        place = Span(*match.span(), span.part)
        if number is not None and not any(place.overlaps(day) for day in days):
            yield number, place
