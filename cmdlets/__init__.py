"""Every cmdlet: PowerShell's own and Exchange's."""
