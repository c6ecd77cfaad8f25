"""One check for each kind of claim: what the sources of a dossier say to it."""
