"""All looks in order, and how what they gave is shown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from communique.web.serving.health.decided import look_at_key, look_at_mail, look_at_settings
from communique.web.serving.health.kept import look_at_store, look_at_worker
from communique.web.serving.health.machine import look_at_clock, look_at_models
from communique.web.serving.health.signs import Sign, Verdict

WORDS = {Verdict.WELL: "well", Verdict.LOOK: "look", Verdict.FAULT: "FAULT"}
_PART, _VERDICT = 10, 7


def examine(*, mail: bool = False, models: bool = True) -> Iterator[Sign]:
    """Look at each part of the workspace in turn; what hangs on a store that does not open is left out."""
    yield from look_at_settings()
    yield from look_at_key()
    unusable = False
    for sign in look_at_store():
        unusable |= sign.verdict is Verdict.FAULT and sign.part == "store"
        yield sign
    if not unusable:
        yield from look_at_worker()
        yield from look_at_clock()
    yield from look_at_mail(try_it=mail)
    if models:
        yield from look_at_models()


def worst(signs: Iterable[Sign]) -> Verdict:
    """Give the worst verdict of all."""
    return max((sign.verdict for sign in signs), default=Verdict.WELL)


def render_sign(sign: Sign, width: int) -> str:
    """Give a sign as lines of a terminal: part, verdict, words; what to do below them."""
    margin = " " * (_PART + _VERDICT)
    head = f"{sign.part:<{_PART}}{WORDS[sign.verdict]:<{_VERDICT}}"
    lines = textwrap.wrap(sign.words, width, initial_indent=head, subsequent_indent=margin, break_long_words=False)
    if sign.remedy:
        lines += textwrap.wrap(
            f"→ {sign.remedy}", width, initial_indent=margin, subsequent_indent=f"{margin}  ", break_long_words=False
        )
    return "\n".join(lines)
