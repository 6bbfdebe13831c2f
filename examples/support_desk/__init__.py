"""A support desk that summarises tickets, drafts replies and finds similar cases."""
