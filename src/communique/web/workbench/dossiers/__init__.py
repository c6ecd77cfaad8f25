"""Dossiers in the browser: kept with every revision, edited by several at once, each part a page of its own."""
