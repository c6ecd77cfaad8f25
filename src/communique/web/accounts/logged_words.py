"""The words in which the log of writes names things, their fields and what stands in them; kept entries stay as is."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils import translation
from django.utils.translation import gettext, gettext_noop

KINDS = (
    gettext_noop("thread"),
    gettext_noop("comment"),
    gettext_noop("block"),
    gettext_noop("moderator note"),
    gettext_noop("promotion"),
    gettext_noop("saved search"),
    gettext_noop("dossier revision"),
    gettext_noop("essay audit"),
    gettext_noop("letter"),
)
"""What Django calls models that have no name of their own."""

NOTED = (gettext_noop("audit"), gettext_noop("example"), gettext_noop("loaded"))
"""What is noted by name, and no other page says."""

FIELDS = (gettext_noop("state"), gettext_noop("newest"), gettext_noop("decided"), gettext_noop("alert"))
"""Fields that change, by the names that no other page says."""

_NUMBERED = re.compile(r"(?P<noun>[a-z]+) (?P<number>\d+)(?: \((?P<choice>[a-z]+)\))?")


def kind_words(fields: Any) -> str:  # noqa: ANN401 - Django's own description of a model
    """Give what a model is called in the language of the reader."""
    return gettext(str(fields.verbose_name))


def thing_words(fields: Any, shown: str) -> str:  # noqa: ANN401 - as above
    """
    Give the name of a thing as it was kept; of one that has a number only ("comment 4"), in the reader's language.

    The noun is translated where it is what the model is called or ends with ("note 1" of a moderator note).
    """
    found = _NUMBERED.fullmatch(shown)
    if fields is None or found is None:
        return shown
    with translation.override("en"):
        called = str(fields.verbose_name)
    if called.rpartition(" ")[2] != found["noun"]:
        return shown
    choice = f" ({_choice(fields, found['choice'])})" if found["choice"] else ""
    noun = found["noun"] if translation.get_language() == "en" else gettext(called)
    return f"{noun} {found['number']}{choice}"


def field_words(fields: Any, name: str) -> str:  # noqa: ANN401 - as above
    """Give what a field is called; its name where there is no such field any more."""
    try:
        return gettext(str(fields.get_field(name).verbose_name))
    except (AttributeError, FieldDoesNotExist):
        return name


def value_words(fields: Any, name: str, value: object) -> object:  # noqa: ANN401 - as above
    """Give the words of a value that is one of several a field may have; any other as it is."""
    try:
        choices: dict[object, object] = dict(fields.get_field(name).flatchoices)
    except (AttributeError, FieldDoesNotExist):
        return value
    return choices.get(value, value)


def _choice(fields: Any, value: str) -> str:  # noqa: ANN401 - as above
    words = (dict(field.flatchoices).get(value) for field in fields.fields)
    return str(next((word for word in words if word), value))
