"""What tests of the operations share: programs with tokens, a dossier, a publication, a comparison."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.test import Client

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import User
from communique.web.publishing.models import Publication
from communique.web.workbench.dossiers.selectors import Standing
from communique.web.workbench.dossiers.services import dossier_import
from web.api.programs import TALKS, a_publication, program


@pytest.fixture(autouse=True)
def nothing_counted() -> Iterator[None]:
    """Count the requests of each test anew."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def desk(reader: User, kept: DjangoCorpus) -> Client:
    """Give a program of a reader's, and releases to read."""
    return program(reader)


@pytest.fixture
def writer(analyst: User, kept: DjangoCorpus) -> Client:
    """Give a program of an analyst's that may write."""
    return program(analyst, writes=True)


@pytest.fixture
def keys(kept: DjangoCorpus) -> list[str]:
    """Give the keys of the releases, by day."""
    return [release.key for release in kept.releases()]


@pytest.fixture
def talks(kept: DjangoCorpus, editor: User) -> Standing:
    """Give a dossier that somebody keeps."""
    return dossier_import("talks/tarsk", TALKS, actor=editor)


@pytest.fixture
def published(editor: User) -> Publication:
    """Give a publication with one sentence and its evidence."""
    return a_publication(editor, "who-greeted-whom", datetime(2026, 3, 1, tzinfo=UTC))
