"""A developer's machine and `make demo`: SQLite, mail and SMS in the outbox page, no cookie needs https."""

from config.settings.base import *  # noqa: F403
from config.settings.base import MIDDLEWARE, VAR_DIR, env

(VAR_DIR / "static").mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)
# A fixed key is fine here: the site listens on this machine only, and log-ins survive a restart.
SECRET_KEY = env.str("SECRET_KEY", default="only-for-this-machine-never-for-a-city-0123456789abcdef")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", ".localhost"])
SERVE_MEDIA = True
OUTBOX_ENABLED = env.bool("OUTBOX_ENABLED", default=True)
EMAIL_BACKEND = env.str("EMAIL_BACKEND", default="catalog.core.channels.OutboxEmailBackend")
SMS_BACKEND = env.str("SMS_BACKEND", default="catalog.core.channels.OutboxSmsBackend")
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 600
# Static files are served as they lie here, so they are compressed on the way; pages come compressed from further in.
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *MIDDLEWARE]
