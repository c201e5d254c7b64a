"""Operators, members, calls, assignments, types in expressions."""
