"""What a report calls the two texts: by their sides, else by their offices or languages, else by their keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.model import Account, Aspect
from communique.reports.classes import office_with_article
from communique.reports.classes import side_with_article as with_article
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.labels import edition_label


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """
    What a text is called.

    ``key`` is the short name ("A"); ``text`` the text within a sentence ("Arvenia's text"), ``texts`` the earlier texts
    of its issuer ("Arvenia's texts").
    """

    key: str
    text: str
    texts: str

    @property
    def head(self) -> str:
        """The text at the head of a column: "The English edition"."""
        return self.text[:1].upper() + self.text[1:]

    @property
    def keyed(self) -> str:
        """The text with its key: "Arvenia's text (A)"; the key once where it is all there is."""
        return self.text if self.text.endswith(f" {self.key}") else f"{self.text} ({self.key})"


def find_names(report: ComparisonReport) -> tuple[Name, Name]:
    """Name the two texts so that they differ: the first way of naming that tells them apart is taken."""
    comparison = report.comparison
    for way in _ways(report):
        first, second = way(comparison.first, 0), way(comparison.second, 1)
        if first and second and first.casefold() != second.casefold():
            return _name(report.keys[0], first), _name(report.keys[1], second)
    one, other = report.keys
    return _unnamed(one), _unnamed(other)


def _unnamed(key: str) -> Name:
    return Name(key=key, text=f"text {key}", texts=f"the texts of {key}'s issuer")


def _ways(report: ComparisonReport) -> Iterator[Callable[[Account, int], str]]:
    if report.comparison.aspect is Aspect.ACCOUNTS:
        yield lambda account, _: _owned(with_article(_side(account)))
        yield lambda _, place: _owned(office_with_article(report.offices[place]))
        yield lambda account, _: _owned(account.release.issuer)
    if report.comparison.aspect is not Aspect.SAME_SIDE:
        yield lambda account, _: f"the {edition_label(account.release)}" if account.release.language else ""


def _side(account: Account) -> str:
    """Name the side that published a text, where its issuer is known: it stands first among the principals."""
    side = account.event.principals[0].side if account.event.principals and account.release.issuer else None
    return side.name if side else ""


def _owned(owner: str) -> str:
    if not owner:
        return ""
    owner = f"the {owner[4:]}" if owner.startswith("The ") else owner
    return f"{owner}' text" if owner.endswith("s") else f"{owner}'s text"


def _name(key: str, text: str) -> Name:
    return Name(key=key, text=text, texts=f"{text}s")
