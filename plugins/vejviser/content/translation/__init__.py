"""Translations beside the originals they were made from."""
