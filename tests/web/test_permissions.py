"""Every permission for everybody on everything, from one table; and no page that strangers open by oversight."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from rules.permissions import permissions

from communique.web.accounts.models import Role, User
from communique.web.base.views import soon
from web.conftest import a_user
from web.who_may import MAY, OTHERS, OWNERS, PUBLIC, SAMPLES, STRANGERS, THINGS


def people() -> dict[str, User]:
    """Make somebody of each role."""
    return {role: a_user(role) for role in OTHERS}


@pytest.mark.parametrize(("permission", "thing"), MAY, ids=lambda part: part or "alone")
def test_table_of_permissions(db: None, permission: str, thing: str) -> None:
    """Strangers, members of each role, and owners of each role: each may what the table says, and no more."""
    others = people()
    may = {STRANGERS: AnonymousUser().has_perm(permission, THINGS[""](others["reader"]))} if not thing else {}
    owner = a_user(Role.READER, "The owner")
    asked_of = THINGS[thing](owner)
    if thing:
        may[STRANGERS] = AnonymousUser().has_perm(permission, asked_of)
    may |= {role: somebody.has_perm(permission, asked_of) for role, somebody in others.items()}
    for persona in OWNERS if thing else ():
        owner.role = persona.removeprefix("own-")
        owner.save()
        may[persona] = User.objects.get(pk=owner.pk).has_perm(permission, asked_of)
    assert {persona for persona, yes in may.items() if yes} == set(MAY[permission, thing].split())


@pytest.mark.parametrize("permission", sorted({permission for permission, _ in MAY} - {"discussion.comment"}))
def test_one_shut_out_may_nothing(db: None, permission: str) -> None:
    """An account that was deactivated has no permission, whatever its role was."""
    somebody = a_user(Role.ADMINISTRATOR)
    somebody.is_active = False
    somebody.save()
    assert not somebody.has_perm(permission)


def test_every_permission_is_in_the_table() -> None:
    """Whoever adds a permission says in the table who has it (``who_may.py``)."""
    assert {permission for permission, _ in MAY} == set(permissions)


def pages(resolver: URLResolver, names: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    """Walk all addresses: the full name of each, and its pattern."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from pages(entry, (*names, entry.namespace) if entry.namespace else names)
        else:
            yield ":".join((*names, entry.name)) if entry.name else f"unnamed: {entry.lookup_str}", entry


PAGES = [(name, page) for name, page in pages(get_resolver()) if page.callback is not soon]


def usual_value(kind: object) -> object:
    """Give what stands in an address for a thing that there is not."""
    name = type(kind).__name__.lower()
    return uuid.UUID(int=1) if "uuid" in name else 1 if "int" in name else "x"


def address_of(name: str, page: URLPattern) -> str:
    """Give an address of a page, of a thing that is there if its room says how to make one."""
    made = SAMPLES[name]() if name in SAMPLES else {}
    usual = {part: usual_value(kind) for part, kind in page.pattern.converters.items()}
    return reverse(name, kwargs={**usual, **made})


@pytest.mark.parametrize(
    ("name", "page"), [pytest.param(*entry, id=entry[0]) for entry in PAGES if entry[0] not in PUBLIC]
)
def test_strangers_are_asked_to_log_in(db: None, client: Client, name: str, page: URLPattern) -> None:
    """A page that is not public sends strangers to log in, or refuses them, whether they look or post."""
    address = address_of(name, page)
    answers = [client.get(address), client.post(address)]
    assert {answer.status_code for answer in answers} != {405}, "the page answers neither a look nor a post"
    for answer in answers:
        asked_in = answer.status_code == 302 and answer.headers["Location"].startswith("/accounts/login/")
        assert asked_in or answer.status_code in {401, 403, 405}, (address, answer.status_code)


def test_public_pages_are_there() -> None:
    """The list of public pages names no page that is gone."""
    there = {name for name, _ in PAGES}
    assert [name for name in PUBLIC if name not in there] == []
    assert [name for name in SAMPLES if name not in there] == []
