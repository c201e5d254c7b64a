"""Sessions on computers: PSSessions and Invoke-Command. The lab's own server is here; no other can be reached."""
