"""The operators of the language, by token."""
