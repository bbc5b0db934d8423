"""As in production, without TLS in front: hashed, compressed static files, no debugging, the rest from the environment."""

from pathlib import Path

from config.settings.production import *  # noqa: F403
from config.settings.production import env

ROOT_URLCONF = "tests.benchmarks.urls"
STATIC_ROOT = Path(env.str("BENCHMARK_STATIC_ROOT"))
SERVE_MEDIA = True  # nobody else serves the pictures of a first visit here
SECURE_SSL_REDIRECT = False
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
