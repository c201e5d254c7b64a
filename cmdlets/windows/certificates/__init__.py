"""The server's certificate stores as a drive, and the commands for its certificates beside Exchange's."""
