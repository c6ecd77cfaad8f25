"""
Build the list of English words that are mostly written small: what tells "Minister of Transport" from a name.

A word is listed where the word probabilities of spaCy's lookup tables (MIT) have it small at least four times in ten,
and Webster's Second International of 1934 (public domain, in the package english-words) has it or the word it is
inflected from. Needs spacy-lookups-data and english-words: ``python -m tools.build_words``.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/communique/languages/english/words.txt"
SMALL_SHARE = 0.4
RAREST = -16.5
SHORTEST = 2
ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("er", ""),
    ("er", "e"), ("est", ""), ("ly", ""), ("ments", "ment"), ("isation", "ize"), ("ised", "ize"), ("ising", "ize"),
    ("ise", "ize"), ("our", "or"), ("ours", "or"), ("tre", "ter"), ("tres", "ter"), ("ied", "y"), ("ier", "y"),
)  # fmt: skip
HEADER = (
    "# English words that are mostly written small, made by tools/build_words.py.\n"
    "# source: word probabilities of spacy-lookups-data (MIT); Webster's Second International, 1934 (public domain)\n"
)


def main() -> None:
    """Write the list."""
    words = sorted(_words())
    TARGET.write_text(HEADER + "\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words in {TARGET.name}")


def _words() -> Iterator[str]:
    table = files("spacy_lookups_data") / "data" / "en_lexeme_prob.json.gz"
    logs: dict[str, float] = json.loads(gzip.decompress(table.read_bytes()))
    listed = _dictionary()
    for word, log in logs.items():
        if _is_plain(word) and log > RAREST and _is_listed(word, listed) and _small_share(word, logs) >= SMALL_SHARE:
            yield word


def _dictionary() -> frozenset[str]:
    from english_words import get_english_words_set  # noqa: PLC0415 - only this tool needs it

    return frozenset(word for word in get_english_words_set(["web2"], alpha=False) if word.islower())


def _is_plain(word: str) -> bool:
    return len(word) >= SHORTEST and word.islower() and word.isascii() and word.replace("-", "").isalpha()


def _small_share(word: str, logs: dict[str, float]) -> float:
    small, capital = (math.exp(logs[w]) if w in logs else 0.0 for w in (word, word.capitalize()))
    return small / (small + capital)


def _is_listed(word: str, listed: frozenset[str]) -> bool:
    return word in listed or any(
        word.endswith(ending) and word[: -len(ending)] + base in listed for ending, base in ENDINGS
    )


if __name__ == "__main__":
    main()
