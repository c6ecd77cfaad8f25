"""The list of releases: newest first, narrowed, searched, with how unusual each is."""
