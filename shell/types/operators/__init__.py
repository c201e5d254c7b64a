"""Arithmetic, comparison and formatting of values."""
