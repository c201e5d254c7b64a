"""Protocol logs in Exchange's formats."""
