"""What tests of accounts share."""

import re

import pytest
from django.core import mail
from django.core.cache import cache

from catalog.core.channels import LocmemSmsBackend


@pytest.fixture(autouse=True)
def _fresh_limits():
    """Rate limits are counted in the cache, and SMS in a list: each test begins with neither."""
    cache.clear()
    LocmemSmsBackend.outbox.clear()
    yield
    cache.clear()


@pytest.fixture
def last_code():
    """`last_code()`: the code that left last, by mail or SMS."""

    def read() -> str:
        sms = LocmemSmsBackend.outbox[-1]["text"] if LocmemSmsBackend.outbox else ""
        text = sms or mail.outbox[-1].body
        return re.search(r"验证码：?\s?(\d{6})", text)[1]

    return read
