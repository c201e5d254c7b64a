"""Servers, databases and services."""
