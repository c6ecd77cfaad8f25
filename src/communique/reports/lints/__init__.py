"""What the linter found in the texts named, for a terminal and for other programs."""
