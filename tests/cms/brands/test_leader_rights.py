"""What the leader of a team may do in the admin: change the own page and submit it, and nothing else."""

import io
import json
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.models import Page

from catalog.teams.enums import MembershipRole
from catalog.teams.services import membership_grant
from cms.brands.models import TeamBrandPage
from cms.brands.services import team_workspace_provision
from cms.core.groups import EDITORS
from cms.core.models import CmsDocument, CmsImage
from tests.cms.conftest import first_page, in_group, kept, logged_in
from tests.factories.accounts import UserFactory
from tests.factories.catalog import ProjectFactory, TeamFactory
from tests.factories.cms import StandardPageFactory, TeamIndexPageFactory
from tests.factories.pages import picture

pytestmark = pytest.mark.django_db

SECRET = "别队的秘密"


def edit_form(page, **changes) -> dict[str, str]:
    """What the browser sends from the form of a team's page."""
    return {
        "title": page.title,
        "go_live_at": "",
        "expire_at": "",
        "intro": "改过的一句话",
        "join_title": "一起来",
        "join_text": "",
        "hero_image": "",
        "story-count": "0",
        "seo_title": "",
        "search_description": "",
        "social_title": "",
        "social_description": "",
        "social_image": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **changes,
    }


@pytest.fixture(scope="module")
def rows(django_db_setup, django_db_blocker):
    """Two teams with live pages, each with a leader; pictures and files of both. Made once."""
    with kept(django_db_blocker):
        yield make_world(first_page())


@pytest.fixture
def world(rows):
    """The two teams as they were made, and a browser of the first one's leader."""
    for each in (rows.own, rows.other):
        each.page = TeamBrandPage.objects.get(pk=each.page.pk)
    rows.leader = logged_in(rows.own.user)
    return rows


def make_world(home) -> SimpleNamespace:
    index = TeamIndexPageFactory(parent=home)
    world = SimpleNamespace(home=home, index=index)
    for name in ("own", "other"):
        team = TeamFactory(name=f"{'我的队' if name == 'own' else SECRET}", slug=name)
        workspace = team_workspace_provision(team=team)
        workspace.page.save_revision().publish()
        user = UserFactory()
        membership_grant(team=team, user=user, role=MembershipRole.LEADER)
        image = picture(f"{team.name}的图", colour=(10, 20, len(name)))
        image.collection = workspace.collection
        image.save()
        document = CmsDocument.objects.create(
            title=f"{team.name}的文件", collection=workspace.collection, file=ContentFile(b"text", name=f"{name}.txt")
        )
        workspace.page.refresh_from_db()
        values = {"team": team, "page": workspace.page, "user": user, "image": image, "document": document}
        setattr(world, name, SimpleNamespace(**values, collection=workspace.collection))
    return world


def refused(answer) -> bool:
    """Wagtail sends away with a message, or says 403 or 404."""
    return answer.status_code in (403, 404) or (answer.status_code == 302 and answer.url.startswith("/admin/"))


def test_leader_changes_the_own_page_and_visitors_see_nothing_of_it_yet(world, client):
    answer = world.leader.post(f"/admin/pages/{world.own.page.pk}/edit/", edit_form(world.own.page))
    assert answer.status_code == 302
    world.own.page.refresh_from_db()
    assert world.own.page.get_latest_revision_as_object().intro == "改过的一句话"
    assert world.own.page.intro != "改过的一句话"
    assert "改过的一句话" not in client.get(world.own.page.get_url()).content.decode()


def approval_of(page, state) -> str:
    """Where an editor approves what waits."""
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])


def test_leader_submits_and_the_editor_approves_and_then_everybody_sees_it(world, client):
    url = f"/admin/pages/{world.own.page.pk}/edit/"
    world.leader.post(url, edit_form(world.own.page, **{"action-submit": "1"}))
    world.own.page.refresh_from_db()
    state = world.own.page.current_workflow_task_state
    assert state is not None
    editor = logged_in(in_group(EDITORS))
    assert world.own.page.title in editor.get("/admin/").content.decode()
    editor.post(approval_of(world.own.page, state), {"comment": "写得好"})
    assert "改过的一句话" in client.get(world.own.page.get_url()).content.decode()


def test_leader_cannot_publish_even_by_sending_what_the_button_would(world):
    world.leader.post(f"/admin/pages/{world.own.page.pk}/edit/", edit_form(world.own.page, **{"action-publish": "1"}))
    world.own.page.refresh_from_db()
    assert world.own.page.intro != "改过的一句话"


def test_leader_cannot_approve_the_own_page(world):
    world.leader.post(f"/admin/pages/{world.own.page.pk}/edit/", edit_form(world.own.page, **{"action-submit": "1"}))
    state = world.own.page.specific.current_workflow_task_state
    answer = world.leader.post(approval_of(world.own.page, state), {"comment": ""})
    assert refused(answer)
    state.refresh_from_db()
    assert state.status == "in_progress"


def test_leader_cannot_give_the_page_to_another_team_or_feature_it(world):
    form = edit_form(world.own.page, team=world.other.team.pk, is_featured="on")
    world.leader.post(f"/admin/pages/{world.own.page.pk}/edit/", form)
    latest = world.own.page.get_latest_revision_as_object()
    assert latest.team == world.own.team
    assert latest.is_featured is False


@pytest.mark.parametrize("live", [True, False], ids=["live", "draft"])
@pytest.mark.parametrize(
    "address", ["delete/", "unpublish/", "move/", "copy/", "move/{home}/confirm/", "set_page_position/", "privacy/"]
)
def test_leader_can_neither_remove_nor_move_the_own_page(world, address, live):
    page = world.own.page
    Page.objects.filter(pk=page.pk).update(live=live)
    before = (page.path, live)
    url = f"/admin/pages/{page.pk}/{address.format(home=world.home.pk)}"
    data = {"new_title": "copy", "new_slug": "copy", "new_parent_page": world.index.pk, "restriction_type": "login"}
    world.leader.post(url, data)
    after = Page.objects.get(pk=page.pk)
    assert (after.path, after.live) == before
    assert not Page.objects.filter(slug="copy").exists()
    assert not page.get_view_restrictions().exists()


OTHERS = [
    "/admin/pages/{page}/edit/",
    "/admin/pages/{page}/",
    "/admin/pages/{page}/view_draft/",
    "/admin/pages/{page}/edit/preview/",
    "/admin/pages/{page}/history/",
    "/admin/pages/{page}/usage/",
    "/admin/pages/{page}/delete/",
    "/admin/pages/{page}/unpublish/",
    "/admin/pages/{page}/copy/",
    "/admin/pages/{page}/move/",
    "/admin/pages/{page}/workflow_history/",
    "/admin/pages/{page}/revisions/{revision}/view/",
    "/admin/pages/{page}/revisions/{revision}/revert/",
    "/admin/pages/{page}/revisions/compare/{revision}...latest/",
    "/admin/pages/{index}/edit/",
    "/admin/pages/{home}/edit/",
    "/admin/pages/add/cms_brands/teambrandpage/{index}/",
    "/admin/pages/usage/cms_brands/teambrandpage/",
    "/admin/images/{image}/",
    "/admin/images/{image}/delete/",
    "/admin/images/{image}/generate_url/",
    "/admin/images/usage/{image}/",
    "/admin/images/chooser/chosen/{image}/",
    "/admin/images/chooser/chosen-multiple/?id={image}",
    "/admin/images/chooser/{image}/select_format/",
    "/admin/images/chooser/",
    "/admin/images/",
    "/admin/images/?collection_id={collection}",
    "/admin/documents/edit/{document}/",
    "/admin/documents/delete/{document}/",
    "/admin/documents/usage/{document}/",
    "/admin/documents/chooser/chosen/{document}/",
    "/admin/documents/chooser/chosen-multiple/?id={document}",
    "/admin/documents/chooser/",
    "/admin/documents/",
    "/admin/collections/",
    "/admin/collections/{collection}/",
    "/admin/choose-page/",
    "/admin/choose-page/{index}/",
    "/admin/choose-page/{page}/",
    "/admin/choose-page/search/?q=别队",
    "/admin/choose-page/chosen-multiple/?id={page}",
    "/admin/pages/search/?q=别队",
    "/admin/api/main/pages/",
    "/admin/api/main/pages/{page}/",
    "/admin/reports/site-history/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/aging-pages/",
    "/admin/reports/locked/",
    "/admin/reports/page-types-usage/",
    "/admin/projects/",
    "/admin/projects/edit/{project}/",
    "/admin/activities/",
    "/admin/teams/",
    "/admin/teams/edit/{team}/",
    "/admin/memberships/",
    "/admin/brands/",
    "/admin/volunteers/",
    "/admin/signups/",
    "/admin/city/",
    "/admin/districts/",
    "/admin/privacy-notices/",
    "/admin/choose-project/",
    "/admin/choose-project/chosen/{project}/",
    "/admin/choose-team/",
    "/admin/choose-team/chosen/{team}/",
    "/admin/users/",
    "/admin/groups/",
    "/admin/sites/",
    "/admin/locales/",
    "/admin/redirects/",
    "/admin/workflows/list/",
    "/admin/forms/",
]


@pytest.mark.parametrize("address", OTHERS)
def test_nothing_of_another_team_shows_in_a_leaders_admin(world, address):
    other = world.other
    Page.objects.filter(pk=other.page.pk).update(live=False)
    project = ProjectFactory(team=other.team, title=f"{SECRET}的项目", draft=True)
    url = address.format(
        page=other.page.pk,
        index=world.index.pk,
        home=world.home.pk,
        revision=other.page.latest_revision.pk,
        image=other.image.pk,
        document=other.document.pk,
        collection=other.collection.pk,
        project=project.pk,
        team=other.team.pk,
    )
    answer = world.leader.get(url)
    assert answer.status_code in (200, 302, 403, 404), url
    assert SECRET not in answer.content.decode().replace("\\u522b\\u961f\\u7684\\u79d8\\u5bc6", SECRET), url


@pytest.mark.parametrize(
    "address", ["delete/{page}", "edit/", "unpublish/", "copy/", "delete/", "move/{home}/confirm/", "convert_alias/"]
)
def test_leader_cannot_act_on_the_page_of_another_team(world, address):
    page = world.other.page
    before = (page.path, page.live, page.latest_revision_id)
    url = f"/admin/pages/{page.pk}/{address.format(page=page.pk, home=world.home.pk)}"
    world.leader.post(url, edit_form(page, new_title="x", new_slug="x", new_parent_page=world.index.pk))
    after = Page.objects.get(pk=page.pk)
    assert (after.path, after.live, after.latest_revision_id) == before


@pytest.mark.parametrize("action", ["delete", "unpublish", "move", "publish"])
def test_bulk_actions_refuse_a_leader(world, action):
    ids = f"id={world.own.page.pk}&id={world.other.page.pk}&next=/admin/"
    answer = world.leader.post(f"/admin/bulk/wagtailcore/page/{action}/?{ids}", {"chooser": world.home.pk})
    assert answer.status_code in (200, 302, 403, 404)
    assert Page.objects.filter(pk__in=[world.own.page.pk, world.other.page.pk], live=True).count() == 2


@pytest.mark.parametrize("action", ["delete", "publish", "unpublish", "move", "copy"])
@pytest.mark.parametrize("whose", ["own", "other"])
def test_api_of_the_admin_refuses_a_leader(world, action, whose):
    page = getattr(world, whose).page
    Page.objects.filter(pk=page.pk).update(live=action != "publish")
    url = f"/admin/api/main/pages/{page.pk}/action/{action}/"
    world.leader.post(url, {"destination_page_id": world.home.pk, "slug": "x"}, content_type="application/json")
    after = Page.objects.get(pk=page.pk)
    assert after.path == page.path
    assert after.live == (action != "publish")
    assert not Page.objects.filter(slug="x").exists()


def png() -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("RGB", (400, 300), (200, 90, 60)).save(data, "PNG")
    return SimpleUploadedFile("dawn.png", data.getvalue(), "image/png")


def test_leader_adds_pictures_and_files_to_the_own_collection(world):
    assert SECRET not in world.leader.get("/admin/images/add/").content.decode()
    form = {"title": "清晨", "description": "清晨的湖", "credit": "", "file": png()}
    world.leader.post("/admin/images/add/", {**form, "collection": world.own.collection.pk})
    image = CmsImage.objects.get(title="清晨")
    assert image.collection == world.own.collection
    assert image.uploaded_by_user == world.own.user
    words = SimpleUploadedFile("rules.txt", "守时".encode(), "text/plain")
    world.leader.post("/admin/documents/add/", {"title": "约定", "file": words, "collection": world.own.collection.pk})
    assert CmsDocument.objects.get(title="约定").collection == world.own.collection


def test_leader_cannot_put_anything_into_the_collection_of_another_team(world):
    form = {"title": "偷放", "description": "偷放的图", "credit": "", "file": png()}
    world.leader.post("/admin/images/add/", {**form, "collection": world.other.collection.pk})
    chooser = {f"image-chooser-upload-{name}": value for name, value in {**form, "file": png()}.items()}
    chooser["image-chooser-upload-collection"] = world.other.collection.pk
    world.leader.post("/admin/images/chooser/create/", chooser)
    assert not CmsImage.objects.filter(collection=world.other.collection).exclude(pk=world.other.image.pk).exists()


def test_leader_sees_a_short_menu_with_the_own_page_first(world):
    page = world.leader.get("/admin/").content.decode()
    assert json.dumps("我的队伍页面") in page
    assert f"/admin/pages/{world.own.page.pk}/edit/" in page
    for words in ("/admin/settings", "/admin/reports/", "/admin/projects/"):
        assert words not in page


def test_leader_may_link_to_live_pages_and_sees_no_draft_in_the_chooser(world):
    StandardPageFactory(parent=world.home, title="公开的帮助")
    StandardPageFactory(parent=world.home, title="没写完的帮助", live=False)
    found = world.leader.get(f"/admin/choose-page/{world.home.pk}/").json()["html"]
    assert "公开的帮助" in found
    assert "没写完的帮助" not in found
