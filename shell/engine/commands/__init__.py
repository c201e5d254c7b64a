"""Commands: their kinds, discovery, help, and the base of cmdlets."""
