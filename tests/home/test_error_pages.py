"""Pages for what went wrong: in the city's look, with a way on, and some of them without a database."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override


@pytest.mark.django_db
def test_missing_page_offers_a_search_and_two_ways_on(client):
    response = client.get("/there/is/nothing/")
    page = response.content.decode()
    assert response.status_code == 404
    assert "没有这一页" in page
    assert '<form class="search" role="search" action="/projects/">' in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.django_db
def test_missing_page_in_english_stays_in_english(client):
    page = client.get("/en/there/is/nothing/").content.decode()
    assert '<html lang="en">' in page
    assert 'action="/en/projects/"' in page


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_page_for_a_fault_needs_neither_database_nor_request(template):
    page = render_to_string(template, {"message": ""})
    assert 'href="/projects/"' in page
    with override("en"):
        assert 'href="/en/projects/"' in render_to_string(template, {"message": ""})


@pytest.mark.django_db
def test_bad_request_says_what_is_wrong():
    response = Client().get("/projects/?q=%00")
    assert response.status_code == 400
    assert "看不见的字符" in response.content.decode()


@pytest.mark.django_db
def test_form_without_its_token_is_answered_with_what_to_do():
    client = Client(enforce_csrf_checks=True)
    response = client.post("/accounts/login/", headers={"referer": "http://testserver/accounts/login/?next=/me/"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "刷新一次，再交一遍" in page
    assert 'href="http://testserver/accounts/login/?next=/me/"' in page


@pytest.mark.django_db
def test_form_from_elsewhere_leads_home_and_not_back_there():
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", headers={"referer": "https://evil.example/"})
    assert "evil.example" not in response.content.decode()
