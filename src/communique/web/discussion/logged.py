"""
What the log of writes may know of comments.

Only the fields named here are noted, and none of them is personal: names, words, addresses and prints stay out, so that
what a reader erases is nowhere left. (The settings leave this room out of “all models”, which would note every field.)
"""

from __future__ import annotations

from auditlog.registry import auditlog

from communique.web.discussion.models import Block, Comment, ModeratorNote, Promotion, Thread

auditlog.register(Comment, include_fields=["id", "thread", "opening", "state", "citable", "published", "erased"])
auditlog.register(Thread, include_fields=["id", "publication", "version", "sentence"])
auditlog.register(Block, include_fields=["id", "kind", "until"])
auditlog.register(ModeratorNote, include_fields=["id", "comment", "at"])
auditlog.register(Promotion, include_fields=["id", "comment", "dossier", "exhibit"])
