"""Addresses: what belongs to the application can't be taken, and pages are found by their whole address."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import URLPattern, URLResolver, get_resolver

from cms.core.addresses import RESERVED_SEGMENTS, is_reserved
from cms.core.services import pages_mirror
from tests.factories.cms import StandardPageFactory, TeamBrandPageFactory, TeamIndexPageFactory
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", sorted(RESERVED_SEGMENTS))
def test_reserved_segment_is_refused_below_the_first_page_even_for_drafts(home, slug):
    for live in (True, False):
        page = StandardPageFactory.build(title="占位", slug=slug, live=live)
        with pytest.raises(ValidationError, match="由系统使用"):
            home.add_child(instance=page)


def test_reserved_segment_is_free_deeper_in_the_tree(home):
    below = StandardPageFactory(parent=StandardPageFactory(parent=home, slug="guide"), slug="projects")
    assert below.get_url() == "/guide/projects/"


def first_segments() -> set[str]:
    """Every first segment at which the application answers."""
    found = set()

    def walk(resolver, prefix):
        for each in resolver.url_patterns:
            route = prefix + str(getattr(each.pattern, "_route", ""))
            if isinstance(each, URLResolver) and not route.strip("/"):
                walk(each, "")
            elif isinstance(each, URLPattern | URLResolver):
                segment = route.split("/")[0]
                if segment and "<" not in segment and "." not in segment:
                    found.add(segment)

    walk(get_resolver(), "")
    return found


def test_every_first_segment_of_the_application_is_reserved():
    missing = {segment for segment in first_segments() if not is_reserved(segment)}
    assert missing == set()


def test_form_of_the_editor_says_at_once_that_an_address_is_taken(editor, home):
    url = f"/admin/pages/add/cms_pages/standardpage/{home.pk}/"
    data = {"title": "我的", "slug": "me", "intro": "", "body-count": "0", "action-publish": "1"}
    comments = {f"comments-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM")} | {
        "comments-MAX_NUM_FORMS": ""
    }
    answer = editor.post(url, data | comments)
    assert answer.status_code == 200
    assert "网址「me」由系统使用" in answer.content.decode()


def test_deep_page_is_found_in_as_many_queries_as_a_shallow_one(client, home):
    pages = [StandardPageFactory(parent=home, slug="one")]
    for slug in ("two", "three", "four"):
        pages.append(StandardPageFactory(parent=pages[-1], slug=slug))
    assert len({queries_of(client, page.get_url()) for page in pages}) == 1


def test_crumbs_lead_up_the_tree(client, home):
    team = TeamBrandPageFactory(parent=TeamIndexPageFactory(parent=home))
    html = client.get(team.get_url()).content.decode()
    assert '<a href="/teams/">队伍</a>' in html
    assert f'<li aria-current="page">{team.title}</li>' in html


@pytest.mark.parametrize("path", ["/nothing/", "/teams/nothing/", "/teams/liming/more/", "/en/nothing/", "/%E4%BD%A0/"])
def test_unknown_address_is_a_clear_404(client, home, path):
    TeamIndexPageFactory(parent=home)
    assert client.get(path).status_code == 404


def test_draft_is_not_found(client, home):
    page = StandardPageFactory(parent=home, slug="draft", live=False)
    assert client.get(f"/{page.slug}/").status_code == 404


def test_page_with_a_password_opens_with_it_and_is_never_kept(client, home):
    page = StandardPageFactory(parent=home, title="内部手册", slug="handbook")
    restriction = page.view_restrictions.create(restriction_type="password", password="open-sesame")
    answer = client.get("/handbook/")
    assert "内部手册" not in answer.content.decode()
    assert "这个页面要密码" in answer.content.decode()
    assert "private" in answer["Cache-Control"]
    wrong = client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/", {"password": "x", "return_url": "/handbook/"}
    )
    assert wrong.status_code == 200
    client.post(
        f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/",
        {"password": "open-sesame", "return_url": "/handbook/"},
    )
    assert "内部手册" in client.get("/handbook/").content.decode()


def test_english_address_of_a_deep_page_answers(client, home):
    StandardPageFactory(parent=StandardPageFactory(parent=home, slug="guide"), slug="first", title="第一次来")
    pages_mirror(home=home)
    assert "第一次来" in client.get("/en/guide/first/").content.decode()


def test_aliases_are_left_out_of_the_sitemap(client, home):
    StandardPageFactory(parent=home, slug="guide")
    pages_mirror(home=home)
    sitemap = client.get("/sitemap.xml").content.decode()
    assert "/guide/</loc>" in sitemap
    assert "/en/guide/" not in sitemap
