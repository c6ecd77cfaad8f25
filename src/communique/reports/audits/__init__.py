"""What the sources of a dossier say to the claims of an essay, in every form of output."""
