"""Forecasts and how they did, as a table, a page with one post-mortem each, and records for other programs."""
