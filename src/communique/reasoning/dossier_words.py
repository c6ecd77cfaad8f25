"""Words of a dossier that no text can bear out: motives, moods, bodies, and how likely mixed with how sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.dossiers.checking import Fault, FaultKind
from communique.model import Dossier
from communique.reasoning.linting import chosen, lint_text
from communique.reasoning.prose import TextForm

RULES = ("motive", "mood", "body", "likelihood-with-confidence")
"""The rules of the linter that hold for what is weighed."""

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_KAZAKH = re.compile("[әғқңөұүһ]", re.IGNORECASE)


def find_motive_faults(dossier: Dossier) -> Iterator[Fault]:
    """
    Yield the words of hypotheses, evidence and reasons that no text can bear out, by the rules of the linter.

    A hypothesis says what was arranged, evidence what stands there; neither is of anybody's mind. Quoted words are
    another's, and pass.
    """
    wanted = chosen(RULES)
    for place, words in _told(dossier):
        for remark in filter(wanted, lint_text(words, language=_language(words), form=TextForm.PLAIN)):
            statement = f"“{remark.words}”: {remark.why}"
            yield Fault(kind=FaultKind.MOTIVE, place=place, statement=statement, remedy=remark.instead)


def _told(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for hypothesis in dossier.hypotheses:
        yield f"hypothesis {hypothesis.code}", hypothesis.statement
    for evidence in dossier.evidence:
        yield f"evidence {evidence.code}", evidence.statement
    for likelihood in dossier.likelihoods:
        who = f" by {likelihood.analyst}" if likelihood.analyst else ""
        yield f"likelihood of {likelihood.evidence} under {likelihood.hypothesis}{who}", likelihood.reason


def _language(words: str) -> str:
    """Tell the language of a few words by their letters: English, Russian or Kazakh."""
    if not _CYRILLIC.search(words):
        return "en"
    return "kk" if _KAZAKH.search(words) else "ru"
