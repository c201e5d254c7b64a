"""What became of messages: the message tracking log and the agent log."""
