""".NET's own types, one folder a namespace."""
