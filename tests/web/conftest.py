"""What tests of the workspace share: somebody of each role, with a browser each, and a store that holds releases."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files

import pytest
from django.test import Client
from django.utils import translation

from communique.corpus.port import Deposit
from communique.db.corpus import DjangoCorpus
from communique.reference.loading import fictional_folder
from communique.sources import SetAside
from communique.web.accounts.models import Role, User
from communique.web.base.corpus import tables_folder, the_corpus, the_settings
from communique.wiring.building import build_engine
from communique.wiring.deposits import make_deposits


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Begin each test in English: a page asked for in another language leaves it behind in the thread."""
    with translation.override("en"):
        yield


PASSWORD = "a long fictional pass phrase"


def a_user(role: str, name: str = "") -> User:
    """Make somebody of a role."""
    name = name or f"The {role}"
    address = f"{name.replace(' ', '.').lower()}@desk.example"
    return User.objects.create_user(address, PASSWORD, name=name, role=role)


def a_client(user: User) -> Client:
    """Give a browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def reader(db: None) -> User:
    """Give a reader."""
    return a_user(Role.READER)


@pytest.fixture
def analyst(db: None) -> User:
    """Give an analyst."""
    return a_user(Role.ANALYST)


@pytest.fixture
def editor(db: None) -> User:
    """Give an editor."""
    return a_user(Role.EDITOR)


@pytest.fixture
def administrator(db: None) -> User:
    """Give an administrator."""
    return a_user(Role.ADMINISTRATOR)


@pytest.fixture
def as_reader(reader: User) -> Client:
    """Give a browser of a reader."""
    return a_client(reader)


@pytest.fixture
def as_analyst(analyst: User) -> Client:
    """Give a browser of an analyst."""
    return a_client(analyst)


@pytest.fixture
def as_editor(editor: User) -> Client:
    """Give a browser of an editor."""
    return a_client(editor)


@pytest.fixture
def as_administrator(administrator: User) -> Client:
    """Give a browser of an administrator."""
    return a_client(administrator)


@cache
def bundled_deposits() -> tuple[Deposit, ...]:
    """Give what a corpus keeps of the bundled releases of fictional states, extracted once a run."""
    if not tables_folder().is_dir():
        with as_file(fictional_folder()) as tables:
            shutil.copytree(tables, tables_folder())
    settings = the_settings()
    releases = []
    for folder in ("demo", "demo_dossier"):
        with as_file(files("communique.reports") / folder) as bundled:
            paths = sorted(path for path in bundled.glob("*.md") if path.stem != "essay")
            releases += list(build_engine(settings).releases(map(str, paths)))
    deposits = make_deposits(settings, tuple(releases))
    assert [item for item in deposits if isinstance(item, SetAside)] == []
    return tuple(item for item in deposits if isinstance(item, Deposit))


@pytest.fixture
def kept(db: None) -> DjangoCorpus:
    """Give the workspace's store with the bundled releases in it."""
    corpus = the_corpus()
    corpus.add(bundled_deposits())
    corpus.settle()
    return corpus
