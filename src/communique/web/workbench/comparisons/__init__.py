"""Two releases set side by side: choosing them, comparing them as work, showing what was kept."""
