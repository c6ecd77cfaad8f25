"""Figures of an essay, set beside those of the sources."""
