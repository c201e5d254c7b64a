"""The operators of Should, one file for each kind."""
