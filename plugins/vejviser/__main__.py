"""`python -m vejviser`."""

from vejviser.cli.main import main

main()
