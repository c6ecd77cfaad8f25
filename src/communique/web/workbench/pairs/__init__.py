"""Two states over time: their contacts, the tempo, the formulas, drawn and as tables."""
