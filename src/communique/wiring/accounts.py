"""The accounts of sources that are named one by one: files, addresses, records, releases of the corpus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from communique.corpus.port import Corpus
from communique.errors import CommuniqueError, ReferenceTableError, SourceError
from communique.model import Account, Release
from communique.wiring.engine import Engine
from communique.wiring.precedents import KEPT
from communique.wiring.reading import only_release


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountReader:
    """
    Sources in, accounts out, one each.

    ``engine`` reads sources; ``corpus`` is where names are looked up, None where there is none; ``version`` tells which
    of its accounts are up to date.
    """

    engine: Engine
    corpus: Corpus | None = None
    version: Callable[[], str] = str

    def accounts(self, sources: Sequence[str], issuers: Sequence[str | None] = ()) -> tuple[Account, ...]:
        """
        Give the account of each source, extracted together; one of the corpus is taken from there, if up to date.

        ``issuers`` are the codes of who published them, in order; None for what the source tells.

        Raises:
            CommuniqueError: a source holds no readable release, or several; or no table knows an issuer.
        """
        codes = one_each(issuers, sources, "issuers")
        for code in filter(None, codes):
            self._refuse_unknown(code)
        told = [
            _published_by(self._kept(source) or self._release(source), code)
            for source, code in zip(sources, codes, strict=True)
        ]
        extracted = iter(tuple(self.engine.extract(item for item in told if isinstance(item, Release))))
        return tuple(next(extracted) if isinstance(item, Release) else item for item in told)

    def _refuse_unknown(self, code: str) -> None:
        if not self.engine.office(code):
            raise ReferenceTableError(
                wanted="the code of an office that the tables know",
                got=f"“{code}”",
                remedy="`communique publishers` lists codes; --tables names a folder of your own",
            )

    def _release(self, source: str) -> Release:
        """Read a source that is no name of the corpus; where it is no file either, say so of both."""
        try:
            return only_release(source, self.engine)
        except SourceError as error:
            if not (isinstance(error.__cause__, FileNotFoundError) and _may_be_a_name(source)):
                raise
            raise SourceError(
                wanted=f"the file {source}, or a release of that name in a corpus",
                got="neither" if self.corpus else "no such file, and no corpus is asked",
                remedy="`communique corpus search` finds names"
                if self.corpus
                else "is the path right? a name needs a corpus: --corpus",
            ) from error

    def _kept(self, source: str) -> Account | Release | None:
        """Give what the corpus has of a source that names one of its releases; without prefix, where no file does."""
        named = source.startswith(KEPT)
        if self.corpus is None or not (named or _may_be_a_name(source)):
            return None
        account = self.corpus.account(source.removeprefix(KEPT))
        if account is None:
            return None
        key = account.release.key
        current = self.corpus.versions([key]).get(key, "").startswith(f"{self.version()}.")
        return account if current else account.release


def one_each(told: Sequence[str | None], sources: Sequence[object], noun: str) -> tuple[str | None, ...]:
    """
    Give as many words as there are sources, None where fewer were told.

    Raises:
        CommuniqueError: there are more; ``noun`` is what they are.
    """
    if len(told) > len(sources):
        raise CommuniqueError(wanted=f"at most {len(sources)} {noun}, one a source", got=f"{len(told)}")
    return (*told, *(None for _ in sources[len(told) :]))


def _published_by(told: Account | Release, issuer: str | None) -> Account | Release:
    """Give a release with the issuer that is named, to be extracted; what names none as it is."""
    if issuer is None:
        return told
    return replace(told.release if isinstance(told, Account) else told, issuer=issuer)


def _may_be_a_name(source: str) -> bool:
    return source != "-" and "://" not in source and not Path(source).exists()
