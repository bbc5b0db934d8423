"""What tests of pages share: the first page, people in their groups, and a clean memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import translation
from wagtail.models import Site

from catalog.core import generation
from catalog.volunteers.models import User
from cms.core.groups import ADMINISTRATORS, EDITORS
from cms.core.services import groups_provision
from home import memo
from home.models import HomePage
from tests.factories.accounts import UserFactory
from tests.factories.cities import small_city

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def clean_memory() -> Iterator[None]:
    """What a worker keeps between requests must not pass from one test's database to the next."""
    for _before_and_after in range(2):
        cache.clear()
        memo.forget()
        generation.forget()
        translation.deactivate()  # an English page leaves its language behind in the thread
        if not _before_and_after:
            yield


@contextmanager
def kept(blocker) -> Iterator[None]:
    """Rows that are made here last for a module; what a test changes leaves with the test."""
    with blocker.unblock():
        cache.clear()
        whole = transaction.atomic()
        whole.__enter__()
        try:
            yield
        finally:
            transaction.set_rollback(True)
            whole.__exit__(None, None, None)


@pytest.fixture(scope="module")
def city(django_db_setup, django_db_blocker) -> Iterator[SimpleNamespace]:
    """A small city with a page of each kind, made once for a module."""
    with kept(django_db_blocker):
        yield small_city()


def first_page() -> HomePage:
    """The first page that the migrations make, at the address of the tests."""
    page = HomePage.objects.order_by("pk")[:1].get()
    Site.objects.filter(is_default_site=True).update(hostname="testserver", port=80, root_page=page)
    Site.clear_site_root_paths_cache()
    return page


@pytest.fixture
def home(db) -> HomePage:
    """The first page."""
    return first_page()


def in_group(name: str, **values) -> User:
    """A person in one of the product's groups."""
    groups = groups_provision()
    user = UserFactory(**values)
    user.groups.add(groups[name] if name in groups else Group.objects.get(name=name))
    return user


def logged_in(user: User) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


@pytest.fixture
def editor(home) -> Client:
    """A city editor's browser."""
    return logged_in(in_group(EDITORS))


@pytest.fixture
def administrator(home) -> Client:
    """An administrator's browser."""
    return logged_in(in_group(ADMINISTRATORS))
