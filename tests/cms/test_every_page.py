"""Every kind of page: it answers in both languages, previews, and keeps to the rules of the site."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.test import Client
from wagtail.models import Page

from cms.core.pages import BasePage
from tests.factories.cities import public_addresses
from tests.query_counts import queries_of

PAGE_MODELS = [model for model in apps.get_models() if issubclass(model, BasePage)]


class Facts(HTMLParser):
    """What a page must and must not hold."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.headlines = 0
        self.inline: list[str] = []
        self.images: list[dict[str, str | None]] = []
        self.ids: list[str] = []
        self.data: list[str] = []
        self._in_data = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.headlines += tag == "h1"
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        self._in_data = tag == "script" and given.get("type") == "application/ld+json"
        if tag == "style" or (tag == "script" and not given.get("src") and not self._in_data):
            self.inline.append(tag)
        if tag == "img":
            self.images.append(given)
        if given.get("id"):
            self.ids.append(given["id"])

    def handle_data(self, data):
        if self._in_data and data.strip():
            self.data.append(data)

    def handle_endtag(self, tag):
        self._in_data = False


pytestmark = pytest.mark.django_db


def test_pages_answer_with_one_headline_and_nothing_inline(city, client: Client):
    for name, page in vars(city.pages).items():
        for url in {page.get_url(), page.get_translations().first().get_url()}:
            answer = client.get(url)
            assert answer.status_code == 200, url
            facts = Facts(answer.content.decode())
            assert facts.headlines == 1, url
            assert facts.inline == [], url
            assert len(facts.ids) == len(set(facts.ids)), url
            for image in facts.images:
                assert "alt" in image, (name, image)
                assert image.get("width"), (name, image)
                assert image.get("height"), (name, image)
            for data in facts.data:
                assert json.loads(data)["@context"] == "https://schema.org"
            assert "'unsafe-inline'" not in answer["Content-Security-Policy"]


def test_pages_need_at_most_twelve_queries_when_warm(city, client: Client):
    addresses = public_addresses(city)
    counts = {name: queries_of(client, addresses[name]) for name in vars(city.pages)}
    assert {name: count for name, count in counts.items() if count > 12} == {}


def test_every_kind_of_page_is_in_the_tree_of_the_tests(city):
    kinds = {page.specific_class for page in Page.objects.filter(depth__gt=1)}
    assert kinds >= set(PAGE_MODELS)


@pytest.mark.parametrize("model", PAGE_MODELS, ids=lambda model: model.__name__)
def test_kind_of_page_says_what_it_is_for_and_where_it_may_stand(model):
    assert re.search(r"[一-鿿]", str(model.page_description))
    assert re.search(r"[一-鿿]", str(model._meta.verbose_name))
    assert model.parent_page_types
    assert model.template.startswith("pages/")


def test_previews_of_every_page_and_mode(city):
    for page in vars(city.pages).values():
        for mode, label in page.preview_modes:
            answer = page.make_preview_request(preview_mode=mode)
            assert answer.status_code == 200, (page, label)
            assert "no-store" in answer["Cache-Control"] or "private" in answer["Cache-Control"]


def test_home_page_of_a_city_that_has_just_begun_can_be_previewed(city):
    empty = city.pages.home.make_preview_request(preview_mode="empty").content.decode()
    assert "微笑焦作，" in empty
    assert 'id="soon"' not in empty
    assert 'id="soon"' in city.pages.home.make_preview_request(preview_mode="").content.decode()


def test_campaign_can_be_previewed_as_it_looks_when_it_is_over(city):
    over = city.pages.campaign.make_preview_request(preview_mode="over").content.decode()
    assert "已经结束" in over
    assert "已经结束" not in city.pages.campaign.make_preview_request(preview_mode="upcoming").content.decode()


def test_english_address_of_a_chinese_page_marks_its_text_and_is_no_translation(city, client: Client):
    answer = client.get("/en/help/").content.decode()
    assert '<html lang="en">' in answer
    assert '<h1 lang="zh-Hans">' in answer
    assert "hreflang" not in answer.split("<body")[0]
    assert '<link rel="canonical" href="http://localhost/help/">' in answer.replace(
        "http://testserver", "http://localhost"
    )


def test_real_translation_is_announced_in_both_languages(city, client: Client):
    english = city.pages.help.get_translations().get()
    english.alias_of = None
    english.title, english.draft_title = "How to join", "How to join"
    english.save()
    head = client.get("/help/").content.decode().split("<body")[0]
    assert 'hreflang="en"' in head
    assert 'hreflang="zh-Hans"' in head
    translated = client.get("/en/help/").content.decode()
    assert "<h1>How to join</h1>" in translated
    assert 'hreflang="zh-Hans"' in translated.split("<body")[0]


def test_language_switch_leads_to_the_same_page(city, client: Client):
    assert 'href="/en/teams/" lang="en"' in client.get("/teams/").content.decode()
