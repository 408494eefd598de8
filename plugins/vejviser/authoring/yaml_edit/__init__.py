"""Changes to files that people wrote: one thing is written, and every other letter stays as it is."""
