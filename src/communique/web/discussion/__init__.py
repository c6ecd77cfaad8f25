"""What readers say of a publication, and what is done with it."""
