"""English direct speech: the turns of transcripts, and what narration puts between quotation marks."""

from __future__ import annotations

import re
from functools import cache

from communique.languages.label_words import LabelWords
from communique.languages.speech import Speech
from communique.languages.turns import find_turns
from communique.model import Span, SpeechForm
from communique.text.tables import load_toml, load_words

_PACKAGE = "communique.languages.english"


@cache
def label_words() -> LabelWords:
    labels = load_toml(_PACKAGE, "speech.toml")["labels"]
    table = load_toml(_PACKAGE, "offices.toml")
    links = frozenset(labels["links"])
    offices = {word for head in table["heads"] for word in head.split()} - links - {"two","guide","holy","mosques","custodian","lama"}
    return LabelWords(
        offices=frozenset(offices | set(labels["offices"])),
        links=links,
        address=frozenset(word.rstrip(".") for word in table["honorifics"]),
        particles=frozenset(table["particles"]),
        suffixes=frozenset(word.rstrip(".") for word in table["suffixes"]),
        common=frozenset(table["bodies"]),
        ordinary=load_words(_PACKAGE, "words.txt") - frozenset(table["bodies"]) - frozenset(table["given"]),
        parts=frozenset(labels["parts"]), plural_parts=frozenset(labels["plural_parts"]),
        letters=frozenset(labels["letters"]), stops=frozenset(labels["stops"]),
        abbreviations=frozenset(labels["abbreviations"]), article=frozenset(labels["article"]),
        closing=re.compile(labels["closing"]),
    )


def find_speech(text: str, title: str = "") -> tuple[Speech, ...]:
    turns = find_turns(text, label_words(), title)
    return tuple(Speech(form=SpeechForm.TURN, content=t.content, cue=t.label, speaker_words=t.speaker, speaker_name=t.name, plural=t.plural) for t in turns)
