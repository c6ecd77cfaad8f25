"""Two statements of one side on one day."""
