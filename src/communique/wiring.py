"""Settings in; ready languages, tables, readings and engine out."""
