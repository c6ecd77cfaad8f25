"""Searches that somebody saved, their feeds, and letters on what is new."""
