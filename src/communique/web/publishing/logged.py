"""What the log of writes keeps of the room: that something was written and by whom; the words stand in revisions."""

from __future__ import annotations

from auditlog.registry import auditlog

from communique.web.publishing.models import PublishedVersion, Revision

auditlog.register(Revision, exclude_fields=["text"])
auditlog.register(PublishedVersion, exclude_fields=["text", "content", "html", "changes"])
