"""Commands of our own, named as such, for looking into the lab."""
