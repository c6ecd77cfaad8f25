"""The bundled dossier: two texts that are plainly invented."""

from __future__ import annotations

from importlib.resources import files

import pytest

DEMO = files("communique.reports").joinpath("demo")


@pytest.mark.parametrize("name", ["arvenia", "velmark"])
def test_a_text_is_plainly_fictional(name: str) -> None:
    """Licence and note say that the text is invented, and its address can belong to nobody."""
    _, front, text = DEMO.joinpath(f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.splitlines())
    assert "Fictional" in fields["licence"]
    assert "do not exist" in fields["note"]
    assert ".example/" in fields["address"]
    assert 350 <= len(text.split()) <= 450
