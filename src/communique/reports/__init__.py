"""Reports: one release read, as terminal, Markdown, HTML, JSON and notebook show it, and as a line of the export."""
