"""The links of header and footer follow the page tree."""

import pytest
from django.test import RequestFactory
from wagtail.models import Page, Site

from cms.brands.models import TeamIndexPage
from cms.pages.models import StandardPage
from home.models import HomePage
from home.navigation import navigation

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> HomePage:
    """The first page of the default site."""
    page = Page.get_first_root_node().add_child(instance=HomePage(title="首页", slug="first"))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "testserver", "root_page": page})
    Site.clear_site_root_paths_cache()
    return page


def at(path: str):
    return navigation(RequestFactory().get(path))


def test_lists_stand_in_the_header_and_single_pages_in_the_footer(home):
    home.add_child(instance=TeamIndexPage(title="队伍", slug="teams", show_in_menus=True))
    home.add_child(instance=StandardPage(title="帮助", slug="help", show_in_menus=True))
    home.add_child(instance=StandardPage(title="不在菜单里", slug="hidden", show_in_menus=False))
    home.add_child(instance=TeamIndexPage(title="没有发布", slug="draft", show_in_menus=True, live=False))
    links = at("/")
    assert [(item.label, item.url) for item in links.main] == [("找项目", "/projects/"), ("队伍", "/teams/")]
    assert [(item.label, item.url) for item in links.more] == [("帮助", "/help/")]


def test_link_of_the_present_page_and_of_what_lies_above_it_is_marked(home):
    home.add_child(instance=TeamIndexPage(title="队伍", slug="teams", show_in_menus=True))
    marked = [item.label for item in at("/teams/liming/").main if item.is_current]
    assert marked == ["队伍"]


def test_tree_is_read_once_for_many_pages(home, django_assert_num_queries):
    at("/")
    with django_assert_num_queries(0):
        at("/projects/")


def test_page_shows_the_menu_twice_once_for_phones(home, client):
    home.add_child(instance=TeamIndexPage(title="队伍", slug="teams", show_in_menus=True))
    page = client.get("/projects/").content.decode()
    assert page.count('<a href="/teams/">队伍</a>') == 3  # header, phone menu, footer
    assert '<details class="menu">' in page
