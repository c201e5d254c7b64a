"""Exchange's cmdlets, one noun a file."""
