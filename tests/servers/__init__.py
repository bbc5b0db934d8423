"""The servers that tests run against: PostgreSQL, Redis, gunicorn and Chromium, each started by the tests and stopped again.

`python -m tests.servers ensure` looks for what is needed beyond Python. Fixtures are in `fixtures.py`.
"""
