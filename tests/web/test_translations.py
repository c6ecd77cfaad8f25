"""The interface in three languages: nothing untranslated, nothing stale, every placeholder in its place."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog, Message
from django.test import Client

from tools.messages import (
    PLACEHOLDER,
    TRANSLATED,
    compiled,
    extract_catalog,
    load_catalog,
    po_path,
    untranslated,
)


@pytest.fixture(scope="module")
def gathered() -> Catalog:
    """Give the words that modules and templates mark for translation."""
    return extract_catalog()


def keys_of(catalog: Catalog) -> set[tuple[object, str | None]]:
    """Give the words of a catalogue, each with its context."""
    return {(tuple(one.id) if isinstance(one.id, list | tuple) else one.id, one.context) for one in catalog if one.id}


@pytest.mark.parametrize("locale", TRANSLATED)
def test_every_word_is_in_the_file(locale: str, gathered: Catalog) -> None:
    """What a template says anew is gathered (`just messages`), what it no longer says is gone."""
    kept, wanted = keys_of(load_catalog(locale)), keys_of(gathered)
    assert wanted - kept == set()
    assert kept - wanted == set()


@pytest.mark.parametrize("locale", TRANSLATED)
def test_every_word_is_translated(locale: str) -> None:
    """No word is left in English, none is a guess of a machine waiting for somebody."""
    catalog = load_catalog(locale)
    assert untranslated(catalog) == ()
    assert [one.id for one in catalog if one.id and one.fuzzy] == []


@pytest.mark.parametrize("locale", TRANSLATED)
def test_placeholders_are_kept(locale: str) -> None:
    """A translation has the placeholders of its words, no others; a plural form may leave out the number alone."""
    assert [one.id for one in load_catalog(locale) if one.id and not fits(one)] == []


def fits(message: Message) -> bool:
    """Tell whether the placeholders of a message and of its translation agree."""
    ids = message.id if isinstance(message.id, list | tuple) else (message.id,)
    told = message.string if isinstance(message.string, list | tuple) else (message.string,)
    wanted = set(PLACEHOLDER.findall(" ".join(ids)))
    return all(set(PLACEHOLDER.findall(str(form))) <= wanted for form in told) and wanted == set(
        PLACEHOLDER.findall(" ".join(map(str, told)))
    )


@pytest.mark.parametrize("locale", TRANSLATED)
def test_what_is_loaded_is_what_is_written(locale: str) -> None:
    """The compiled file is that of the words beside it."""
    assert po_path(locale).with_suffix(".mo").read_bytes() == compiled(load_catalog(locale))


@pytest.mark.parametrize(("language", "words"), [("en", "Log in"), ("ru", "Войти"), ("kk", "Кіру")])
def test_a_reader_chooses_the_language(db: None, client: Client, language: str, words: str) -> None:
    """The choice is kept, and the page says in which language it is."""
    client.post("/language/setlang/", {"language": language, "next": "/accounts/login/"})
    page = client.get("/accounts/login/").content.decode()
    assert f'<html lang="{language}"' in page
    assert words in page
