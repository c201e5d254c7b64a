"""The machine that the shell runs on: console, disk, environment, programs and network, each behind one module."""
