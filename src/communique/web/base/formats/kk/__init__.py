"""Kazakh, for which Django has no ways of its own: day, month, year; the clock of twenty-four hours."""
