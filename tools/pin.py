"""
Pin every run-time dependency, with the hashes of its files, in ``constraints.txt``.

Needs ``pip install -e ".[pin]"``. Old pins are kept where they still fit; ``--upgrade`` takes the newest of everything.
The file must not say where packages come from: that is the installer's setting, so any line that names an address
stops the run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "constraints.txt"
HEAD = """\
# Every run-time dependency with the hashes of its files, for CPython 3.11 and later. Made by `just pin`.
# pip install --require-hashes -r constraints.txt && pip install --no-deps .
"""
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--extra=postgres",  # the driver of a shared desk
    "--quiet",
)


def pinned(*, upgrade: bool) -> str:
    """Resolve the dependencies of ``pyproject.toml`` and give the pins, one package after another."""
    command = ["uv", "pip", "compile", "pyproject.toml", *OPTIONS, f"--output-file={CONSTRAINTS}"]
    subprocess.run([*command, *(["--upgrade"] if upgrade else [])], cwd=ROOT, check=True)
    return CONSTRAINTS.read_text(encoding="utf-8")


def main() -> int:
    """Write the pins; fail where a line names an address."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--upgrade", action="store_true", help="take the newest version of everything")
    pins = pinned(upgrade=parser.parse_args().upgrade)
    named = [line for line in pins.splitlines() if "://" in line]
    if named:
        print("expected pins alone, got addresses:", *named, sep="\n", file=sys.stderr)
        return 1
    CONSTRAINTS.write_text(HEAD + pins, encoding="utf-8")
    print(f"{CONSTRAINTS.name}: {sum('==' in line for line in pins.splitlines())} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
