"""The timeline of a dossier, in every form of output: tables, pages, and a plot."""
