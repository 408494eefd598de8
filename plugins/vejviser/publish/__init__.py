"""Targets that a finished site is put in: folders, branches, buckets."""
