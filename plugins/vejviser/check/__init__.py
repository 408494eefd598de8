"""Rules about content: each yields problems with file, line and column."""
