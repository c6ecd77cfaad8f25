"""What a publisher changed between two versions of a text."""
