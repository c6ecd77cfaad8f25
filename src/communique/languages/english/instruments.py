"""English documents: those that a release says were signed, adopted, concluded or issued."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from communique.languages.english.instrument_cues import GRAMMAR, LISTS, find_signed, has_cue
from communique.languages.instruments import SignedDocument, judge, told_once
from communique.model.instruments import InstrumentCount, InstrumentWords
from communique.model.spans import Part, Span
