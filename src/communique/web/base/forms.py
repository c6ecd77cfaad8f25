"""How forms look everywhere: label, help, field, error beside it; required fields are marked in words."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Render each field of a form from ``base/field.html``."""

    field_template_name = "base/field.html"
    form_template_name = "base/form.html"
