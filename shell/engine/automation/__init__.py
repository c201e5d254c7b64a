"""Types of System.Management.Automation that run scripts or need a session."""
