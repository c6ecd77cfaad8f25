"""One episode: its releases filed by role, its days in order, who met whom in what office, what was said when."""
