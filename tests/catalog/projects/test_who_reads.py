"""Each state of a project × each kind of reader."""

import pytest
from django.contrib.auth.models import Permission

from catalog.projects.enums import PUBLIC_STATES, ProjectState
from tests.factories.accounts import UserFactory
from tests.factories.catalog import ActivityFactory, MembershipFactory, ProjectFactory, TeamFactory

pytestmark = pytest.mark.django_db

NOT_PUBLIC = [ProjectState.DRAFT, ProjectState.IN_REVIEW, ProjectState.WITHDRAWN]


@pytest.fixture
def team():
    return TeamFactory()


@pytest.fixture(
    params=[
        "anonymous",
        "volunteer",
        "member",
        "leader of another team",
        "former leader",
        "leader",
        "coordinator",
        "editor",
    ]
)
def reader(request, team):
    """`(user or None, whether they may preview what this team has not published)`."""
    match request.param:
        case "anonymous":
            return None, False
        case "volunteer":
            return UserFactory(), False
        case "member":
            return MembershipFactory(team=team).user, False
        case "leader of another team":
            return MembershipFactory(leader=True).user, False
        case "former leader":
            return MembershipFactory(team=team, leader=True, ended=True).user, False
        case "leader":
            return MembershipFactory(team=team, leader=True).user, True
        case "coordinator":
            return MembershipFactory(team=team, coordinator=True).user, True
    editor = UserFactory()
    editor.user_permissions.add(Permission.objects.get(codename="change_project"))
    return editor, True


def project_in(state, team):
    published_at = {"published_at": None} if state in (ProjectState.DRAFT, ProjectState.IN_REVIEW) else {}
    project = ProjectFactory(state=state, team=team, title="河边捡垃圾", **published_at)
    ActivityFactory(project=project)
    return project


@pytest.mark.parametrize("state", ProjectState.values)
def test_only_public_projects_are_open_to_all(client, team, reader, state):
    user, may_preview = reader
    project = project_in(state, team)
    if user:
        client.force_login(user)
    response = client.get(project.get_absolute_url())
    if state in PUBLIC_STATES:
        assert response.status_code == 200
    elif may_preview:
        assert response.status_code == 200
        assert "预览：" in response.content.decode()
    else:
        assert response.status_code == (410 if state == ProjectState.WITHDRAWN else 404)
        assert "河边捡垃圾" not in response.content.decode()


@pytest.mark.parametrize("name", ["poster", "qr"])
@pytest.mark.parametrize("state", NOT_PUBLIC)
def test_posters_and_codes_are_as_public_as_the_page(client, team, reader, state, name):
    user, may_preview = reader
    project = project_in(state, team)
    if user:
        client.force_login(user)
    path = project.get_absolute_url() + {"poster": "poster/", "qr": "qr.png"}[name]
    response = client.get(path)
    assert (response.status_code == 200) == may_preview
    if may_preview:
        assert "no-store" in response["Cache-Control"]
        assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("state", NOT_PUBLIC)
def test_calendars_hold_only_what_is_public(client, team, state):
    client.force_login(MembershipFactory(team=team, leader=True).user)
    project = project_in(state, team)
    activity = project.activities.get()
    assert client.get(f"{project.get_absolute_url()}calendar.ics").status_code == 404
    path = f"{project.get_absolute_url()}activities/{activity.public_id}/calendar.ics"
    assert client.get(path).status_code == 404
    assert b"VEVENT" not in client.get(f"/feeds/teams/{team.public_id}.ics").content


@pytest.mark.parametrize("state", NOT_PUBLIC)
def test_a_preview_can_be_read_but_not_signed_up_for_nor_found_nor_kept(read, team, state):
    project = project_in(state, team)
    page = read(project, by=MembershipFactory(team=team, leader=True).user)
    assert str(ProjectState(state).label) in page.one(".notice").get_text()
    assert not page.all("a[href*='/signup/']")
    assert not page.all("script[type='application/ld+json']")
    assert page.one("meta[name=robots]")["content"] == "noindex"
    assert page.response["Cache-Control"] == "private, no-store"


def test_a_withdrawn_project_leads_to_the_others(read, team):
    page = read(project_in(ProjectState.WITHDRAWN, team), status=410)
    assert "这个项目已下架" in page.text
    assert page.one("main a")["href"] == "/projects/"
    assert page.one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.parametrize(("state", "words"), [("finished", "这个项目已结束"), ("cancelled", "这个项目已取消")])
def test_a_project_that_is_over_says_so_first_and_takes_nobody(read, team, state, words):
    page = read(project_in(ProjectState(state), team))
    assert words in page.one(".notice").get_text()
    assert page.text.index(words) < page.text.index("谁在组织")
    assert "河边捡垃圾" in page.one("h1").get_text()
    assert "陪孩子写作业" in page.text
    assert not page.all("a[href*='/signup/']")
    assert not page.all(".actionbar")
    assert not page.all("#sessions")


def test_a_finished_project_tells_what_it_did(read, team):
    project = ProjectFactory(finished=True, team=team)
    ActivityFactory(project=project, over=True)
    ActivityFactory(project=project, days=-14)
    assert "一共办过 2 场" in read(project).one(".notice").get_text()
