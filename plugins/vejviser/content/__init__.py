"""Content: what editors write, as values."""
