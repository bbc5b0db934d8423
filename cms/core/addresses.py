"""First path segments that belong to the application: no page of the tree can take them."""

#: What config.urls, Wagtail and the web server answer themselves; `/en/` is a language.
RESERVED_SEGMENTS = frozenset(
    {
        "_util",
        "accounts",
        "admin",
        "api",
        "calendar",
        "certificates",
        "django-admin",
        "documents",
        "en",
        "feeds",
        "health",
        "images",
        "me",
        "media",
        "outbox",
        "preferences",
        "privacy",
        "projects",
        "robots",
        "search",
        "signups",
        "sitemap",
        "static",
        "team",
        "verify",
        "zh-hans",
    }
)


def is_reserved(slug: str) -> bool:
    """Whether a page directly below the home page can't have this slug."""
    return slug.lower() in RESERVED_SEGMENTS
