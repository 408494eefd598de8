"""Translations beside the Danish texts they were made from."""
