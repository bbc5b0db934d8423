"""Tests: fast hashing, mail in memory, no page cache unless a test asks for it."""

from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES, VAR_DIR

(VAR_DIR / "static").mkdir(parents=True, exist_ok=True)

SECRET_KEY = "tests-only"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SMS_BACKEND = "catalog.core.channels.LocmemSmsBackend"
SERVE_MEDIA = True
OUTBOX_ENABLED = True
PAGE_CACHE_ENABLED = False
MEDIA_ROOT = str(VAR_DIR / "test-media")
WHITENOISE_AUTOREFRESH = True
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": None}
LOGGING_CONFIG = None
