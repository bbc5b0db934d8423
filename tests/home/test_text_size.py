"""大字版: a link that any browser can follow."""

import pytest

from home.text_size import TEXT_COOKIE

pytestmark = pytest.mark.django_db


def test_large_print_is_remembered_and_leads_back(client):
    response = client.get("/preferences/text/", {"size": "large", "next": "/projects/?q=学校"})
    assert response.status_code == 302
    assert response.headers["Location"] == "/projects/?q=%E5%AD%A6%E6%A0%A1"
    assert client.cookies[TEXT_COOKIE].value == "large"
    page = client.get("/projects/").content.decode()
    assert 'data-text="large"' in page
    assert "标准字号" in page


def test_normal_print_forgets_the_choice(client):
    client.cookies[TEXT_COOKIE] = "large"
    client.get("/preferences/text/", {"size": "normal"})
    assert 'data-text="large"' not in client.get("/projects/").content.decode()


@pytest.mark.parametrize(
    "target", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "", "\\\\evil.example"]
)
def test_it_never_leads_to_another_site(client, target):
    assert client.get("/preferences/text/", {"size": "large", "next": target}).headers["Location"] == "/"


def test_a_form_can_not_be_sent_there(client):
    assert client.post("/preferences/text/").status_code == 405
