"""Work shared among processes: order, laziness, and what happens when a worker dies."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from itertools import count
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.adapters.pool import map_chunks
from communique.errors import CommuniqueError, SpanError
from communique.model import Span


class Poison:
    """Something that ends the process that unpacks it, as the kernel would when memory runs out."""

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        """Unpack by leaving."""
        return os._exit, (9,)


@given(st.lists(st.integers()), st.integers(min_value=1, max_value=7))
def test_one_process_keeps_every_item_in_order(numbers: list[int], chunk: int) -> None:
    """Chunks put end to end are the items, whatever their size."""
    assert [n for some in map_chunks(tuple, numbers, processes=1, chunk=chunk) for n in some] == numbers


def test_two_processes_give_what_one_gives() -> None:
    """Results come in the order of the items, although the workers finish in any order."""
    alone = list(map_chunks(sum, range(40), processes=1, chunk=3))
    assert list(map_chunks(sum, range(40), processes=2, chunk=3)) == alone


def test_items_are_taken_only_as_they_are_needed() -> None:
    """An endless source is no trouble: only the chunks in hand are held."""
    taken: list[int] = []

    def endless() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    results = map_chunks(sum, endless(), processes=1, chunk=5)
    assert [next(results), next(results)] == [10, 35]
    assert len(taken) == 10


def test_a_dead_worker_is_a_clear_error() -> None:
    """The user is told that a worker died and what to try, instead of waiting for ever."""
    with pytest.raises(CommuniqueError, match="a worker process that finishes its chunk, got one that died"):
        list(map_chunks(len, [Poison()] * 4, processes=2, chunk=1))


def test_an_error_in_a_worker_arrives_with_its_words() -> None:
    """Errors of the house cross the border between processes whole, and no worker stays behind."""
    too_long = cast("Callable[[tuple[int, ...]], str]", Span(0, 5).of)
    with pytest.raises(SpanError) as caught:
        list(map_chunks(too_long, range(1, 5), processes=2, chunk=2))
    assert caught.value.got == "2 characters"
    assert multiprocessing.active_children() == []


def test_leaving_early_ends_the_workers() -> None:
    """A reader who stops after the first result leaves no process running."""
    results = map_chunks(sum, range(400), processes=2, chunk=1)
    assert next(results) == 0
    close = getattr(results, "close")  # noqa: B009 - the annotation says Iterator, the generator can be closed
    close()
    assert multiprocessing.active_children() == []
