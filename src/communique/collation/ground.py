"""What all statements of one account are made with: its sides, the names all of them have, its turns."""

from __future__ import annotations

from dataclasses import dataclass

from communique.collation.sides import NamedSide, find_named_sides
from communique.languages.lemmas import find_base_forms
from communique.model import Account, Part, Quotation, Span, SpeechForm
from communique.reference import issuer
from communique.reference.rows import Tables


@dataclass(frozen=True, slots=True)
class Ground:
    """
    What all statements of an account are made with.

    ``own`` is the code of the issuer's side, empty where no issuer is named, ``others`` those of the other principals;
    ``known`` the base forms of the names of all who take part; ``turns`` the turns of a transcript.
    """

    account: Account
    tables: Tables
    own: str
    others: frozenset[str]
    known: frozenset[str]
    turns: tuple[Quotation, ...]

    @property
    def text(self) -> str:
        """The body of the release."""
        return self.account.release.text

    @property
    def language(self) -> str:
        """The language of the release."""
        return self.account.release.language

    def sides_in(self, words: str) -> tuple[NamedSide, ...]:
        """Give the sides named in some words."""
        return tuple(find_named_sides(words, self.tables))

    def speech_around(self, span: Span) -> Quotation | None:
        """Give the direct speech that a span stands in, None where the narrator says it."""
        return next((quotation for quotation in self.account.quotations if quotation.content.covers(span)), None)


def ground_of(account: Account, tables: Tables) -> Ground:
    """Give what the statements of an account are made with."""
    principals, language = account.event.principals, account.release.language
    publisher = issuer(account.release.issuer, tables=tables) if account.release.issuer else None
    ours = principals[0].side if principals else publisher.side if publisher else None
    own = ours.code if ours and account.release.issuer else ""
    persons = (*principals, *account.event.others)
    names = (name for person in persons for name in (person.name, person.base) if name)
    return Ground(
        account=account,
        tables=tables,
        own=own,
        others=frozenset(p.side.code for p in principals if p.side and p.side.code != own),
        known=frozenset(form.lemma for name in names for form in find_base_forms(name, language)),
        turns=tuple(q for q in account.quotations if q.form is SpeechForm.TURN and q.content.part is Part.TEXT),
    )
