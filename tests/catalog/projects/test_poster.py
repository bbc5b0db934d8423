"""The sheet to print and its code."""

import io

import pytest
from PIL import Image

from catalog.projects import views
from tests.factories.catalog import ActivityFactory, ProjectFactory

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n"


def test_the_sheet_has_what_somebody_at_a_door_needs(read):
    project = ProjectFactory(title="河边捡垃圾", contact_name="王老师", contact_phone="0391-1234567")
    ActivityFactory(project=project, place_name="大沙河公园")
    page = read(f"{project.get_absolute_url()}poster/")
    sheet = " ".join(page.one(".sheet").get_text(" ").split())
    for words in (
        "河边捡垃圾",
        "大沙河公园",
        "王老师",
        "0391-1234567",
        project.team.name,
        "扫码看场次，马上报名",
        project.public_id,
    ):
        assert words in sheet
    assert page.one(".sheet img")["src"] == f"{project.get_absolute_url()}qr.png"
    assert page.one(".sheet img")["alt"]


def test_search_engines_leave_it_out(read):
    project = ProjectFactory()
    page = read(f"{project.get_absolute_url()}poster/")
    assert page.one("meta[name=robots]")["content"] == "noindex"
    assert page.response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("state", ["finished", "cancelled"])
def test_what_is_over_has_no_poster_any_more(client, state):
    project = ProjectFactory(**{state: True})
    response = client.get(f"{project.get_absolute_url()}poster/")
    assert response.status_code == 302
    assert response["Location"] == project.get_absolute_url()


def test_the_code_is_a_picture_that_caches_keep(client):
    project = ProjectFactory()
    response = client.get(f"{project.get_absolute_url()}qr.png")
    assert response["Content-Type"] == "image/png"
    assert response.content.startswith(PNG)
    assert response["Cache-Control"] == "public, max-age=86400"
    width, height = Image.open(io.BytesIO(response.content)).size
    assert width == height >= 400


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("https://volunteer.jiaozuo.example/", "https://volunteer.jiaozuo.example"),
        ("http://127.0.0.1:8000", "http://testserver"),
    ],
)
def test_the_code_leads_to_the_public_address_in_chinese(client, settings, monkeypatch, setting, address):
    settings.WAGTAILADMIN_BASE_URL = setting
    project = ProjectFactory()
    coded = []
    make = views.segno.make
    monkeypatch.setattr(views.segno, "make", lambda text, **options: coded.append(text) or make(text, **options))
    path = project.get_absolute_url()
    client.get(f"/en{path}qr.png")
    assert coded == [f"{address}{path}"]
