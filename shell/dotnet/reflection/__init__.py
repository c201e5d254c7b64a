"""System.Reflection, and calls that name the types of a generic method."""
