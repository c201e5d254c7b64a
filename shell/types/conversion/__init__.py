"""PowerShell's conversions from any value to any type."""
