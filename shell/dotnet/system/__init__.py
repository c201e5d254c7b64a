"""System: Object, arrays, enumerations, delegates, tuples, the console and the environment."""
