"""From what an author types to sentences with their links, and from these to safe HTML: no database, no clock."""
