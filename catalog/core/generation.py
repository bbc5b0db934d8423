"""The generation number of everything that anonymous visitors see.

Every change bumps one number in the shared database (or Redis, when it is configured); each worker looks it up at most once
a second, so two workers never differ for longer.
"""

import logging
import time

from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

LOOKUP_SECONDS = 1.0
CACHE_KEY = "catalog:generation"

_seen: dict[str, float | int] = {"number": -1, "at": float("-inf")}


def bump() -> None:
    """Make all cached pages old once the present transaction has committed. Many calls in one transaction count as one."""
    if not connection.in_atomic_block:
        _write()
        return
    # Which transaction was already told: on_commit callbacks die with a rollback, so a stale flag must not silence the next.
    callbacks = connection.run_on_commit
    if any(callback is _write for _sids, callback, *_ in callbacks):
        return
    transaction.on_commit(_write)


def _write() -> None:
    """Count up. The change itself has committed: a failure here is logged, and pages grow old by themselves."""
    try:
        _count_up()
    except (DatabaseError, RedisError):
        logger.exception("the generation number could not be raised")
    forget()


def _count_up() -> None:
    from catalog.core.models import Generation

    if settings.REDIS_URL:
        try:
            cache.incr(CACHE_KEY)
        except ValueError:
            cache.add(CACHE_KEY, int(time.time() * 1000), timeout=None)
    elif not Generation.objects.filter(pk=1).update(number=F("number") + 1):
        Generation.objects.get_or_create(pk=1, defaults={"number": 1})


def current() -> int:
    """The number now, at most a second old. -1 when the database does not answer: then nothing may be served from a cache."""
    now = time.monotonic()
    if now - _seen["at"] < LOOKUP_SECONDS:
        return int(_seen["number"])
    _seen["number"] = _read()
    _seen["at"] = now
    return int(_seen["number"])


def forget() -> None:
    """Look the number up at the next call, whenever the last look-up was."""
    _seen["at"] = float("-inf")


def _read() -> int:
    from catalog.core.models import Generation

    try:
        if settings.REDIS_URL:
            return int(cache.get_or_set(CACHE_KEY, lambda: int(time.time() * 1000), timeout=None) or -1)
        return Generation.objects.filter(pk=1).values_list("number", flat=True).first() or 0
    except (DatabaseError, RedisError):
        return -1
