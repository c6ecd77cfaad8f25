"""The linter of analyses: places in a text where the rules of evidence are broken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from communique.errors import LanguageError
from communique.languages.estimative import MarkerClass, is_estimative
from communique.model import Span
from communique.reasoning.hedge_trails import Trail, find_trails_of
from communique.reasoning.lint_rules import Found, find_all
from communique.reasoning.prose import Prose, TextForm, read_prose
from communique.reasoning.remarks import FADING, RULES_BY_CODE, Place, Remark, Severity
from communique.reasoning.silencing import Silence, find_silences, is_silenced

NO_REASON = "ignored-without-reason"
QUOTED = "quoted"


def lint_text(text: str, *, language: str = "en", form: TextForm = TextForm.MARKDOWN) -> tuple[Remark, ...]:
    """
    Give the places where a text breaks the rules of evidence, in order.

    Code, targets of links and front matter are passed over; words in quotation marks or a block of quotation are not
    the author's. A comment ``<!-- communique: ignore CODE - reason -->`` lets the block after it (or around it) pass.

    >>> [(remark.code, remark.words) for remark in lint_text("The guest was *angry*. He said: “I am glad.”")]
    [('mood', 'angry')]

    Raises:
        LanguageError: there is no list of words for the language.
    """
    if not is_estimative(language):
        raise LanguageError(wanted="a text in a language with a list of such words (en, ru, kk)", got=f"“{language}”")
    prose = read_prose(text, language, form)
    return _lint(prose, tuple(find_silences(text, prose.blocks)))


def find_notes(text: str, *, language: str = "en", form: TextForm = TextForm.MARKDOWN) -> tuple[Remark, ...]:
    """Give the words of motive, mood and body that were passed over because they are another's, as notes."""
    prose = read_prose(text, language, form)
    lines = _Lines(prose.text)
    classes = (MarkerClass.MOTIVE, MarkerClass.MOOD, MarkerClass.BODY)
    found = (item for item in find_all(prose, quoted=True) if item.code in {name.value for name in classes})
    return tuple(_remark(replace(item, code=QUOTED, severity=Severity.NOTE), lines) for item in found)


def _lint(prose: Prose, silences: tuple[Silence, ...]) -> tuple[Remark, ...]:
    lines = _Lines(prose.text)
    remarks = [_remark(found, lines) for found in find_all(prose)]
    remarks += [_faded(trail, lines) for trail in find_trails_of(prose)]
    kept = [remark for remark in remarks if not is_silenced(remark.code, remark.span, silences)]
    kept += [
        _remark(Found(span=silence.span, code=NO_REASON, severity=Severity.ERROR), lines)
        for silence in silences
        if not silence.is_whole
    ]
    return tuple(sorted(kept, key=lambda remark: (remark.span, remark.code)))


def _remark(found: Found, lines: _Lines) -> Remark:
    rule = RULES_BY_CODE[found.code]
    return Remark(
        code=found.code,
        severity=found.severity,
        place=lines.place(found.span),
        why=rule.brief,
        instead=rule.instead,
        also=tuple(map(lines.place, found.also)),
    )


def _faded(trail: Trail, lines: _Lines) -> Remark:
    """Tell of a guess that a later sentence rests on; milder where the later one is told as a guess too."""
    guess, later = lines.place(trail.earlier), lines.place(trail.marker or trail.later)
    hedge = lines.place(trail.hedge).words
    if trail.is_faded:
        why = f"rests on the guess of line {guess.line} (“{hedge}”) as on a fact"
    else:
        why = f"a guess that rests on the guess of line {guess.line} (“{hedge}”)"
    rule = RULES_BY_CODE[FADING]
    return Remark(
        code=FADING,
        severity=Severity.ERROR if trail.is_faded else Severity.ADVICE,
        place=later,
        why=why,
        instead=rule.instead,
        also=(guess, lines.place(trail.later)),
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where the lines of a text begin."""

    text: str
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        breaks = (place + 1 for place, letter in enumerate(self.text) if letter == "\n")
        object.__setattr__(self, "starts", (0, *breaks))

    def place(self, span: Span) -> Place:
        """Give the words of a span with their line and column."""
        line = bisect_right(self.starts, span.start)
        return Place(span=span, line=line, column=span.start - self.starts[line - 1] + 1, words=span.of(self.text))


Chosen = Callable[[Remark], bool]


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Chosen:
    """Give what tells whether a remark is wanted: of the codes selected, all where none is, without those ignored."""
    wanted, unwanted = frozenset(select), frozenset(ignore)
    return lambda remark: (not wanted or remark.code in wanted) and remark.code not in unwanted
