"""Our own pages of the admin are in Chinese too, forms of pages and of the catalog alike."""

import pytest

from catalog.projects.models import Activity, Project
from catalog.teams.models import Membership
from tests.cms.conftest import logged_in
from tests.cms.core.test_admin_labels import words_of

pytestmark = pytest.mark.django_db

LISTINGS = [
    *("projects/", "projects/new/", "activities/", "activities/new/", "brands/", "brands/new/"),
    *("teams/", "teams/new/", "memberships/", "memberships/new/", "volunteers/", "signups/"),
    *(
        "city/",
        "districts/",
        "districts/new/",
        "service-fields/",
        "audiences/",
        "privacy-notices/",
        "privacy-notices/new/",
    ),
]
#: What the small city itself says in Latin letters, and what is the same everywhere.
SAID = {
    *("culture", "events", "newcomers", "jiefang", "shanyang", "district", "jiaozuo", "example", "org"),
    *("editor", "admin", "http", "https", "png", "ics", "www", "wgs", "icp", "og"),
}


def english(html: str) -> set[str]:
    words = {word for phrase in words_of(html) for word in phrase.split()}
    return {word for word in words if word.lower() not in SAID and not word.islower()}


@pytest.fixture
def desk(city):
    city.administrator.is_superuser = True
    city.administrator.save()
    return logged_in(city.administrator)


@pytest.mark.parametrize("path", LISTINGS)
def test_listing_and_form_say_no_english_word(desk, path):
    answer = desk.get(f"/admin/{path}")
    assert answer.status_code == 200
    assert english(answer.content.decode()) == set()


def test_forms_of_rows_say_no_english_word(desk, city):
    project, activity = Project.objects.first(), Activity.objects.first()
    membership = Membership.objects.first()
    for path in (
        f"projects/edit/{project.pk}/",
        f"projects/{project.pk}/publish/",
        f"projects/history/{project.pk}/",
        f"activities/edit/{activity.pk}/",
        f"teams/edit/{project.team_id}/",
        f"memberships/edit/{membership.pk}/",
        f"memberships/{membership.pk}/end/",
    ):
        answer = desk.get(f"/admin/{path}")
        assert answer.status_code == 200, path
        assert english(answer.content.decode()) == set(), path


def test_forms_of_pages_say_no_english_word(desk, city):
    for page in vars(city.pages).values():
        for path in (f"pages/{page.pk}/edit/", f"pages/{page.pk}/", f"pages/{page.pk}/history/"):
            answer = desk.get(f"/admin/{path}")
            assert answer.status_code == 200, path
            assert english(answer.content.decode()) == set(), path
    for kind, parent in (
        ("cms_campaigns/campaignpage", city.pages.campaigns),
        ("cms_stories/storypage", city.pages.stories),
        ("cms_pages/contactpage", city.pages.home),
        ("cms_brands/teambrandpage", city.pages.teams),
    ):
        assert english(desk.get(f"/admin/pages/add/{kind}/{parent.pk}/").content.decode()) == set(), kind
