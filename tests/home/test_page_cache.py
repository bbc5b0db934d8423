"""Anonymous pages from memory: fresh after every change, never one person's page for another."""

import pytest
from django.test import Client

from catalog.core import generation
from catalog.core.models import Audience, OutboxItem
from home import middleware
from tests.factories.catalog import ActivityFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def page_cache(settings):
    """The cache switched on and empty; each look-up of the generation number goes to the database."""
    settings.PAGE_CACHE_ENABLED = True
    middleware.store.clear()
    generation.forget()
    yield
    middleware.store.clear()
    generation.forget()


def is_hit(response) -> bool:
    return response.headers.get("X-Page-Cache") == "hit"


def test_second_visitor_is_answered_from_memory_without_the_database(django_assert_num_queries):
    ActivityFactory(project__title="图书整理")
    first = Client().get("/projects/")
    with django_assert_num_queries(0):
        second = Client().get("/projects/")
    assert not is_hit(first)
    assert is_hit(second)
    assert second.content == first.content
    assert second.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


def test_page_is_fresh_after_an_edit():
    activity = ActivityFactory(project__title="图书整理")
    assert "图书整理" in Client().get("/projects/").content.decode()
    activity.project.title = "旧书整理"
    activity.project.save()
    generation.forget()
    response = Client().get("/projects/")
    assert not is_hit(response)


def test_whoever_has_a_session_is_never_answered_from_memory(django_user_model):
    ActivityFactory()
    Client().get("/projects/")
    client = Client()
    client.force_login(django_user_model.objects.create_user(username="u1", email="one@example.org"))
    assert not is_hit(client.get("/projects/"))


def test_page_made_for_a_person_does_not_reach_a_stranger(django_user_model):
    client = Client()
    client.force_login(django_user_model.objects.create_user(username="u1", email="one@example.org"))
    own = client.get("/projects/")
    stranger = Client().get("/projects/")
    assert not is_hit(stranger)
    assert own.content != stranger.content


def test_page_with_a_form_token_is_not_kept():
    Client().get("/accounts/login/")
    assert not is_hit(Client().get("/accounts/login/"))


def test_visitor_with_a_token_cookie_leaves_no_page_behind():
    client = Client()
    client.get("/accounts/login/")
    client.get("/projects/")
    assert not is_hit(Client().get("/projects/"))


def test_text_size_and_language_have_pages_of_their_own():
    Client().get("/projects/")
    large = Client()
    large.cookies["text"] = "large"
    assert not is_hit(large.get("/projects/"))
    assert not is_hit(Client().get("/en/projects/"))


def test_write_to_a_table_that_nobody_sees_keeps_the_pages():
    Client().get("/projects/")
    OutboxItem.objects.create(channel="sms", recipient="+8613800000000", text="123456")
    generation.forget()
    assert is_hit(Client().get("/projects/"))


def test_write_that_is_rolled_back_keeps_the_pages():
    from django.db import transaction

    Client().get("/projects/")
    with pytest.raises(ValueError, match="undo"), transaction.atomic():
        Audience.objects.create(slug="new", name="新人群")
        raise ValueError("undo")
    generation.forget()
    assert is_hit(Client().get("/projects/"))


def test_many_writes_in_one_transaction_count_once():
    from django.db import transaction

    before = generation.current()
    with transaction.atomic():
        for number in range(5):
            Audience.objects.create(slug=f"a{number}", name=f"人群{number}")
    generation.forget()
    assert generation.current() == before + 1


def test_store_drops_what_was_not_used_for_longest():
    store = middleware.PageStore(max_bytes=80)
    for name in "abcdefgh":
        store.put((name,), middleware.Entry(b"x" * 10, {}, 1, float("inf")))
    assert store.get(("a",), 1)
    store.put(("i",), middleware.Entry(b"x" * 10, {}, 1, float("inf")))
    assert store.get(("b",), 1) is None
    assert store.get(("a",), 1)
    assert store.get(("a",), 2) is None
