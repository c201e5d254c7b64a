"""System.Net: addresses, sockets, mail. Only hosts of the lab can be reached."""
