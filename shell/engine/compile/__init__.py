"""From tree to closures."""
