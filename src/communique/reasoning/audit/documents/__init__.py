"""What an essay claims of signed documents, set beside those that the sources name."""
