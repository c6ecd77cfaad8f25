"""The audit of an analyst's text: its claims in order, and what the sources of a dossier say to each."""
