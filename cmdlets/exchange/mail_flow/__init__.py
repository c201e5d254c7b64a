"""Connectors, domains and transport settings."""
