"""System.Management.Automation, as far as it needs no running session."""
