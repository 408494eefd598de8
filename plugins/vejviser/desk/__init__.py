"""What editors and translators ask for at the command line."""
