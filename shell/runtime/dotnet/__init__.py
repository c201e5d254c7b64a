"""The .NET types that scripts use."""
