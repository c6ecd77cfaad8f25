"""Contradictions between passages on one matter: numbers, days, places, negation, opposed predicates."""
