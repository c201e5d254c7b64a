"""Cmdlets for transport queues and their messages."""
