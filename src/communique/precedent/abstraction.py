"""Which words of a text are names, numbers and days, told by their letters alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

NAME, NUMBER, DAY = "‹name›", "‹number›", "‹day›"
"""What stands for a name with its office, for a number, and for a day, month or date."""

HEAD = "‹head›"
"""What stands before the first word of a sentence, so that three words that open one count as four."""

ABSTRACTIONS = frozenset({NAME, NUMBER, DAY, HEAD})

Piece: TypeAlias = tuple[str | None, str, int]
"""A word, number, end of sentence or opening mark: which of these, as written, and where it starts."""

Placed: TypeAlias = tuple[str, int, int]
"""A word in small letters, or what stands for it; where it starts and ends."""

_DAY_WORDS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    январь января январе февраль февраля феврале март марта марте апрель апреля апреле май мая мае июнь июня июне
    июль июля июле август августа августе сентябрь сентября сентябре октябрь октября октябре ноябрь ноября ноябре
    декабрь декабря декабре понедельник вторник среду четверг пятницу субботу воскресенье
    қаңтар қаңтарда ақпан ақпанда наурыз наурызда сәуір сәуірде мамыр мамырда маусым маусымда шілде шілдеде тамыз
    тамызда қыркүйек қыркүйекте қазан қазанда қараша қарашада желтоқсан желтоқсанда
    """.split()
)
_NEED_A_CAPITAL = frozenset("march may august mar dec".split())
_YEAR_WORDS = frozenset({"года", "году", "год", "жылы", "жылғы"})
_INSIDE_NAMES = frozenset("of the for de du von van bin ibn al el del la".split())
_NEVER_NAMES = frozenset({"i", "i'm", "i’m", "i'd", "i’d", "i've", "i’ve", "i'll", "i’ll"})
_OPENERS = _NEVER_NAMES | frozenset(
    """
    a an the this that these those in on at by for from to with without as after before during following through
    today yesterday tomorrow tonight earlier later recently now also and but or so if when where while since until
    under over about between among within upon like despite because although he she it they we you his her its their
    our my your both all some many most each every no not only there here then thus therefore however moreover
    furthermore finally first second third next last according together let dear
    в во на по при как также и а но с со к ко о об от до за из у для после перед вчера сегодня завтра накануне это
    этот эта эти он она они мы вы я наш наша наши ваш его её их если когда что кто где так уже ранее кроме среди
    между однако затем далее вместе уважаемый уважаемая уважаемые дорогой дорогие
    бұл сондай-ақ және бүгін кеше
    """.split()
)
_HEADLINE_WORDS = _OPENERS | frozenset(
    """
    of via into onto against readout statement remarks letter message announcement announces announced call calls
    meeting meetings meets met visit visits visited travel trip summit conversation discussion discusses discussed
    speaks spoke speech address briefing press release joint fact sheet proclamation memorandum executive order bill
    report interview conference participates hosts hosted signs signed welcomes congratulates condolences greetings
    telephone phone virtual bilateral working official state will has have had is are was were be held holds on upcoming
    """.split()
)

_LINKS = frozenset(
    """
    like with from that this these those have been were will would their there them they then than into upon about
    which who whom what when where while also such more most other some both between during after before over under
    этот этого этой эти этих также который которая которое которые которых были было быть него неё них между после
    перед более чтобы того тому этом
    """.split()
)

_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_][\w\u0300-\u036f]*(?:[-'’‑\xad][^\W_][\w\u0300-\u036f]*)*)
    |(?P<number>\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th)\b|-[^\W\d_]{1,3}\b)?%?)
    |(?P<end>
        [.!?…]+(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bг\.)(?<!\bим\.)(?<!\b[A-ZА-ЯЁ]\.)
        ["”»’)]*(?=\s+["“«„(–—-]*\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ\d]|\s*$)
        |\n|:(?=\s|$))
    |(?P<opening>["“«„](?=\w))
    """,
    re.VERBOSE,
)
_PAIR_ADJECTIVE = re.compile(r"[а-яё]+о-[а-яё-]+ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)")
_INSIDE = frozenset({"word", "number"})
_LONG_WORD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a body tells of its words: which it writes with a capital, and which it writes without one at all."""

    capital: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()


def find_pieces(text: str) -> list[Piece]:
    """
    Give the words, numbers, ends of sentences and opening marks of a text in order.

    >>> [kind for kind, _, _ in find_pieces("Mr Vesk met 3 envoys. Talks")]
    ['word', 'word', 'word', 'number', 'word', 'end', 'word']
    """
    return [(match.lastgroup, match[0], match.start()) for match in _TOKEN.finditer(text)]


def find_names(pieces: list[Piece]) -> Names:
    """Give the words that a body writes with a capital inside its sentences, and those it writes in small letters."""
    words = [(before[0] in _INSIDE, word) for before, (group, word, _) in pairwise(pieces) if group == "word"]
    capitals = Counter(_small(word) for inside, word in words if inside and word[0].isupper())
    small = Counter(word for _, word in words)
    return Names(
        capital=frozenset(word for word, count in capitals.items() if count > small[word] and len(word) > 1),
        small=frozenset(small),
    )


def is_headline(pieces: list[Piece]) -> bool:
    """Tell whether a title writes all of its longer words with capitals, so that a capital tells nothing there."""
    words = [word for group, word, _ in pieces if group == "word" and len(word) >= _LONG_WORD]
    small = sum(not word[0].isupper() and word not in _HEADLINE_WORDS for word in words)
    return len(words) >= _LONG_WORD and small <= len(words) // 8


def abstract_pieces(pieces: list[Piece], names: Names, *, headline: bool = False) -> Iterator[list[Placed]]:
    """
    Yield the abstracted words of each sentence.

    A capital inside a sentence makes a name; at its head the word after it decides, or the rest of the text. In a
    headline, where every word has one, words of the trade and those that the body writes small are no names.
    """
    row: list[Placed] = []
    inside = False
    for (group, word, start), (_, after, there) in pairwise([*pieces, ("end", "", -1)]):
        if group == "word":
            if word.islower() and word.isascii() and word not in _DAY_WORDS:
                row.append((word, start, start + len(word)))
            else:
                led = inside or (after[:1].isupper() and _next(word, there - start))
                _append(row, _token(word, names, led=led, headline=headline), start, start + len(word))
            inside = True
        elif group == "number":
            _append(row, NUMBER, start, start + len(word))
            inside = True
        else:
            inside = False
            if group == "end" and row:
                yield row
                row = []
    if row:
        yield row


def _next(word: str, distance: int) -> bool:
    """Tell whether nothing but a blank parts a word from the next; after a short one ("Dr.") a full stop may stand."""
    return distance <= len(word) + 1 + (len(word) < _LONG_WORD)


def is_long(token: str) -> bool:
    """
    Tell whether a token says something: a word of four letters and more that does not only link others.

    >>> [is_long(token) for token in ("talks", "with", "the", NAME)]
    [True, False, False, False]
    """
    return len(token) >= _LONG_WORD and token not in _LINKS and token not in ABSTRACTIONS


def _token(word: str, names: Names, *, led: bool, headline: bool) -> str:
    low = _small(word)
    if not word[0].isupper():
        if low in _DAY_WORDS and low not in _NEED_A_CAPITAL:
            return DAY
        return NAME if "-" in low and _PAIR_ADJECTIVE.fullmatch(low) else low
    if low in _DAY_WORDS:
        return DAY
    if headline:
        return low if low in _HEADLINE_WORDS or (low in names.small and low not in names.capital) else NAME
    return NAME if _named(low, names, led=led) else low


def _named(low: str, names: Names, *, led: bool) -> bool:
    """Tell whether a word with a capital is a name; ``led`` where it stands inside, or a capital follows."""
    if low in _NEVER_NAMES:
        return False
    return low in names.capital or (led and low not in _OPENERS and not low.endswith("ing"))


def _small(word: str) -> str:
    """Give a word in small letters, without soft hyphens and without the ending of a possessor."""
    return word.lower().replace("\xad", "").removesuffix("’s").removesuffix("'s")


def _append(row: list[Placed], token: str, start: int, end: int) -> None:
    """Add a token to its row; names that follow each other are one, as are the parts of a date."""
    if row:
        first = _joins(row, token)
        if first < len(row):
            before, start, _ = row[first]
            del row[first:]
            token = NAME if token == NAME else DAY if token != before else token
    row.append((token, start, end))


def _joins(row: list[Placed], token: str) -> int:
    """Give the place of the earlier token that this one continues; the row's length where it continues none."""
    place = len(row)
    if token == NAME:
        while place and len(row) - place < 2 and row[place - 1][0] in _INSIDE_NAMES:  # noqa: PLR2004 - "of the"
            place -= 1
        return place - 1 if place and row[place - 1][0] == NAME else len(row)
    dated = row[-1][0] in {NUMBER, DAY} and (token in {NUMBER, DAY} or token in _YEAR_WORDS)
    return place - 1 if dated else place
