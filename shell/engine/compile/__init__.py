"""The compiler: from syntax trees to closures."""
