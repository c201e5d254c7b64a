"""System: what every object has, arrays, enumerations, delegates, tuples, the console and the machine."""
