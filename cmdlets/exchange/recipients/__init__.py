"""Mailboxes, groups, contacts and users."""
