"""System and System.Numerics: numbers."""
