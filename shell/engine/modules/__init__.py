"""Modules: discovery, loading, manifests, requirements of scripts."""
