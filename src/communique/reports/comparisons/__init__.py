"""Two accounts set side by side, as a terminal, a Markdown file, a page and another program get them."""
