"""Pages of accounts: coming in, one's own account, people, the log of writes."""
