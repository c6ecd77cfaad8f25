"""Who may do what: users, roles, invitations, tokens, and the log of every write."""
