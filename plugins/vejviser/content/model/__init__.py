"""Frozen values: what editors write, typed."""
