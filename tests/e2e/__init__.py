"""Whole visits in a browser: what a citizen, an editor and a team leader do, and what every page owes to everybody."""
