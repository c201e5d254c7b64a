"""Commands: what they are, finding them, their help, cmdlets."""
