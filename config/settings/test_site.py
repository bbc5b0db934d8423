"""A whole site for browser and concurrency tests: as on a developer's machine, with quick hashing; the rest by environment."""

from config.settings.dev import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
