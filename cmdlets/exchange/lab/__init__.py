"""Commands of the lab, which Exchange does not have; their nouns begin with Lab."""
