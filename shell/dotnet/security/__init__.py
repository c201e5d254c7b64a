"""System.Security: secrets, hashes, principals, certificates."""
