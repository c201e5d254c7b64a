"""Cmdlets for newcomers: the banner, tips, and pointers to commands and help."""
