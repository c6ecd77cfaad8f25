"""How what the sources tell of documents is put before the reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.model import Bearing, ClaimStatus, Witness
from communique.model.instruments import InstrumentClass, Level
from communique.reasoning.audit.documents.at_hand import AtHand, Named
from communique.reasoning.audit.documents.claimed import ClaimedDocuments

SHOWN = 2
"""How many passages are shown at most."""

_LONGEST = 120
_BETWEEN = {
    Level.STATE: "between states",
    Level.GOVERNMENT: "between governments",
    Level.MINISTRY: "between ministries",
    Level.AGENCY: "between agencies",
    Level.REGION: "between regions",
    Level.COMPANY: "between companies",
    Level.ORGANISATION: "between organisations",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFinding:
    """One assertion on documents, and what the sources say to it in one sentence."""

    claimed: ClaimedDocuments
    status: ClaimStatus
    statement: str
    witnesses: tuple[Witness, ...] = ()


def show_documents(at_hand: AtHand, bearing: Bearing = Bearing.FOR) -> tuple[Witness, ...]:
    """Give the words of the sources that name documents, else those that count them, at most two."""
    named = [witness_to(one, bearing) for one in at_hand.named]
    counted = [
        Witness(release=account.release, span=span, bearing=bearing, note=f"counts {number}")
        for account, span, number in at_hand.numbers
    ]
    vague = [
        Witness(release=account.release, span=span, bearing=bearing, note="gives no number")
        for account, span in at_hand.vague
    ]
    told = {(one.release.key, one.span): one for one in reversed((*named, *counted, *vague))}
    return tuple(reversed(told.values()))[:SHOWN]


def witness_to(named: Named, bearing: Bearing) -> Witness:
    """Give the words of a source that name a document."""
    return Witness(release=named.account.release, span=named.title, bearing=bearing, note=named.told())


def with_article(kind: InstrumentClass) -> str:
    """Give the word for a class with its article."""
    noun = noun_of(kind)
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def name_kinds(documents: Sequence[Named]) -> str:
    """Give classes and levels of documents in words, each once ("a memorandum between companies")."""
    return list_words(dict.fromkeys(_kind_of(named) for named in documents))


def count_kind(number: int, kind: InstrumentClass) -> str:
    """
    Give how many there are of a class, in words.

    >>> [count_kind(number, InstrumentClass.TREATY) for number in (0, 1, 3)]
    ['no treaty', 'one treaty', '3 treaties']
    """
    noun = noun_of(kind)
    if number < SHOWN:
        return f"{'one' if number else 'no'} {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def _kind_of(named: Named) -> str:
    plain = named.kind is InstrumentClass.OTHER
    noun = "documents" if plain else with_article(named.kind)
    return f"{noun} {between_whom(named.level)}".strip()


def between_whom(level: Level) -> str:
    """Give the words for a level ("between companies"), empty where it is mixed or unclear."""
    return _BETWEEN.get(level, "")


def tells_much(named: Named) -> bool:
    """Tell whether a source says more of a document than that it is one."""
    return named.kind is not InstrumentClass.OTHER or bool(between_whom(named.level))


def list_words(words: Iterable[str]) -> str:
    """
    Give words as a list for a sentence.

    >>> list_words(["a memorandum", "two protocols", "an agreement"])
    'a memorandum, two protocols and an agreement'
    """
    told = list(words)
    return " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)


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
