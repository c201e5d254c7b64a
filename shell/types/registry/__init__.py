"""The table of types: names, descriptions, declarations, and the catalog of what is imported when it is named."""
