"""Groups, languages and English addresses: made once, repaired at any time."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Locale, Page, Workflow

from cms.core.groups import ADMINISTRATORS, EDITORS, GROUPS, LEADERS
from cms.core.services import groups_provision, page_mirror, pages_mirror
from home.services import site_address_set
from tests.factories.cms import StandardPageFactory

pytestmark = pytest.mark.django_db


def rights(name: str) -> set[str]:
    return set(Permission.objects.filter(group__name=name).values_list("content_type__app_label", "codename")) and {
        f"{app}.{code}"
        for app, code in Group.objects.get(name=name).permissions.values_list("content_type__app_label", "codename")
    }


def test_groups_are_there_after_the_migrations_with_every_right_that_is_named():
    for name, group in GROUPS.items():
        assert rights(name) == set(group.rights), name


def test_groups_of_wagtail_and_its_workflow_are_gone():
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    assert not Workflow.objects.filter(name="Moderators approval").exists()


def test_provisioning_again_keeps_what_an_administrator_added():
    extra = Permission.objects.get(codename="add_user")
    Group.objects.get(name=LEADERS).permissions.add(extra)
    before = GroupPagePermission.objects.count()
    groups_provision()
    assert extra in Group.objects.get(name=LEADERS).permissions.all()
    assert GroupPagePermission.objects.count() == before


def test_editors_publish_every_page_and_leaders_none():
    assert "publish_page" in GroupPagePermission.objects.filter(group__name=EDITORS).values_list(
        "permission__codename", flat=True
    )
    assert not GroupPagePermission.objects.filter(group__name=LEADERS).exists()
    assert "catalog_core.change_city" in rights(ADMINISTRATORS)
    assert "catalog_core.change_city" not in rights(EDITORS)


def test_every_page_gets_one_english_address(home):
    page = StandardPageFactory(parent=home, title="帮助")
    assert pages_mirror(home=home) == 2
    assert pages_mirror(home=home) == 0
    alias = page.get_translation(Locale.objects.get(language_code="en"))
    assert alias.alias_of_id == page.pk
    assert alias.get_url() == f"/en/{page.slug}/"


def test_alias_follows_what_its_source_says(home, client):
    page = StandardPageFactory(parent=home, title="帮助")
    pages_mirror(home=home)
    page.title = "怎么参加"
    page.save_revision().publish()
    assert "怎么参加" in client.get(f"/en/{page.slug}/").content.decode()


def test_page_whose_parent_has_no_english_address_gets_none(home):
    assert page_mirror(page=StandardPageFactory(parent=home)) == []


def test_editor_who_makes_a_page_gets_its_english_address_too(editor, home):
    pages_mirror(home=home)
    data = {"title": "新页面", "slug": "new-page", "intro": "", "body-count": "0", "action-publish": "1"}
    comments = {f"comments-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM")} | {
        "comments-MAX_NUM_FORMS": ""
    }
    editor.post(f"/admin/pages/add/cms_pages/standardpage/{home.pk}/", data | comments)
    assert set(Page.objects.filter(slug="new-page").values_list("locale__language_code", flat=True)) == {
        "zh-hans",
        "en",
    }


def test_command_mirrors_the_whole_tree(home):
    StandardPageFactory(parent=home)
    call_command("pages_mirror", verbosity=0)
    assert Page.objects.filter(locale__language_code="en").count() == 2


def test_address_of_the_site_can_be_set(home):
    site = site_address_set(hostname="volunteer.example", port=443, site_name="微笑焦作")
    assert home.get_full_url() == "https://volunteer.example/"
    assert site.root_page_id == home.pk
