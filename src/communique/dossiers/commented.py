"""The text of a new dossier, with remarks that tell an analyst what goes where."""

from __future__ import annotations

from communique.dossiers.codec import dossier_text
from communique.model import Dossier

_HEAD = """\
# One episode: its releases, other evidence, explanations, and what is expected.
# Comments and the order of tables stay when the program writes this file.
# `communique dossier check` tells what does not fit.
"""

_TAIL = """\

# A release, by its role: event, announcement, invitation, statement or parallel.
# [[release]]
# source = "page.html"              # a file beside this one, an address, FILE.jsonl.gz#ID or corpus:NAME
# role = "event"
# reason = "the host's own record"
# grade = "B2"                      # Admiralty scale: the source A to F, the item 1 to 6

# Evidence that is no release: footage, picture, press, document, rule, comment or other.
# [[exhibit]]
# code = "E1"
# kind = "press"
# title = "What a newspaper wrote"
# grade = "C3"
# words = "exact words, or a description"
# address = "https://press.example/1"
# day = "2021-06~"                  # EDTF: as precise as it is known

# Another explanation, and the fact that would rule it out. One is always dull: the routine.
# [[hypothesis]]
# code = "guest_asked"
# statement = "The guest asked for it."
# prior = 1.0
# refuted_by = "an invitation of an earlier day"

# What bears on the explanations: its exact words, and where they stand.
# [[evidence]]
# code = "D1"
# statement = "The guest says whose wish it was."
# source = "page.html"
# quote = "exact words of that release"
# group = "initiative"              # items of one group say the same, and count once
# grade = "B2"

# How probable the evidence is if the explanation were true (over 0, up to 1), and why.
# [[likelihood]]
# evidence = "D1"
# hypothesis = "guest_asked"
# value = 0.6
# reason = "a guest who asks says so more often than not"
# analyst = "initials"

# What is expected, by when, and what will count as yes.
# [[forecast]]
# code = "F1"
# question = "Will there be another meeting by September?"
# probability = 0.7
# made = 2021-06-16
# due = 2021-09-30
# resolves = "a release of either side that records one"
"""


def commented_text(dossier: Dossier) -> str:
    """Write a dossier anew, with remarks at its head and a pattern of every table at its end."""
    return f"{_HEAD}\n{dossier_text(dossier)}{_TAIL}"
