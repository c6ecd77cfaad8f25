"""What the sources at hand tell of documents: which they name, of what class and level, how many they count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from communique.languages.commentary import Construction, pattern_of
from communique.languages.english.instrument_cues import find_signed
from communique.languages.english.instrument_words import LEXICON
from communique.model import Account, Part, Span
from communique.model.instruments import Instrument, InstrumentClass, Level
from communique.reasoning.audit.quoting.words import terms_of

_WORD = re.compile(r"[^\W_]{2,}")
_SAME_NAME = 0.88
_NAME_LETTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """
    A document that a source names: its class, level and words.

    ``title`` marks its own words, ``around`` the words that name its parties too; ``lump`` tells that these are several
    documents told as one.
    """

    account: Account
    kind: InstrumentClass
    level: Level
    title: Span
    around: tuple[Span, ...]
    lump: bool = False

    @property
    def words(self) -> str:
        """The exact words for it."""
        return self.account.release.words(self.title)

    def told(self) -> str:
        """Give class and level in words for the reader."""
        kind = "documents" if self.kind is InstrumentClass.OTHER else self.kind.value.replace("_", " ")
        return f"{kind} ({self.level.value} level)" if self.level is not Level.UNCLEAR else kind


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """
    The documents that the sources name, the numbers they state, and the words that count without a number.

    ``complete`` tells that some source lists as many documents as it counts.
    """

    named: tuple[Named, ...]
    numbers: tuple[tuple[Account, Span, int], ...]
    vague: tuple[tuple[Account, Span], ...]

    @property
    def single(self) -> tuple[Named, ...]:
        """Those named one by one."""
        return tuple(named for named in self.named if not named.lump)

    @property
    def fullest(self) -> tuple[Named, ...]:
        """Those of the source that names most one by one: two sources name the same documents twice."""
        names = dict.fromkeys(named.account.release.name for named in self.single)
        lists = [tuple(named for named in self.single if named.account.release.name == name) for name in names]
        return max(lists, key=len, default=())

    @property
    def complete(self) -> bool:
        """Whether a list is at hand: as many are named as are counted, or each is named and none counted vaguely."""
        if self.numbers:
            return any(number == len(self.fullest) for _, _, number in self.numbers)
        return bool(self.single) and not self.vague and not any(named.lump for named in self.named)


def gather_documents(accounts: Iterable[Account]) -> AtHand:
    """Give what the sources tell of documents signed or adopted."""
    sources = tuple(accounts)
    counts = [(account, count) for account in sources for count in account.counts]
    return AtHand(
        named=tuple(_named(sources)),
        numbers=tuple((account, count.span, count.number) for account, count in counts if count.number is not None),
        vague=tuple((account, count.span) for account, count in counts if count.number is None),
    )


def _named(accounts: Iterable[Account]) -> Iterator[Named]:
    for account in accounts:
        read = [_read(account, instrument) for instrument in account.instruments]
        yield from sorted(
            [*read, *_passed_over(account, read)], key=lambda named: (named.title.part, named.title.start)
        )


def _read(account: Account, instrument: Instrument) -> Named:
    words = instrument.words
    spans = (words.title, *((words.head,) if words.head else ()), *words.parties)
    alone = sum(other.words.sentence == words.sentence for other in account.instruments) == 1
    level = words.level if words.level is not Level.UNCLEAR else _level(account.release.words(words.title))
    if level is Level.UNCLEAR and alone:
        level = _between(account.release.words(words.sentence))
    return Named(
        account=account,
        kind=words.kind,
        level=level,
        title=words.title,
        around=(words.sentence,) if alone else spans,
        lump=words.lump,
    )


def _passed_over(account: Account, read: Sequence[Named]) -> Iterator[Named]:
    """Give documents named one by one beside a package told as a whole, into which a reading folds them."""
    if account.release.language != "en" or not any(named.lump for named in read):
        return
    text = account.release.text
    for sentence in account.sentences:
        if sentence.part is not Part.TEXT or any(named.title.overlaps(sentence) for named in read):
            continue
        for signed in find_signed(text, (sentence,), (), None):
            phrase = signed.listed.phrase
            if phrase.kind is not InstrumentClass.OTHER and not phrase.plural:
                title = Span(signed.listed.start, signed.listed.end)
                level = _between(sentence.of(text))
                yield Named(account=account, kind=phrase.kind, level=level, title=title, around=(sentence,))


def _level(words: str) -> Level:
    """Give the level that the first telling word names, states apart: documents name them for whose they are."""
    told = (Level(str(m.lastgroup)) for m in LEXICON.levels.finditer(words))
    return next((level for level in told if level is not Level.STATE), Level.UNCLEAR)


def _between(words: str) -> Level:
    found = pattern_of(Construction.BETWEEN).search(words)
    return _level(found[1]) if found else Level.UNCLEAR


def same_party(claimed: str, named: Named) -> float:
    """
    Tell how well a party's name is met among the words for a document, 0 to 1, in any spelling of its telling words.

    Forms of companies tell nothing; the words must stand together, and of a name of several words most must be met.
    """
    wanted, there = _telling_words(claimed), _telling_words(_all_words(named))
    if not wanted:
        return 0.0
    windows = (there[at : at + len(wanted) + 1] for at in range(len(there)))
    met = max((sum(any(_alike(word, other) for other in window) for word in wanted) for window in windows), default=0)
    return met / len(wanted) if met * 3 >= len(wanted) * 2 else 0.0


def _telling_words(name: str) -> list[str]:
    """Give the words of a party's name without those for the form of a company."""
    form = pattern_of(Construction.COMPANY_FORM)
    return [word.casefold() for word in _WORD.findall(name) if not form.fullmatch(word)]


def _alike(word: str, other: str) -> bool:
    return word == other or (
        min(len(word), len(other)) >= _NAME_LETTERS and JaroWinkler.similarity(word, other) >= _SAME_NAME
    )


def _all_words(named: Named) -> str:
    return " ".join(named.account.release.words(span) for span in named.around)


def matter_shared(claim: str, named: Named) -> float:
    """Give how much of a claim's telling words, without those for documents, a document's words have, 0 to 1."""
    skip = {
        key for noun in (*LEXICON.nouns, *LEXICON.empty, "sign", "signing", "visit", "president") for key in _keys(noun)
    }
    ours = _keys(claim) - skip
    theirs = _keys(_all_words(named)) - skip
    return len(ours & theirs) / len(ours) if ours else 0.0


def _keys(words: str) -> set[str]:
    return {term.key for term in terms_of(words, "en") if not term.number}
