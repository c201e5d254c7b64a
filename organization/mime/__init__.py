"""Reading mail that strangers have written: each reader goes once over the octets, however badly they are written.

Python's own `email` package tries each boundary at each line, and each word of a header again and again: a message of
150 KB can keep it busy for seconds. It reads and writes mail of our own; what comes from outside is read here.
"""
