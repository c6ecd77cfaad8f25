"""The workspace as a running program: server, worker, first steps."""
