"""
Who did what to whom, beside two ways that need only a plain parse, all in one run: ``just peers``.

Every method gets the same labelled sentences and is scored by the scorer beside the project. The baselines are written
here: verbs of power in the manner of Sap et al. (2017), and plain subject and object over the verbs of our own lexicon.
Direction counts the directed relations whose two parties are named: right, the wrong way round, or not found.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from typing import Any

from bench.bare_russian import is_at_hand
from bench.baselines import Edge, Rule, find_edges, power_rules, subject_rules
from bench.clauses import Clause, Clauses, english_clauses, russian_clauses
from tools.labelled import ROOT, SHARED, Scores, exported, is_read, labels_of, score

LABELLED = "protocol"
RESULTS = ROOT / "out" / "peers.json"
LANGUAGES = {"en": "English", "ru": "Russian"}
CLAUSES = {"en": english_clauses, "ru": russian_clauses}
SHARES = ("right", "wrong", "silent", "n")
MEASURES = ("precision", "recall", "f1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A labelled sentence, and its clauses by the plain parse."""

    release: str
    words: str
    clauses: tuple[Clause, ...]


def main() -> int:
    """Measure, print, and leave the figures in ``out/peers.json``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    if not SHARED.is_dir():
        print(f"no labelled releases at {SHARED}: nothing is compared")
        return 0
    results = {code: compared(code, name) for code, name in LANGUAGES.items()}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 0


def compared(language: str, name: str) -> dict[str, Scores]:
    """Score every method on the labelled sentences of a language and print a row of each."""
    if not is_read(language):
        print(f"\n{name} not read yet")
        return {}
    results = {"communique": score(LABELLED, language, exported(language))}
    if language == "ru" and not is_at_hand():
        print("\nnatasha is not installed: no baselines for Russian (pip install natasha==1.6.0)")
    else:
        sentences = parsed(language, CLAUSES[language]())
        for method, rules in baselines(language).items():
            results[method] = score(LABELLED, language, told(sentences, rules))
    print_table(name, results)
    return results


def baselines(language: str) -> dict[str, tuple[Rule, ...]]:
    """Give the baselines by name."""
    return {"power verbs": power_rules(language), "subject to object": subject_rules(language)}


def parsed(language: str, clauses: Clauses) -> tuple[Sentence, ...]:
    """Parse each labelled sentence once, as it stands."""
    pairs = dict.fromkeys((label["release"], label["sentence"]) for label in labels_of(LABELLED, language))
    return tuple(Sentence(release=release, words=words, clauses=clauses(words)) for release, words in pairs)


def told(sentences: tuple[Sentence, ...], rules: tuple[Rule, ...]) -> str:
    """Give what the rules find in the sentences as the scorer wants it: one record for each release."""
    records: dict[str, list[dict[str, Any]]] = {sentence.release: [] for sentence in sentences}
    for sentence in sentences:
        records[sentence.release] += [relation(edge, sentence.words) for edge in find_edges(sentence.clauses, rules)]
    return "".join(json.dumps({"id": release, "relations": relations}) + "\n" for release, relations in records.items())


def relation(edge: Edge, words: str) -> dict[str, Any]:
    """Give an edge as the export has relations."""
    parties = {"from": edge.giver, "to": edge.receiver}
    return {"relation": edge.relation, **parties, "symmetrical": edge.symmetrical, "quote": words}


def print_table(name: str, results: dict[str, Scores]) -> None:
    """Print a row for each method: direction, then the relations as a whole."""
    print(f"\n{name:<20}" + "".join(f"{word:>8}" for word in SHARES) + "".join(f"{word:>11}" for word in MEASURES))
    for method, scores in results.items():
        shares = (scores["direction"][share] for share in SHARES)
        measures = (scores["relations"][measure] for measure in MEASURES)
        print(
            f"  {method:<18}" + "".join(f"{shown(v):>8}" for v in shares) + "".join(f"{shown(v):>11}" for v in measures)
        )


def shown(value: float | None) -> str:
    """
    Show a count as it is, a share to the third decimal, and nothing as a dash.

    >>> shown(46), shown(0.86957), shown(None)
    ('46', '0.870', '–')
    """
    return "–" if value is None else str(value) if isinstance(value, int) else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
