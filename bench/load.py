"""
The workspace under readers, writers and kills: ``python -m bench.load``, on a file and on PostgreSQL.

Fifty readers look at a public page every five seconds, each somewhere else; after a while one import runs beside them
and somebody comments every second. Then twenty people comment at the same moment; then server and worker are killed
outright while people write, and started again. It is counted what every page took, what failed, and whether each
comment that was acknowledged stands in the store, once. Everything runs on this machine, the readers too, so the
times are those of a crowded one.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

import httpx

from bench.desk import Desk, store_of

EVERY = 5.0
READERS, WRITERS = 50, 20
GOAL = 0.150
"""Seconds within which 19 of 20 pages are there."""

READ_FIRST = 2.2
"""Seconds that a form has to stand open: nobody reads it quicker."""

_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
_SHORT = 60.0


@dataclass(slots=True, kw_only=True)
class Measured:
    """What was seen in one phase: seconds of each page, and what failed."""

    seconds: list[float] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=dict)

    def note(self, page: str, seconds: float, fault: str = "") -> None:
        """Note one page."""
        self.seconds.append(seconds)
        self.slowest[page] = max(seconds, self.slowest.get(page, 0.0))
        if fault:
            self.faults[fault] += 1

    @property
    def p95(self) -> float:
        """Give the seconds within which 19 of 20 pages were there."""
        return quantiles(self.seconds, n=20)[-1]

    def __str__(self) -> str:
        """Give it as a line."""
        page, worst = max(self.slowest.items(), key=lambda item: item[1])
        faults = ", ".join(f"{number} × {fault}" for fault, number in self.faults.items()) or "none"
        return (
            f"{len(self.seconds)} pages, median {1000 * median(self.seconds):.0f} ms, p95 {1000 * self.p95:.0f} ms, "
            f"slowest {1000 * worst:.0f} ms ({page}); faults: {faults}"
        )


async def public_pages(client: httpx.AsyncClient) -> list[str]:
    """Give the pages that everybody may read: the front, each publication, its version, its comments, the feeds."""
    front = (await client.get("/")).text
    slugs = sorted(set(re.findall(r'href="/publications/([\w-]+)/"', front)) - {"choices"})
    pages = ["/", "/publications/feed.atom"]
    for slug in slugs:
        pages += [f"/publications/{slug}/", f"/publications/{slug}/v1/", f"/publications/{slug}/comments/"]
    return pages


async def read(
    client: httpx.AsyncClient, pages: list[str], seen: Measured, until: float, chance: random.Random
) -> None:
    """Read a page every five seconds, beginning at any moment of the first five."""
    await asyncio.sleep(chance.random() * EVERY)
    while (begun := time.perf_counter()) < until:
        page = chance.choice(pages)
        try:
            answer = await client.get(page)
            fault = "" if answer.status_code == httpx.codes.OK else f"{answer.status_code} of {page}"
        except httpx.HTTPError as error:
            fault = type(error).__name__
        seen.note(page, time.perf_counter() - begun, fault)
        await asyncio.sleep(max(0.0, begun + EVERY - time.perf_counter()))


async def opened(address: str, slug: str, words: str, number: int) -> tuple[httpx.AsyncClient, dict[str, str]]:
    """Open the form of a comment as somebody of a network of their own, and fill it in."""
    network = f"198.51.{number // 250 % 250}.{number % 250}"
    client = httpx.AsyncClient(base_url=address, headers={"X-Forwarded-For": network}, timeout=_SHORT)
    page = await client.get(f"/publications/{slug}/comments/new/")
    filled = dict(_HIDDEN.findall(page.text))
    filled |= {"name": f"Reader {number}", "email": f"reader.{number}@mail.example", "words": words, "consent": "on"}
    return client, filled


async def sent(client: httpx.AsyncClient, slug: str, filled: dict[str, str]) -> tuple[bool, str]:
    """Send a comment; tell whether it was acknowledged, and what was answered."""
    try:
        answer = await client.post(f"/publications/{slug}/comments/new/", data=filled)
    except httpx.HTTPError as error:
        return False, type(error).__name__
    finally:
        await client.aclose()
    there = answer.status_code == httpx.codes.FOUND and "/comments/sent/" in answer.headers.get("location", "")
    return there, str(answer.status_code)


async def comment(address: str, slug: str, number: int) -> tuple[str, bool, str]:
    """Read the form, think, comment; give the words, whether they were acknowledged, and what was answered."""
    words = f"Comment {number} on the harbour."
    try:
        client, filled = await opened(address, slug, words, number)
    except httpx.HTTPError as error:
        return words, False, type(error).__name__
    await asyncio.sleep(READ_FIRST)
    there, told = await sent(client, slug, filled)
    return words, there, told


async def reading(desk: Desk, seconds: float, seen: Measured, first: int | None) -> list[tuple[str, bool, str]]:
    """Let readers read for a while; with ``first``, somebody begins a comment every second, numbered from there."""
    limits = httpx.Limits(max_connections=READERS)
    async with httpx.AsyncClient(base_url=desk.address, timeout=_SHORT, limits=limits) as client:
        pages = await public_pages(client)
        until = time.perf_counter() + seconds
        readers = [read(client, pages, seen, until, random.Random(seed)) for seed in range(READERS)]  # noqa: S311 - the same walks each time
        writers = []
        if first is not None:
            slug = pages[2].split("/")[2]
            writers = [_later(second, desk, slug, first + second) for second in range(int(seconds) - 5)]
        results = await asyncio.gather(*writers, *readers)
    return [result for result in results if result is not None]


async def _later(second: int, desk: Desk, slug: str, number: int) -> tuple[str, bool, str]:
    await asyncio.sleep(second)
    return await comment(desk.address, slug, number)


async def all_at_once(desk: Desk, slug: str, first: int) -> tuple[list[tuple[str, bool, str]], float]:
    """Let people open their forms, and send all of them at the same moment; give what came of it and the seconds."""
    words = [f"Comment {first + number} on the harbour." for number in range(WRITERS)]
    forms = [await opened(desk.address, slug, said, first + number) for number, said in enumerate(words)]
    await asyncio.sleep(READ_FIRST)
    begun = time.perf_counter()
    told = await asyncio.gather(*(sent(client, slug, filled) for client, filled in forms))
    return [(said, *one) for said, one in zip(words, told, strict=True)], time.perf_counter() - begun


async def killed(desk: Desk, slug: str, first: int, times: int) -> list[tuple[str, bool, str]]:
    """Let people comment while everything is killed and started again, several times; give what came of it."""
    results: list[tuple[str, bool, str]] = []
    for turn in range(times):
        acknowledged = asyncio.Semaphore(0)

        async def person(number: int, acknowledged: asyncio.Semaphore = acknowledged) -> tuple[str, bool, str]:
            await asyncio.sleep(number % (3 * WRITERS) / WRITERS)
            result = await comment(desk.address, slug, number)
            acknowledged.release()
            return result

        people = [person(first + 3 * turn * WRITERS + number) for number in range(3 * WRITERS)]
        writing = asyncio.gather(*people)
        for _ in range(5 + 7 * turn):  # some are told that theirs is kept, others are at any step
            await acknowledged.acquire()
        number = await asyncio.to_thread(desk.kill)
        results += await writing
        seconds = await asyncio.to_thread(desk.start)
        print(f"  killed {number} processes in mid-write; it answers again after {seconds:.1f} s")
    return results


def verdict(what: str, results: list[tuple[str, bool, str]], kept: list[str]) -> bool:
    """Say whether each comment that was acknowledged is kept, and each that is kept is there once."""
    counts = Counter(kept)
    acknowledged = [words for words, there, _ in results if there]
    lost = [words for words in acknowledged if not counts[words]]
    twice = [words for words, _, _ in results if counts[words] > 1]
    others = Counter(told for _, there, told in results if not there)
    refused = ", ".join(f"{number} × {told}" for told, number in others.items()) or "none"
    print(
        f"  {what}: {len(results)} sent, {len(acknowledged)} acknowledged, {len(lost)} lost, {len(twice)} kept twice; "
        f"not acknowledged: {refused}"
    )
    return not lost and not twice


async def measure(desk: Desk, seconds: float) -> bool:
    """Go through all phases on one desk; tell whether every goal is met."""
    print(f"  cold start with the example: {desk.start():.1f} s")
    desk.stop()
    print(f"  warm start: {desk.start():.1f} s")
    quiet, busy = Measured(), Measured()
    await reading(desk, seconds, Measured(), None)  # the first pages load what later ones need
    await reading(desk, seconds, quiet, None)
    print(f"  readers alone: {quiet}")
    with desk.importing():
        await asyncio.sleep(5)
        results = await reading(desk, seconds, busy, 0)
    print(f"  beside an import: {busy}")
    fine = verdict("comments beside an import", results, desk.comments())
    fine &= all(there for _, there, _ in results)
    async with httpx.AsyncClient(base_url=desk.address) as client:
        slug = (await public_pages(client))[2].split("/")[2]
    results, took = await all_at_once(desk, slug, 10_000)
    fine &= verdict(f"{WRITERS} at once, all answered after {took:.2f} s", results, desk.comments())
    fine &= all(there for _, there, _ in results)
    results = await killed(desk, slug, 20_000, 3)
    fine &= verdict("around kills", results, desk.comments())
    desk.stop()
    met = busy.p95 < GOAL and not busy.faults and not quiet.faults
    print(f"  p95 beside an import {1000 * busy.p95:.0f} ms, goal {1000 * GOAL:.0f} ms: {'met' if met else 'NOT MET'}")
    return fine and met


def main() -> int:
    """Measure on a file and on a server; end with 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0, help="of each phase of reading")
    parser.add_argument("--only", choices=["sqlite", "postgres"], help="on one database alone")
    parser.add_argument("--postgres", default="", help="the address of an empty database; else one is started")
    wishes = parser.parse_args()
    fine = True
    for name in ("sqlite", "postgres"):
        if wishes.only not in {None, name}:
            continue
        folder = Path(tempfile.mkdtemp(prefix="communique-load-"))
        try:
            with store_of(name, folder, wishes.postgres) as store:
                print(f"{name}:")
                fine &= asyncio.run(measure(Desk(store, folder), wishes.seconds))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return int(not fine)


if __name__ == "__main__":
    sys.exit(main())
