"""The value types of Exchange: sizes, spans, addresses, ranges, flags."""
