"""`python -m vejviser`."""

from vejviser.cli import main

main()
