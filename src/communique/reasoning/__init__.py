"""Reasoning on what was found: competing explanations, estimative words, forecasts, the audit of an analysis."""
