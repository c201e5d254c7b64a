"""Cmdlets for the message tracking log and the agent log."""
