"""The Windows server that the lab's Exchange runs on, as far as scripts see it: its disk and its environment."""
