"""Members of any value: reading, setting, listing, calling, indexing."""
