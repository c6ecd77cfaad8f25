"""What the audit of a dossier says to the claims of an analysis, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import partial
from pathlib import Path

from communique.dossiers.opened import OpenDossier
from communique.model import Audit, Release
from communique.reasoning.audit.auditing import audit_essay
from communique.web.base.corpus import the_corpus, the_dossiers, the_settings
from communique.web.publishing.evidence.exhibits import the_engine
from communique.web.publishing.evidence.frozen import FrozenRuling
from communique.web.publishing.markup.reading import Closing, Sentence, Text
from communique.wiring.accounts import AccountReader
from communique.wiring.audits import is_read
from communique.wiring.building import build_tables
from communique.wiring.comparing import vectors_for
from communique.wiring.deposits import extraction_version
from communique.wiring.dossier_sources import Reach
from communique.wiring.dossiers import open_dossier
from communique.wiring.engine import Engine


def audit_text(text: Text, *, title: str, language: str, dossier: str) -> tuple[FrozenRuling, ...]:
    """
    Audit an analysis against a dossier of the workspace; nothing where there is none, or its language is not read.

    Only English commentary is read so far; a claim that the audit does not decide keeps the status it gives.
    """
    found = the_dossiers().get(dossier) if dossier else None
    essay, starts = _essay(text, title, language)
    if found is None or not essay.text.strip() or not is_read(essay):
        return ()
    engine, settings = the_engine(), the_settings()
    reader = AccountReader(engine=engine, corpus=the_corpus(), version=partial(extraction_version, settings))
    opened = open_dossier(found[0], reach=Reach(folder=Path(), stored=True, outside=False), reader=reader)
    if not opened.filed:
        return ()
    return _rulings(_audited(essay, opened, engine), starts)


def _audited(essay: Release, opened: OpenDossier, engine: Engine) -> Audit:
    (account,) = engine.extract((essay,))
    tables, vectors = build_tables(the_settings()), vectors_for(essay, essay)
    return audit_essay(account, opened, tables=tables, vectors=vectors, precedent=engine.precedent)


def _essay(text: Text, title: str, language: str) -> tuple[Release, tuple[int, ...]]:
    """Give the words of an analysis alone, and where each sentence begins in them."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for piece in text.pieces:
        if isinstance(piece, Sentence):
            starts.append(length)
            parts.append(piece.words + " ")
        elif isinstance(piece, Closing) and parts:
            parts.append("\n\n")
        else:
            continue
        length += len(parts[-1])
    essay = Release(address="", issuer="", language=language, title=title, text="".join(parts))
    return replace(essay, identifier="analysis"), tuple(starts)


def _rulings(audit: Audit, starts: tuple[int, ...]) -> tuple[FrozenRuling, ...]:
    return tuple(
        FrozenRuling(
            sentence=bisect_right(starts, ruling.claim.span.start),
            words=" ".join(audit.essay.words(ruling.claim.span).split()),
            kind=ruling.claim.kind.value,
            status=ruling.status.value,
            statement=ruling.statement,
        )
        for ruling in audit.rulings
    )
