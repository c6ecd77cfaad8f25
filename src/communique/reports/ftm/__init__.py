"""What accounts tell as FollowTheMoney entities: people, offices, memberships, events, documents."""

from __future__ import annotations

from communique.reports.ftm.entity import Entity, render_entity
from communique.reports.ftm.telling import find_entities

__all__ = ["Entity", "find_entities", "render_entity"]
