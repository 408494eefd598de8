"""Groups of commands that `vejviser.cli` hangs on the one program."""
