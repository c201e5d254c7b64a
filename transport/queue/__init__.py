"""Accepted messages on their way to a mailbox."""
