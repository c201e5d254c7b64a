"""Classes and enumerations that scripts define."""
