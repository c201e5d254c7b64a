"""Queues and the messages in them."""
