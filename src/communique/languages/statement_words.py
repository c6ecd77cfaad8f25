"""The words by which texts on one contact are told apart (press statement, interview …), and those for gatherings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.languages.phrases import Fit, Phrases, build_phrases
from communique.text.tables import load_toml

_PACKAGES = {"en": "communique.languages.english", "ru": "communique.languages.russian"}
_DEFAULT = "en"


@dataclass(frozen=True, slots=True, eq=False)
class StatementLexicon:
    """
    One language's words for kinds of texts.

    ``titled`` are found in headlines, ``inside`` at the head of a part within a text; their labels are kinds of texts
    ("press-statement"), ``ranks`` these kinds in order: "Remarks by … in Joint Press Conference" is of the latter kind.
    ``contacts`` are nouns for talks, ``papers`` words of headlines that tell of no event, ``gatherings`` are labelled
    by one word each, ``offices`` are heads of a region or a town ("local") and those of a state that are called alike,
    ``cuts`` are signs that something is left out.
    """

    titled: Phrases
    inside: Phrases
    ranks: tuple[str, ...]
    contacts: Phrases
    papers: Phrases
    gatherings: Phrases
    offices: Phrases
    cuts: tuple[str, ...]

    def fit_in_title(self, title: str) -> Fit | None:
        """Give the words of a headline that tell the kind of text; of several kinds that of the highest rank."""
        return min(self.titled.find(title), key=lambda fit: self.ranks.index(fit.labels[0]), default=None)

    def kind_in_title(self, title: str) -> str:
        """Give the kind of text that a headline names, empty where it names none."""
        fit = self.fit_in_title(title)
        return fit.labels[0] if fit else ""

    def names_contact(self, title: str) -> bool:
        """Tell whether a headline has a noun for talks."""
        return any(True for _ in self.contacts.find(title))

    def names_paper(self, title: str) -> bool:
        """Tell whether a headline tells of a paper or of good wishes."""
        return any(True for _ in self.papers.find(title))

    def gatherings_in(self, words: str) -> frozenset[str]:
        """Give the gatherings that some words name, each by its label."""
        return frozenset(label for fit in self.gatherings.find(words) for label in fit.labels)

    def is_local(self, office: str) -> bool:
        """Tell whether an office is of a region or a town, not of a state."""
        return {label for fit in self.offices.find(office) for label in fit.labels} == {"local"}


@cache
def load_statement_lexicon(language: str) -> StatementLexicon:
    """Read the words of a language, once; those of English, which then find next to nothing, where it has no list."""
    table = load_toml(_PACKAGES.get(language, _PACKAGES[_DEFAULT]), "statements.toml")
    return StatementLexicon(
        titled=_labelled(table["titled"]),
        inside=_labelled(table["inside"]),
        ranks=tuple(table["titled"]),
        contacts=_labelled(table["contacts"]),
        papers=_labelled(table["papers"]),
        gatherings=_labelled(table["gatherings"]),
        offices=_labelled(table["offices"]),
        cuts=tuple(table["cuts"]["signs"]),
    )


def _labelled(lists: dict[str, list[str]]) -> Phrases:
    return build_phrases((phrase, label) for label, phrases in lists.items() for phrase in phrases)
