"""Cmdlets for servers, databases, certificates and services."""
