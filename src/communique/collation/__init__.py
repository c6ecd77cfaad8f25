"""Two texts side by side: the same event? what do both say, what one alone, what differs, what was edited."""
