""".NET's regular expressions on the `regex` module."""
