"""Loops, `switch`, `try`, and leaving a statement early."""
