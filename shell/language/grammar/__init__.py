"""The grammar: a recursive-descent parser over the scanner, part by part."""
