"""Addresses that nobody means get a clear answer, never an error page of the server."""

import pytest

from tests.factories.catalog import ActivityFactory

pytestmark = pytest.mark.django_db

WAYS = [
    "/projects/{}/",
    "/projects/{}/calendar.ics",
    "/projects/{}/poster/",
    "/projects/{}/qr.png",
    "/projects/{}/activities/{}/calendar.ics",
    "/feeds/teams/{}.ics",
    "/en/projects/{}/",
]
IDS = [
    "%00",
    "a%00b",
    "x" * 10_000,
    "志愿服务志愿服务志愿",
    "%F0%9F%98%80",
    "%FF%FE",
    "0",
    "-1",
    "../../etc/passwd",
    "%2e%2e",
    "' OR 1=1--",
    "<script>",
    "null",
    "%0d%0aSet-Cookie:a=b",
    "          ",
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("public_id", IDS, ids=range(len(IDS)))
def test_an_id_that_is_none_is_not_found(client, way, public_id):
    response = client.get(way.format(public_id, public_id))
    assert response.status_code in (400, 404)
    assert "Set-Cookie" not in response


@pytest.mark.parametrize("way", WAYS)
def test_an_id_in_capitals_or_with_more_is_another_one(client, way):
    activity = ActivityFactory(
        project__public_id="abcdefghjk", project__team__public_id="abcdefghjk", public_id="abcdefghjk"
    )
    assert activity.pk
    assert client.get(way.format("abcdefghjk", "abcdefghjk")).status_code == 200
    for wrong in (
        "ABCDEFGHJK",
        "Abcdefghjk",
        "abcdefghjkm",
        "abcdefghj",
        "abcdefghjk%20",
        "%20abcdefghjk",
        "ａｂｃｄｅｆｇｈｊｋ",
    ):
        assert client.get(way.format(wrong, wrong)).status_code in (400, 404)


@pytest.mark.parametrize("query", ["?x=%00", "?" + "a=1&" * 500, "?page=-1", "?utm_source=%FF", "?%E5%BF%97=1"])
def test_parameters_change_nothing(client, query):
    project = ActivityFactory().project
    assert client.get(f"{project.get_absolute_url()}{query}").status_code in (200, 400)


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("path", ["", "calendar.ics", "poster/", "qr.png"])
def test_nothing_is_written_here(client, method, path):
    project = ActivityFactory().project
    assert getattr(client, method)(f"{project.get_absolute_url()}{path}").status_code == 405


@pytest.mark.parametrize("path", ["", "calendar.ics", "poster/", "qr.png"])
def test_head_answers_as_get_does(client, path):
    project = ActivityFactory().project
    response = client.head(f"{project.get_absolute_url()}{path}")
    assert response.status_code == 200
    assert response.content == b""
