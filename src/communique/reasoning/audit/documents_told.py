"""How what the sources tell of documents is put before the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.model import Bearing, ClaimStatus, Witness
from communique.model.instruments import InstrumentClass
from communique.reasoning.audit.documents_at_hand import AtHand, Named
from communique.reasoning.audit.documents_claimed import ClaimedDocuments

SHOWN = 4
"""How many documents are shown at most."""

_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFinding:
    """One assertion on documents, and what the sources say to it in one sentence."""

    claimed: ClaimedDocuments
    status: ClaimStatus
    statement: str
    witnesses: tuple[Witness, ...] = ()


def show_documents(at_hand: AtHand, bearing: Bearing = Bearing.FOR) -> Iterator[Witness]:
    """Give the words of the sources that name documents, and those that count them without a number."""
    for named in at_hand.named[:SHOWN]:
        yield witness_to(named, bearing)
    for account, span in at_hand.vague[:1]:
        yield Witness(release=account.release, span=span, bearing=bearing, note="number not stated")


def witness_to(named: Named, bearing: Bearing) -> Witness:
    """Give the words of a source that name a document."""
    return Witness(release=named.account.release, span=named.title, bearing=bearing, note=named.told())


def with_article(kind: InstrumentClass) -> str:
    """Give the word for a class with its article."""
    noun = noun_of(kind)
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def name_kinds(documents: Sequence[Named]) -> str:
    """Give classes and levels of documents, each once."""
    return ", ".join(dict.fromkeys(named.told() for named in documents))


def noun_of(kind: InstrumentClass) -> str:
    """Give the word for a class."""
    return kind.value.replace("_", " ")


def source_of(named: Named) -> str:
    """Give the name of the release that names a document."""
    return named.account.release.name


def shorten(words: str) -> str:
    """Give the words of a title, cut where they run on."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST].rsplit(" ", 1)[0] + " …"
