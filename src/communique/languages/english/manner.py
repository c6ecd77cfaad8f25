"""The manner of English sentences: words tagged, predicates with their time, nouns with their number, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.languages.english.days import MONTHS
from communique.languages.english.numerals import find_numerals
from communique.languages.english.parser import load_parser
from communique.languages.lemmas import lemmatise
from communique.languages.manner_amounts import AmountGrammar, find_amounts
from communique.languages.manner_lexicon import load_manner_lexicon
from communique.languages.manner_words import OPEN, Amount, Time, Word
from communique.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PACKAGE = "communique.languages.english"
_BE = frozenset("be am is are was were been being 's 're".split())
_HAVE = frozenset("have has had having 've".split())
_DO = frozenset("do does did".split())
_WILL = frozenset({"will", "shall", "'ll", "wo"})
_PAST = frozenset({"was", "were", "did", "had", "has", "have", "'ve"})
_LOOK_BACK = 4
_MOST_BEFORE = 8
_SKIPPED = frozenset({"RB", "RBR", "PRP", "DT"})
_WORD_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half dozen".split()
)
_MONTH = "|".join(rf"{month}|{month[:3]}\b\.?|{month[:4]}\b\." for month in MONTHS)
_AMOUNTS = AmountGrammar(
    numerals=find_numerals,
    day=re.compile(
        rf"(?<![\d.,])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|"
        rf"th)?(?:\s*[–-]\s*\d{{1,2}})?\s+(?:of\s+)?(?P<month>{_MONTH})"
        rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|"
        rf"th)?(?:\s*[–-]\s*\d{{1,2}})?)(?!\w)(?!\s+\d{{1,2}}:)"
    ),
    months={name[:3]: number for number, name in enumerate(MONTHS, start=1)},
    clock=re.compile(
        r"(?<![\d:.,])(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\s*(?P<half>[ap])\.?m\b\.?"
        r"|(?<![\d:])(?P<hour2>\d{1,2}):(?P<minute2>\d\d)(?![\d:])"
    ),
    ordinal=re.compile(
        r"(?<![\w-])(?:(?P<digits>\d{1,3})(?:st|nd|rd|th)|(?P<word>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))(?![\w-])"
    ),
    ordinals=load_manner_lexicon(PACKAGE).ordinals,
)


class EnglishGrammar:
    """What English gives for its manner."""

    def find_words(self, text: str, sentences: Sequence[Span]) -> Sequence[tuple[Word, ...]]:
        """Read the words of each sentence, tagged together."""
        return [_words(doc, sentence.start) for doc, sentence in zip(_tag(text, sentences), sentences, strict=True)]

    def find_amounts(self, text: str, sentence: Span) -> Sequence[Amount]:
        """Give the numbers of a sentence, in order."""
        return find_amounts(_AMOUNTS, text, sentence)


def _tag(text: str, sentences: Sequence[Span]) -> Iterator[Doc]:
    parser = load_parser()
    for sentence in sentences:
        doc = parser.make_doc(sentence.of(text).replace("\n", " ").replace("’", "'"))
        for name in ("tok2vec", "tagger"):
            doc = parser.get_pipe(name)(doc)
        yield doc


def _words(doc: Doc, offset: int) -> tuple[Word, ...]:
    times = _times(doc)
    return tuple(
        Word(
            start=offset + token.idx,
            end=offset + token.idx + len(token),
            lower=token.lower_,
            lemmas=_lemma(token),
            verb=token.tag_.startswith("VB"),
            noun=token.tag_ in {"NN", "NNS"},
            plural=_plural(doc, token),
            times=times.get(token.i),
            number=token.lower_[0].isdigit() or token.lower_ in _WORD_NUMBERS,
        )
        for token in doc
        if token.is_alpha or token.lower_[0].isalnum() or token.lower_[0] == "'"
    )


def _plural(doc: Doc, token: Token) -> bool | None:
    """Tell the number of a noun; None where it stands before another noun, or is counted off one by one."""
    if token.tag_ not in {"NN", "NNS"}:
        return None
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if following is not None and following.tag_ in {"NN", "NNS", "HYPH"}:
        return None
    before = [doc[i].lower_ for i in range(max(0, token.i - _LOOK_BACK), token.i)]
    lexicon = load_manner_lexicon(PACKAGE)
    if token.tag_ == "NN" and (lexicon.distributive | lexicon.joining) & set(before):
        return None
    return token.tag_ == "NNS"


def _times(doc: Doc) -> dict[int, frozenset[Time]]:
    """Give the times of the predicates by place: of the main verb of each group of verbs."""
    found: dict[int, frozenset[Time]] = {}
    last: frozenset[Time] | None = None
    for token in doc:
        if not token.tag_.startswith("VB") or _helps(doc, token.i):
            continue
        times = _time_of(doc, token)
        if times is None and token.tag_ in {"VB", "VBN"} and _continues(doc, token.i):
            times = last
        if times is not None:
            found[token.i] = last = times
    return found


def _helps(doc: Doc, i: int) -> bool:
    """Tell whether a verb is the helper of another one after it."""
    if doc[i].lower_ not in _BE | _HAVE | _DO:
        return False
    j = i + 1
    while j < len(doc) and doc[j].tag_ in {"RB", "RBR"}:
        j += 1
    if j >= len(doc):
        return False
    return doc[j].tag_ in {"VBN", "VB", "VBG"} or (doc[j].tag_ == "TO" and doc[i].lower_ in _BE)


def _continues(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].lower_ in {"and", "or", ","}


def _time_of(doc: Doc, verb: Token) -> frozenset[Time] | None:
    chain = _chain(doc, verb.i)
    modal = next((word for word, tag in chain if tag == "MD"), None)
    if modal is not None:
        return frozenset({Time.AHEAD}) if modal in _WILL else OPEN
    if any(tag == "TO" for _, tag in chain):
        return frozenset({Time.AHEAD}) if _planned(doc, verb.i, chain) else None
    if _lemma(verb) & load_manner_lexicon(PACKAGE).dated and verb.tag_ in {"VBN", "VBD"}:
        return frozenset({Time.AHEAD})
    helpers = {word for word, _ in chain}
    if helpers & _PAST:
        return frozenset({Time.DONE})
    if helpers & (_BE | _DO):
        return frozenset({Time.NOW}) if verb.tag_ == "VBN" else OPEN
    plain = {"VBD": frozenset({Time.DONE}), "VBZ": frozenset({Time.NOW}), "VBP": frozenset({Time.NOW})}
    return plain.get(verb.tag_)


def _chain(doc: Doc, i: int) -> list[tuple[str, str]]:
    """Give the helpers before a verb, the nearest first, with their tags."""
    chain: list[tuple[str, str]] = []
    for j in range(i - 1, max(-1, i - 1 - _MOST_BEFORE), -1):
        word, tag = doc[j].lower_, doc[j].tag_
        if tag in {"RB", "RBR"}:
            continue
        if tag not in {"MD", "TO"} and word not in _BE | _HAVE | _DO:
            break
        chain.append((word, tag))
    return chain


def _planned(doc: Doc, i: int, chain: Sequence[tuple[str, str]]) -> bool:
    if chain[-1][0] in {"is", "are", "'s", "'re"}:
        return True
    lexicon = load_manner_lexicon(PACKAGE)
    first = i - len(chain)
    return any(_lemma(doc[j]) & lexicon.plans for j in range(max(0, first - _LOOK_BACK), first))


def _lemma(token: Token) -> frozenset[str]:
    """Give the base form; of a verb also what is left without its regular ending: some participles are words."""
    low = token.lower_
    endings = ("ed", "d", "ing") if token.tag_ in {"VBD", "VBN", "VBG"} else ()
    bare = {low.removesuffix(ending) for ending in endings if low.endswith(ending)}
    return frozenset({*lemmatise(token.text, "en"), low, *bare})
