"""`python -m shell`."""

from shell.cli import main

main()
