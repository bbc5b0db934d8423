"""How fast the site is: `python -m tests.benchmarks` (`make bench`) measures it as a city would run it, and prints one table.

Every speed is also a ratio to a view that returns a constant 1 KB through the same middleware, measured in the same seconds, so
that figures from different machines can be compared.
"""
