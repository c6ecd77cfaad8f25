"""Competing explanations weighed, as a user reads them: hypotheses in rows, evidence in columns."""
