"""Russian: numbers and quantities by grammar and lexicon."""
