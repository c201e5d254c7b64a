"""System.Collections and System.Linq."""
