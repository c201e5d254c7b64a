"""The model of an Exchange organization. Knows no SMTP, no PowerShell, no screen."""
