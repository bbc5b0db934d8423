"""The engines behind one interface; `engine()` is the one in use."""

from functools import lru_cache

from search.engines.base import SearchEngine


@lru_cache(maxsize=1)
def engine() -> SearchEngine:
    """The engine that answers: the site's own database."""
    from search.engines.database import DatabaseEngine

    return DatabaseEngine()
