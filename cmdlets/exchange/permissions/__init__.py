"""Cmdlets for permissions on directory objects and in mailboxes."""
