"""Modules: finding, loading, manifests, what a script requires."""
