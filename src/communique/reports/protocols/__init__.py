"""The protocol of an episode, as a terminal, a Markdown file and another program get it."""
