"""Analyses from draft to publication, with their evidence, their corrections and their feeds."""
