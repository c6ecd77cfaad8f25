"""Entities of the whole store, streamed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from web.api.programs import API


def entities(client: Client, **query: str) -> list[dict[str, Any]]:
    """Give the entities of an export."""
    answer: Any = client.get(f"{API}/exports/entities", query)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/x-ndjson"
    return [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]


def test_entities_come_line_by_line(desk: Client) -> None:
    """Each id once, and every reference leads to a line of the export."""
    found = entities(desk)
    ids = {entity["id"] for entity in found}
    assert len(ids) == len(found)
    assert {"Article", "Event", "Person", "Position", "Occupancy", "PublicBody"} == {one["schema"] for one in found}
    named = {"holder", "post", "involved", "proof", "organizer"}
    assert {value for one in found for name in named for value in one["properties"].get(name, ())} <= ids


def test_filters_narrow_an_export(desk: Client) -> None:
    """As they narrow a list."""
    found = entities(desk, issuer="xa-president", kind="call")
    assert sum(one["schema"] == "Article" for one in found) == 1
    assert entities(desk, issuer="nobody") == []


@pytest.mark.parametrize("query", [{"issuers": "x"}, {"kind": "dance"}, {"since": "never"}, {"issuer": "a\0b"}])
def test_a_filter_that_is_none_is_told_before_anything_streams(desk: Client, query: dict[str, str]) -> None:
    """A status once sent cannot be taken back."""
    assert desk.get(f"{API}/exports/entities", query).status_code == 422


def test_an_export_costs_the_same_queries_whatever_its_size(
    desk: Client,
    django_assert_max_num_queries: Any,  # noqa: ANN401 - pytest-django's own
) -> None:
    """Releases come by the hundred."""
    desk.get(f"{API}/me")
    with django_assert_max_num_queries(3):
        entities(desk)
