"""Nobody gets at things of others by their address (IDOR): every page, every role, somebody else's things."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from communique.db.corpus import DjangoCorpus
from communique.web.accounts.models import User
from web.conftest import a_client, a_user
from web.security.planted import Planted, plant
from web.security.test_every_page import EVERY_PAGE
from web.who_may import OTHERS, POSTS, PUBLIC, REACH

MEMBERS = {name: page for name, page in EVERY_PAGE if name not in PUBLIC and not name.startswith("api-")}
"""Pages for members; who gets to which operation of the interface for programs is in a table of its own."""

REFUSED = {403, 404}
NO_SUCH_ACT = 405


def test_every_page_says_who_gets_there() -> None:
    """Whoever adds a page for members says in the table who gets to somebody else's thing there (``who_may.py``)."""
    assert set(REACH) == set(MEMBERS)


def test_nobody_gets_at_what_is_anothers(kept: DjangoCorpus, editor: User) -> None:
    """On a thing of an analyst's, each other member gets as far as the table says, by a look and by a post."""
    planted = plant(kept, editor)
    wrong = []
    for role in OTHERS:
        browser = a_client(a_user(role, f"Another {role}"))
        for name, page in MEMBERS.items():
            address = planted.address_of(name, page)
            look = browser.get(address).status_code
            if (role in REACH[name].split() and look == 403) or (
                role not in REACH[name].split() and look not in {*REFUSED, NO_SUCH_ACT}
            ):
                wrong.append((role, name, "look", look))
            if role not in POSTS.get(name, REACH[name]).split():
                act = browser.post(address).status_code
                if act not in {*REFUSED, NO_SUCH_ACT} or act == look == NO_SUCH_ACT:
                    wrong.append((role, name, "post", act))
    assert wrong == []


def test_what_is_refused_to_others_is_there(kept: DjangoCorpus, editor: User) -> None:
    """What others are refused is there for its owner: the pages are refused, and not just missing."""
    planted = plant(kept, editor)
    browser = a_client(planted.owner)
    own = [name for name, roles in REACH.items() if "analyst" not in roles.split()]
    missing = [name for name in own if looks(browser, planted, name) == 404]
    assert missing == []


def looks(browser: Client, planted: Planted, name: str) -> int:
    """Give what a look at a page is answered with."""
    return browser.get(planted.address_of(name, MEMBERS[name])).status_code


def test_who_is_shut_out_is_out_of_every_page(kept: DjangoCorpus, editor: User) -> None:
    """A session that was open when its member was shut out does nothing any more, on no page and by no operation."""
    planted = plant(kept, editor)
    somebody = a_user("administrator", "Another administrator")
    browser = a_client(somebody)
    assert browser.get("/accounts/users/").status_code == 200
    User.objects.filter(pk=somebody.pk).update(is_active=False)  # without ending the sessions beside
    in_still = []
    for name, page in EVERY_PAGE:
        if name in PUBLIC:
            continue
        address = planted.address_of(name, page)
        for answer in (browser.get(address), browser.post(address)):
            asked_in = answer.status_code == 302 and answer.headers["Location"].startswith("/accounts/login/")
            if not asked_in and answer.status_code not in {401, 403, NO_SUCH_ACT}:
                in_still.append((name, answer.status_code))
    assert in_still == []


def test_a_link_is_for_one_thing(kept: DjangoCorpus, editor: User) -> None:
    """What is signed or drawn for one kind of link opens no other: each is bound to its purpose."""
    planted = plant(kept, editor)
    links = {name: key for (name, part), key in planted.parts.items() if part == "token"}
    del links["accounts:new_password"]  # it has the number of its member beside
    opened = {(name, of): open_with(name, key) for name in links for of, key in links.items()}
    assert {pair: status for pair, status in opened.items() if pair[0] == pair[1] and status != 200} == {}
    assert {pair: status for pair, status in opened.items() if pair[0] != pair[1] and status not in GONE} == {}


GONE = {404, 410}


def open_with(name: str, key: str) -> int:
    """Give what a link page answers to a stranger with a key."""
    return Client().get(reverse(name, args=[key])).status_code
