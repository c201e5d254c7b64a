"""System.Net: addresses, sockets, mail; the lab alone is reached."""
