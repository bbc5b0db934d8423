"""A team's workspace follows from who leads it, and can be repaired at any time."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupCollectionPermission, GroupPagePermission, WorkflowPage

from catalog.core import links
from catalog.teams.enums import MembershipRole, TeamState
from catalog.teams.services import membership_end, membership_grant, team_save
from cms.brands.models import TeamBrandPage, TeamWorkspace
from cms.brands.services import team_workspace_provision
from cms.core.groups import EDITORS, LEADERS
from tests.factories.accounts import UserFactory
from tests.factories.catalog import TeamFactory
from tests.factories.cms import TeamBrandPageFactory, TeamIndexPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home):
    return TeamIndexPageFactory(parent=home)


@pytest.fixture
def team(index):
    return TeamFactory(name="「黎明脚步」健康晨跑群", slug="liming", summary="天刚亮就出发。")


def rights_of(workspace: TeamWorkspace) -> set[tuple[str, str]]:
    """What the group may do, and where."""
    group = workspace.group
    pages = GroupPagePermission.objects.filter(group=group).select_related("permission", "page")
    collections = GroupCollectionPermission.objects.filter(group=group).select_related("permission", "collection")
    return (
        {(each.codename, "anywhere") for each in group.permissions.all()}
        | {(each.permission.codename, each.page.title) for each in pages}
        | {(each.permission.codename, each.collection.name) for each in collections}
    )


EXACT_RIGHTS = {
    ("access_admin", "anywhere"),
    ("change_page", "「黎明脚步」健康晨跑群"),
    ("add_image", "「黎明脚步」健康晨跑群"),
    ("choose_image", "「黎明脚步」健康晨跑群"),
    ("add_document", "「黎明脚步」健康晨跑群"),
    ("choose_document", "「黎明脚步」健康晨跑群"),
}


def test_new_team_gets_a_draft_page_with_a_friendly_skeleton(team):
    page = team_workspace_provision(team=team).page
    assert not page.live
    assert page.title == team.name
    assert page.get_parent().title == "队伍"
    assert [block.block_type for block in page.story] == ["heading", "paragraph", "steps", "quote"]
    assert page.latest_revision is not None


def test_saving_a_team_through_its_service_makes_the_workspace(index):
    team = team_save(team=TeamFactory.build(district=None, slug="xin", name="新队伍"))
    assert TeamWorkspace.objects.get(team=team).page.slug == "xin"


def test_group_has_exactly_the_rights_of_a_leader(team):
    assert rights_of(team_workspace_provision(team=team)) == EXACT_RIGHTS


def test_provisioning_again_changes_nothing(team):
    first = team_workspace_provision(team=team)
    before = (rights_of(first), TeamBrandPage.objects.count(), Group.objects.count())
    again = team_workspace_provision(team=team)
    assert (again.page, again.group, again.collection) == (first.page, first.group, first.collection)
    assert (rights_of(again), TeamBrandPage.objects.count(), Group.objects.count()) == before


def test_existing_page_of_a_team_is_taken(team, index):
    page = TeamBrandPageFactory(parent=index, team=team)
    assert team_workspace_provision(team=team).page == page


def test_team_without_a_list_of_teams_gets_its_page_later(home):
    team = TeamFactory()
    assert team_workspace_provision(team=team).page is None
    TeamIndexPageFactory(parent=home)
    assert team_workspace_provision(team=team).page is not None


def test_leader_is_in_the_group_at_once_and_out_of_it_at_once(team):
    user = UserFactory()
    membership = membership_grant(team=team, user=user, role=MembershipRole.LEADER)
    workspace = TeamWorkspace.objects.get(team=team)
    assert set(user.groups.all()) == {workspace.group, Group.objects.get(name=LEADERS)}
    membership_end(membership=membership)
    assert not user.groups.exists()


@pytest.mark.parametrize("role", [MembershipRole.COORDINATOR, MembershipRole.MEMBER])
def test_others_of_the_team_have_no_rights_on_its_page(team, role):
    user = UserFactory()
    membership_grant(team=team, user=user, role=role)
    assert not user.groups.exists()


def test_leader_of_two_teams_stays_a_leader_when_one_ends(team):
    user, other = UserFactory(), TeamFactory()
    membership = membership_grant(team=team, user=user, role=MembershipRole.LEADER)
    membership_grant(team=other, user=user, role=MembershipRole.LEADER)
    membership_end(membership=membership)
    assert set(user.groups.values_list("name", flat=True)) == {LEADERS, f"队伍：{other.name}"}


def test_ended_team_keeps_its_page_and_nobody_keeps_rights(team):
    user = UserFactory()
    membership_grant(team=team, user=user, role=MembershipRole.LEADER)
    team.state = TeamState.ENDED
    team_save(team=team)
    assert not user.groups.exists()
    assert TeamBrandPage.objects.filter(team=team).exists()


def test_repair_takes_what_was_given_by_hand_and_gives_what_was_taken(team, home):
    workspace = team_workspace_provision(team=team)
    change = GroupPagePermission.objects.get(group=workspace.group).permission
    GroupPagePermission.objects.create(group=workspace.group, page=home.page_ptr, permission=change)
    GroupCollectionPermission.objects.filter(group=workspace.group).first().delete()
    call_command("workspaces_repair", verbosity=0)
    assert rights_of(workspace) == EXACT_RIGHTS


def test_two_teams_whose_pages_want_the_same_address_get_two(index):
    TeamBrandPageFactory(parent=index, slug="liming")
    page = team_workspace_provision(team=TeamFactory(slug="liming")).page
    assert page.slug == "liming-1"


def test_what_is_submitted_below_the_list_waits_for_the_city(index):
    workflow = WorkflowPage.objects.get(page_id=index.pk).workflow
    task = workflow.tasks.get().specific
    assert EDITORS in task.groups.values_list("name", flat=True)


def test_catalog_finds_live_pages_of_many_teams_in_one_query(index, django_assert_num_queries):
    live = TeamBrandPageFactory(parent=index)
    draft = TeamBrandPageFactory(parent=index, draft=True)
    links.addresses("team", [live.team_id])
    with django_assert_num_queries(1):
        found = links.addresses("team", [live.team_id, draft.team_id, 999])
    assert found == {live.team_id: f"/teams/{live.slug}/"}


def test_joining_as_a_plain_member_is_cheap(team, django_assert_max_num_queries):
    team_workspace_provision(team=team)
    user = UserFactory()
    with django_assert_max_num_queries(15):
        membership_grant(team=team, user=user, role=MembershipRole.MEMBER)
