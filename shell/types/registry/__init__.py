"""The registry of types: names, descriptions, declarations, and the catalog of modules to import by type name."""
