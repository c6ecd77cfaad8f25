"""Editions of one release in several languages, sentence by sentence."""
