"""The workspace as a running program: tables, server, worker, first steps, and a look at its health."""
