"""
The bare Russian pipeline: natasha's segmentation, morphology, syntax and names, and nothing around it.

``python -m bench.bare_russian TEXTS.jsonl`` prints one JSON object: the words of the texts, and the seconds that the
pipeline took once its weights were loaded. It keeps to one thread: its matrices are small, and more only wait for one
another.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def is_at_hand() -> bool:
    """Tell whether natasha is installed; nothing but this bench needs it."""
    return find_spec("natasha") is not None


def load_bare(*, named: bool = False) -> Callable[[str], Any]:
    """Load the weights; give what makes a text natasha's document, with its names where wanted."""
    from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter  # noqa: PLC0415

    segmenter, embedding = Segmenter(), NewsEmbedding()
    tagger, parser = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)
    names = NewsNERTagger(embedding) if named else None

    def parse(text: str) -> Any:  # noqa: ANN401 - natasha ships no types
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(tagger)
        doc.parse_syntax(parser)
        if names is not None:
            doc.tag_ner(names)
        return doc

    return parse


def load_lemmas() -> Callable[[str], str]:
    """Load pymorphy3's dictionary; give what makes a word its likeliest lemma, a verb's before any other."""
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - only where Russian is measured

    analyzer = MorphAnalyzer(lang="ru")

    @cache
    def lemma(word: str) -> str:
        parses = analyzer.parse(word)
        verbs = [parse for parse in parses if parse.tag.POS in {"VERB", "INFN", "GRND", "PRTF", "PRTS"}]
        return str((verbs or parses)[0].normal_form).replace("ё", "е")

    return lemma


def main() -> int:
    """Parse every text of the file, keep nothing, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    options = parser.parse_args()
    with options.texts.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parse = load_bare(named=True)
    begun = time.perf_counter()
    tokens = sum(len(parse(text).tokens) for text in texts)
    seconds = time.perf_counter() - begun
    json.dump({"model": "natasha", "tokens": tokens, "seconds": round(seconds, 2)}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
