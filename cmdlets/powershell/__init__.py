"""PowerShell's own cmdlets."""
