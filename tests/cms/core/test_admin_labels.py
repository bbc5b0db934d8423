"""The admin in Chinese: no page of it says an English word to the people who read it."""

import re

import pytest
from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype
from django.test import Client
from django.utils import translation
from wagtail.models import Locale, Page

from catalog.volunteers.models import User

#: The report of page types is left out: it names models as code does.
PAGES = [
    *("account/", "choose-anchor-link/", "choose-email-link/", "choose-external-link/", "choose-page/"),
    *("choose-phone-link/", "collections/", "collections/add/", "documents/", "documents/chooser/"),
    *("documents/multiple/add/", "groups/", "groups/new/", "images/", "images/chooser/", "images/multiple/add/"),
    *("locales/", "pages/", "redirects/", "redirects/add/", "reports/aging-pages/", "reports/locked/"),
    *("reports/site-history/", "reports/workflow/", "reports/workflow_tasks/", "sites/"),
    *("sites/new/", "users/", "users/new/", "workflows/add/", "workflows/list/", "workflows/tasks/index/"),
]
#: Names that are the same in Chinese: of products, formats, keys of the keyboard and languages.
NAMES = {"Wagtail", "JavaScript", "CSV", "XLSX", "Alt", "Ctrl", "Shift", "Esc", "API", "English", "localhost"}
FORMATS = {"AVIF", "GIF", "JPG", "JPEG", "PNG", "WEBP"}
WORD = re.compile(r"[A-Za-z]{3,}(?: [A-Za-z']+)*")
UNSEEN = "script, style, template, option, .w-sr-only, [hidden]"


@pytest.fixture
def administrator(client: Client) -> Client:
    Page.objects.update(title="首页", draft_title="首页")
    user = User.objects.create(username="管理员", email="admin@example.com", is_superuser=True, is_staff=True)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def words_of(html: str) -> set[str]:
    """The English words that a page says, in its text and in the attributes that are read."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(UNSEEN):
        element.extract()
    said = [text for text in soup.find_all(string=True) if not isinstance(text, Comment | Doctype)]
    for element in soup.find_all(True):
        said += [element[name] for name in ("title", "placeholder", "alt") if element.get(name)]
    return {word for text in said for word in WORD.findall(text)} - NAMES - FORMATS


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["", *PAGES])
def test_admin_page_says_no_english_word(administrator: Client, address: str) -> None:
    answer = administrator.get(f"/admin/{address}")
    assert answer.status_code == 200
    html = answer.json()["html"] if answer["Content-Type"] == "application/json" else answer.content.decode()
    assert words_of(html) == set()


def test_language_is_named_in_the_language_of_the_admin() -> None:
    with translation.override("zh-hans"):
        assert str(Locale._meta.verbose_name) == "语言"
