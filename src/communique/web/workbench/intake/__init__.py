"""Releases on their way in: by address or by upload, read by a worker, never in a page."""
