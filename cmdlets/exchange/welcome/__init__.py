"""What the Exchange Management Shell tells newcomers: its banner, tips, and where commands and help are."""
