"""The pages of dossiers, one module a part."""
