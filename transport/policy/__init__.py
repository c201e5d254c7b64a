"""What Exchange decides on the wire, without input or output."""
