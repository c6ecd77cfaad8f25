"""Tags of the public page."""
