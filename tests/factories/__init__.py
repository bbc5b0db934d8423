"""Rows for tests, as a person would make them."""
