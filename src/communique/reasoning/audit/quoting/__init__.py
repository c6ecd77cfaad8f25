"""Quotations of an essay, each compared word by word with the words of the sources that it renders."""
