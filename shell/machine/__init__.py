"""The machine under the shell: its console, disk, environment, programs and network, each behind one door."""
