"""
Speed against the bare parser, memory, and cold start, all in one run: ``just bench``.

Every figure that counts is a ratio of two programs run one after the other on the same texts with the same number of
processes, each a child of its own, so that neither pays for the other. The texts are a seeded sample of the English
releases beside the project; where those are absent, only cold start is measured.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import TypeAlias

from bench.measure import COMMUNIQUE, Run, measured, middle_of

Record: TypeAlias = dict[str, object]

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
ONE_RELEASE = ROOT / "docs" / "examples" / "page.html"
RESULTS = ROOT / "out" / "bench.json"
TARGETS = {"ratio": 1.0, "peak": 1.2 * 1024, "read": 2.0, "--help": 0.3, "--version": 0.3}
COLD_RUNS = 5


def sample(size: int, seed: int) -> list[str]:
    """Draw so many English releases, each one line of JSON; the same seed draws the same ones."""
    lines: list[str] = []
    for path in sorted(CORPUS.glob("*.en.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as records:
            lines += [line for line in records if line.strip()]
    return random.Random(seed).sample(lines, min(size, len(lines)))  # noqa: S311 - a sample, not a secret


def sound(name: str, run: Run) -> Run:
    """Give the run back, unless it failed: a broken program is not a fast one."""
    if run.status:
        sys.exit(f"expected {name} to end well, got exit status {run.status} (run it by itself and see)")
    return run


def line(name: str, *parts: str) -> None:
    """Print one row of the result."""
    print(f"  {name:<28}" + "".join(f"{part:<26}" for part in parts), flush=True)


def mark(value: float, target: float) -> str:
    """Say whether a value is within its target."""
    return f"(target {target:g}: {'met' if value <= target else 'MISSED'})"


def speed(texts: Path, folder: Path, *, words: int, processes: int) -> Record:
    """Export the texts, parse them bare, and print what either took and their ratio."""
    print(f"\n{words:,} words, {processes} process(es)")
    bare = sound(
        "the bare parser",
        measured(sys.executable, str(ROOT / "bench" / "yardstick.py"), str(texts), f"--processes={processes}"),
    )
    pipe = float(json.loads(bare.output)["seconds"])
    line("bare nlp.pipe", f"{bare.seconds:.1f} s", f"{words / bare.seconds:,.0f} words/s", f"peak {bare.peak:,.0f} MiB")
    out = folder / "accounts.jsonl"
    command = (*COMMUNIQUE, "export", "accounts", str(texts), "-o", str(out), f"--processes={processes}", "--quiet")
    export = sound("the export", measured(*command))
    line(
        "export accounts",
        f"{export.seconds:.1f} s",
        f"{words / export.seconds:,.0f} words/s",
        f"peak {export.peak:,.0f} MiB",
    )
    ratio = export.seconds / bare.seconds
    line("ratio, all included", f"{ratio:.2f} {mark(ratio, TARGETS['ratio'])}")
    line("ratio to the pipe alone", f"{export.seconds / pipe:.2f} (the model loaded already for the parser only)")
    line("memory of one process", f"{export.peak:,.0f} MiB {mark(export.peak, TARGETS['peak'])}")
    with out.open(encoding="utf-8") as accounts:
        print(f"  accounts written: {sum(1 for _ in accounts):,}")
    return {
        "processes": processes,
        "words": words,
        "bare_seconds": bare.seconds,
        "pipe_seconds": pipe,
        "export_seconds": export.seconds,
        "ratio": ratio,
        "bare_peak_mib": bare.peak,
        "export_peak_mib": export.peak,
    }


def cold_start() -> Record:
    """Run the short commands several times and print the median of each, loading included."""
    print(f"\ncold start, median of {COLD_RUNS}")
    read = sound("read", middle_of(COLD_RUNS, *COMMUNIQUE, "read", str(ONE_RELEASE)))
    first = read.first or read.seconds
    line("read one release", f"first words {first:.2f} s", mark(first, TARGETS["read"]), f"whole {read.seconds:.2f} s")
    taken: Record = {"read_first": first, "read_whole": read.seconds, "read_peak_mib": read.peak}
    for option in ("--help", "--version"):
        run = sound(option, middle_of(COLD_RUNS, *COMMUNIQUE, option))
        line(option, f"{run.seconds:.2f} s", mark(run.seconds, TARGETS[option]))
        taken[option] = run.seconds
    return taken


def measure_speed(size: int, seed: int, processes: list[int]) -> list[Record]:
    """Draw the sample and measure it once for each number of processes; nothing where there is no corpus."""
    if not CORPUS.is_dir():
        print(f"no corpus at {CORPUS}: speed and memory are not measured")
        return []
    lines = sample(size, seed)
    words = sum(len(json.loads(text)["text"].split()) for text in lines)
    print(f"{len(lines):,} releases drawn with seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "sample.jsonl"
        texts.write_text("".join(lines), encoding="utf-8")
        return [speed(texts, Path(folder), words=words, processes=number) for number in processes]


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
