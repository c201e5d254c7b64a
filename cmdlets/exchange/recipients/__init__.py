"""Cmdlets for recipients: mailboxes, groups, contacts and users."""
