"""Providers: the stores that are reached by path (files, variables, functions, aliases, the environment)."""
