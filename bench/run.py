"""
Speed against the bare parsers, memory, and cold start, all in one run: ``just bench``.

Every figure that counts is a ratio of two programs run one after the other on the same texts with the same number of
processes, each a child of its own, so that neither pays for the other. The texts are a seeded sample of the English
releases beside the project, and every Russian one; where those are absent, only cold start is measured.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from bench.bare_russian import is_at_hand
from bench.measure import COMMUNIQUE, Run, measured, middle_of
from tools.labelled import is_read, lines_of

Record: TypeAlias = dict[str, object]

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
ONE_RELEASE = ROOT / "docs" / "examples" / "page.html"
RESULTS = ROOT / "out" / "bench.json"
TARGETS = {"ratio": 1.0, "peak": 1.2 * 1024, "read": 2.0, "--help": 0.3, "--version": 0.3}
COLD_RUNS = 5


def releases_in(language: str) -> list[str]:
    """Give every release in a language, each one line of JSON."""
    return [line for path in sorted(CORPUS.glob(f"*.{language}.jsonl.gz")) for line in lines_of(path)]


def sample(size: int, seed: int) -> list[str]:
    """Draw so many English releases; the same seed draws the same ones."""
    lines = releases_in("en")
    return random.Random(seed).sample(lines, min(size, len(lines)))  # noqa: S311 - a sample, not a secret


def sound(name: str, run: Run) -> Run:
    """Give the run back, unless it failed: a broken program is not a fast one."""
    if run.status:
        sys.exit(f"expected {name} to end well, got exit status {run.status} (run it by itself and see)")
    return run


def line(name: str, *parts: str) -> None:
    """Print one row of the result."""
    print(f"  {name:<28}" + "".join(f"{part:<26}" for part in parts), flush=True)


def mark(value: float, target: float | None) -> str:
    """Say whether a value is within its target, nothing where there is none."""
    return "" if target is None else f"(target {target:g}: {'met' if value <= target else 'MISSED'})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A bare parser: its name in the table, the module that runs it, and the most our time may be of its time."""

    name: str
    module: str
    target: float | None = None


ENGLISH = Bare(name="nlp.pipe", module="bench.yardstick", target=TARGETS["ratio"])
RUSSIAN = Bare(name="natasha", module="bench.bare_russian")


def speed(texts: Path, folder: Path, *, bare: Bare, processes: int) -> Record:
    """Export the texts, parse them bare, and print what either took and their ratio."""
    with texts.open(encoding="utf-8") as releases:
        words = sum(len(json.loads(release)["text"].split()) for release in releases)
    print(f"\n{words:,} words, {processes} process(es)")
    parsing = sound(f"bare {bare.name}", measured(*bare_command(bare, texts, processes)))
    pipe = float(json.loads(parsing.output)["seconds"])
    line(f"bare {bare.name}", *taken(parsing, words))
    out = folder / "accounts.jsonl"
    command = (*COMMUNIQUE, "export", "accounts", str(texts), "-o", str(out), f"--processes={processes}", "--quiet")
    export = sound("the export", measured(*command))
    line("export accounts", *taken(export, words))
    ratio = export.seconds / parsing.seconds
    line("ratio, all included", f"{ratio:.2f} {mark(ratio, bare.target)}")
    line("ratio to the pipe alone", f"{export.seconds / pipe:.2f} (the model loaded already for the parser only)")
    line("memory of one process", f"{export.peak:,.0f} MiB {mark(export.peak, TARGETS['peak'])}")
    with out.open(encoding="utf-8") as accounts:
        print(f"  accounts written: {sum(1 for _ in accounts):,}")
    return {
        "against": bare.name,
        "processes": processes,
        "words": words,
        "bare_seconds": parsing.seconds,
        "pipe_seconds": pipe,
        "export_seconds": export.seconds,
        "ratio": ratio,
        "bare_peak_mib": parsing.peak,
        "export_peak_mib": export.peak,
    }


def bare_command(bare: Bare, texts: Path, processes: int) -> tuple[str, ...]:
    """Give the command that runs a bare parser; natasha has no processes of its own."""
    many = (f"--processes={processes}",) if bare is ENGLISH else ()
    return (sys.executable, "-m", bare.module, str(texts), *many)


def taken(run: Run, words: int) -> tuple[str, str, str]:
    """Say what a run over so many words took."""
    return f"{run.seconds:.1f} s", f"{words / run.seconds:,.0f} words/s", f"peak {run.peak:,.0f} MiB"


def cold_start() -> Record:
    """Run the short commands several times and print the median of each, loading included."""
    print(f"\ncold start, median of {COLD_RUNS}")
    read = sound("read", middle_of(COLD_RUNS, *COMMUNIQUE, "read", str(ONE_RELEASE)))
    first = read.first or read.seconds
    line("read one release", f"first words {first:.2f} s", mark(first, TARGETS["read"]), f"whole {read.seconds:.2f} s")
    figures: Record = {"read_first": first, "read_whole": read.seconds, "read_peak_mib": read.peak}
    for option in ("--help", "--version"):
        run = sound(option, middle_of(COLD_RUNS, *COMMUNIQUE, option))
        line(option, f"{run.seconds:.2f} s", mark(run.seconds, TARGETS[option]))
        figures[option] = run.seconds
    return figures


def measure_speed(size: int, seed: int, processes: list[int]) -> list[Record]:
    """Measure the sample once for each number of processes, Russian in one; nothing where there is no corpus."""
    if not CORPUS.is_dir():
        print(f"no corpus at {CORPUS}: speed and memory are not measured")
        return []
    lines = sample(size, seed)
    print(f"{len(lines):,} English releases drawn with seed {seed}")
    return [speed_of(lines, bare=ENGLISH, processes=number) for number in processes] + russian_speed()


def russian_speed() -> list[Record]:
    """Measure every Russian release in one process, or say why not."""
    if not is_read("ru"):
        print("\nRussian is not read yet: no ratio for it")
        return []
    if not is_at_hand():
        print("\nnatasha is not installed: no ratio for Russian (pip install natasha==1.6.0)")
        return []
    lines = releases_in("ru")
    print(f"{len(lines):,} Russian releases, all there are")
    return [speed_of(lines, bare=RUSSIAN, processes=1)]


def speed_of(lines: list[str], *, bare: Bare, processes: int) -> Record:
    """Measure these releases in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "sample.jsonl"
        texts.write_text("".join(lines), encoding="utf-8")
        return speed(texts, Path(folder), bare=bare, processes=processes)


def main() -> int:
    """Measure, print, and leave the figures in ``out/bench.json``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=2000, help="size of the sample")
    parser.add_argument("--seed", type=int, default=20, help="which sample")
    parser.add_argument("--processes", type=int, nargs="+", default=[1], help="one measurement for each number")
    options = parser.parse_args()
    cold = cold_start()
    results = {"cold_start": cold, "speed": measure_speed(options.releases, options.seed, options.processes)}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
