"""What machines read: the feed, the map of the site, robots.txt."""

import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from tests.factories.catalog import ActivityFactory, DistrictFactory, ProjectFactory

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def feed(client, path="/feeds/projects.atom") -> ET.Element:
    """The feed, parsed."""
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)


def test_feed_has_the_newest_published_projects(client):
    now = timezone.now()
    for days in (3, 1, 2):
        ProjectFactory(title=f"{days} 天前", published_at=now - timedelta(days=days))
    for trait in ("draft", "in_review", "withdrawn", "finished"):
        ProjectFactory(**{trait: True})
    entries = feed(client).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["1 天前", "2 天前", "3 天前"]


def test_feed_entry_is_complete(client):
    project = ProjectFactory(title="甲 & 乙 <丙>")
    root = feed(client)
    entry = root.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "甲 & 乙 <丙>"
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver/projects/{project.public_id}/"
    assert entry.findtext(f"{ATOM}id") == f"urn:volunteer:project:{project.public_id}"
    assert entry.findtext(f"{ATOM}updated").startswith(f"{project.updated_at:%Y-%m-%d}")
    assert entry.findtext(f"{ATOM}summary") == project.summary
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == project.team.name
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {
        "self": "http://testserver/feeds/projects.atom",
        "alternate": "http://testserver/projects/?sort=newest",
    }


def test_empty_feed_and_number_of_queries(client, django_assert_max_num_queries):
    assert feed(client).findall(f"{ATOM}entry") == []
    for _ in range(40):
        ProjectFactory()
    with django_assert_max_num_queries(3):
        assert len(feed(client).findall(f"{ATOM}entry")) == 30


def addresses(client) -> dict[str, dict[str, str]]:
    """Every address of the map with its translations."""
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    return {
        url.findtext(f"{MAP}loc"): {link.get("hreflang"): link.get("href") for link in url.findall(LINK)}
        for url in ET.fromstring(response.content).findall(f"{MAP}url")
    }


def test_map_has_lists_and_public_projects(client):
    coming = ActivityFactory().project
    finished = ProjectFactory(finished=True)
    DistrictFactory(slug="wenxian", name="温县")
    hidden = [ProjectFactory(**{trait: True}) for trait in ("draft", "withdrawn")]
    found = addresses(client)
    for project in (coming, finished):
        assert found[f"http://testserver/projects/{project.public_id}/"] == {}
    for project in hidden:
        assert not any(project.public_id in address for address in found)
    lists = found["http://testserver/projects/?district=jiefang"]
    assert lists["en"] == "http://testserver/en/projects/?district=jiefang"
    assert "http://testserver/en/projects/" in found
    assert f"http://testserver/projects/?team={coming.team.public_id}" in found
    assert "http://testserver/projects/?district=wenxian" not in found


def test_map_has_live_pages_with_their_translations(client):
    chinese = Locale.objects.get_or_create(language_code="zh-hans")[0]
    english = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=Page(title="首页", slug="shouye", locale=chinese))
    home_en = root.add_child(
        instance=Page(title="Home", slug="home-en", locale=english, translation_key=home.translation_key)
    )
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": home, "hostname": "testserver"})
    home.add_child(instance=Page(title="历程", slug="history", locale=chinese))
    home.add_child(instance=Page(title="草稿", slug="draft", locale=chinese, live=False))
    home_en.add_child(instance=Page(title="Only English", slug="only", locale=english))
    found = addresses(client)
    assert found["http://testserver/"] == {"zh-Hans": "http://testserver/", "en": "http://testserver/en/"}
    assert found["http://testserver/history/"] == {}
    assert found["http://testserver/en/only/"] == {}
    assert "http://testserver/draft/" not in found


def test_number_of_queries_of_the_map(client, django_assert_max_num_queries):
    for _ in range(30):
        ActivityFactory()
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(20):
        client.get("/sitemap.xml")


def test_robots(client):
    response = client.get("/robots.txt")
    text = response.content.decode()
    assert response["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in text
    for path in ("/admin/", "/me/", "/en/me/", "/accounts/", "/team/"):
        assert f"Disallow: {path}\n" in text
    assert "Disallow: /projects/\n" not in text
    assert "Disallow: /\n" not in text
