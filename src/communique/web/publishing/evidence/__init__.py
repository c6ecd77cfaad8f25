"""Evidence of an analysis: links made into exact words of releases, what is known of these, and what is missing."""
