"""`class` and `enum`."""
