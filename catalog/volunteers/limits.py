"""How often something may be asked for: allauth's rate limits (ACCOUNT_RATE_LIMITS), with the time to wait in words."""

import math
import time

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.volunteers.exceptions import TooManyRequestsError

APP = "allauth.account"
#: The period of the limits by address and by account, which allauth itself answers for.
DEFAULT_SECONDS = 60


def consume(request: HttpRequest, *, action: str, key: str) -> None:
    """Count one `action` for `key` (an e-mail address, a number). Raises TooManyRequestsError."""
    if not ratelimit.consume(request, app=APP, action=action, key=key, limit_get=True):
        seconds = seconds_to_wait(request, action=action, key=key)
        raise TooManyRequestsError(
            _("要验证码的次数太多了，请过%(wait)s再试。") % {"wait": wait_words(seconds)}, seconds
        )


def seconds_to_wait(request: HttpRequest, *, action: str, key: str) -> int:
    """After how many seconds `action` works again for `key`; a minute where nothing is known."""
    now, longest = time.time(), 0.0
    for rate in ratelimit.get_rates(app=APP, action=action):
        where = ratelimit.get_cache_key(request, app=APP, action=action, rate=rate, key=key)
        history = cache.get(where, [])
        if len(history) >= rate.amount:
            longest = max(longest, history[rate.amount - 1] + rate.duration - now)
    return math.ceil(longest) if longest > 0 else DEFAULT_SECONDS


def wait_words(seconds: int) -> str:
    """How long to wait: 45 秒, 3 分钟, 1 小时."""
    if seconds < 60:
        return ngettext(" %(count)d 秒", " %(count)d 秒", seconds) % {"count": seconds}
    minutes = math.ceil(seconds / 60)
    if minutes < 60:
        return ngettext(" %(count)d 分钟", " %(count)d 分钟", minutes) % {"count": minutes}
    hours = math.ceil(minutes / 60)
    return ngettext(" %(count)d 小时", " %(count)d 小时", hours) % {"count": hours}
