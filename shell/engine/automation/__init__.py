"""System.Management.Automation, as far as it runs scripts or tells of the session."""
