"""The anti-spam agents and their settings."""
