"""The Windows server of the lab's Exchange, as far as scripts see it: disk and environment."""
