"""Whether the workspace can run here: each part looked at by itself, in words, with what to do."""
