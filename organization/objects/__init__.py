"""The objects of an Exchange organization, one a file."""
