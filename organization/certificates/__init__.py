"""The server's certificates: how they are made and read, which one a connector uses, the one that setup makes."""
