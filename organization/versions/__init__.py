"""What differs by Exchange version: small overriding tables."""
