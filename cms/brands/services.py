"""The workspace of a team: its page, its group, its collection, made from Membership and repaired at any time."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from catalog.teams.enums import TeamState
from catalog.teams.models import Membership, Team
from cms.brands.models import TeamBrandPage, TeamIndexPage, TeamWorkspace
from cms.brands.skeleton import story_skeleton
from cms.core.groups import ADMINISTRATORS, EDITORS, LEADERS
from cms.core.services import (
    collection_permissions_give,
    groups_provision,
    page_mirror,
    page_permissions_give,
    permissions_named,
)

ADMIN_ACCESS = "wagtailadmin.access_admin"
MEDIA_RIGHTS = (
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
)
WORKFLOW = "队伍页面审核"
TASK = "城市编辑审核"


@transaction.atomic
def team_workspace_provision(*, team: Team) -> TeamWorkspace:
    """Make what `team` lacks in the admin and bring its rights in line with its current leaders. Harmless to repeat.

    Rights are exactly: enter the admin, change the own page (not publish it), add and choose pictures and files in the own
    collection. A team that ended keeps page and collection; nobody keeps rights.
    """
    Team.objects.select_for_update().get(pk=team.pk)
    workspace, _created = TeamWorkspace.objects.select_related("page", "group", "collection").get_or_create(team=team)
    workspace.page = workspace.page or _page_of(team)
    workspace.group = workspace.group or _group_of(team)
    workspace.collection = workspace.collection or _collection_of(team)
    workspace.save()
    _rights_repair(workspace)
    _people_repair(workspace, team)
    return workspace


@transaction.atomic
def team_workspace_follow(*, team: Team) -> None:
    """Bring the rights of `team` in line with its leaders after one of its memberships changed; makes what is missing."""
    workspace = TeamWorkspace.objects.select_related("page", "group", "collection").filter(team=team).first()
    if workspace is None or not (workspace.page_id and workspace.group_id and workspace.collection_id):
        team_workspace_provision(team=team)
    else:
        _people_repair(workspace, team)


def workspaces_repair() -> int:
    """Provision every team again; returns how many."""
    count = 0
    for team in Team.objects.all():
        team_workspace_provision(team=team)
        count += 1
    return count


def _page_of(team: Team) -> TeamBrandPage | None:
    """The team's page in the city's first language; a friendly draft when there is none. None without a list of teams."""
    locale = Locale.get_default()
    if page := TeamBrandPage.objects.filter(team=team, locale=locale).order_by("pk").first():
        return page
    index = TeamIndexPage.objects.filter(locale=locale).order_by("pk").first()
    if index is None:
        return None
    page = TeamBrandPage(
        title=team.name,
        slug=_free_slug(index, team.slug),
        team=team,
        intro=team.summary,
        story=story_skeleton(team),
        live=False,
        has_unpublished_changes=True,
    )
    index.add_child(instance=page)
    page.save_revision()
    page_mirror(page=page)
    return page


def _free_slug(index: TeamIndexPage, slug: str) -> str:
    taken = set(index.get_children().values_list("slug", flat=True))
    return next(
        each for number in range(len(taken) + 1) if (each := f"{slug}-{number}" if number else slug) not in taken
    )


def _group_of(team: Team) -> Group:
    group, _created = Group.objects.get_or_create(name=f"队伍：{team.name}")
    if TeamWorkspace.objects.filter(group=group).exclude(team=team).exists():
        group = Group.objects.create(name=f"队伍：{team.name} {team.public_id}")
    return group


def _collection_of(team: Team) -> Collection | None:
    root = Collection.get_first_root_node()
    return root.add_child(name=team.name) if root else None


def _rights_repair(workspace: TeamWorkspace) -> None:
    """Give the group what it lacks and take what is not its own (a right given by hand, a page of another team)."""
    group = workspace.group
    wanted = permissions_named([ADMIN_ACCESS])
    if set(group.permissions.values_list("pk", flat=True)) != {permission.pk for permission in wanted}:
        group.permissions.set(wanted)
    extra = GroupPagePermission.objects.filter(group=group)
    if workspace.page:
        page_permissions_give(group=group, page=workspace.page, actions=["change"])
        extra = extra.exclude(page_id=workspace.page.pk, permission__codename="change_page")
    extra.delete()
    extra_media = GroupCollectionPermission.objects.filter(group=group)
    if workspace.collection:
        collection_permissions_give(group=group, collection=workspace.collection, rights=MEDIA_RIGHTS)
        codenames = [right.split(".")[1] for right in MEDIA_RIGHTS]
        extra_media = extra_media.exclude(collection=workspace.collection, permission__codename__in=codenames)
    extra_media.delete()


def _people_repair(workspace: TeamWorkspace, team: Team) -> None:
    """Members of the group are the current leaders of an active team; they are in the leaders' group as well."""
    users = get_user_model().objects
    leading = Membership.objects.current().leaders().filter(team__state=TeamState.ACTIVE)
    wanted = set(leading.filter(team=team, user__is_active=True).values_list("user_id", flat=True))
    have = set(users.filter(groups=workspace.group).values_list("pk", flat=True))
    leaders_group = users.filter(groups__name=LEADERS, pk__in=wanted)
    if wanted == have and leaders_group.count() == len(wanted):
        return
    workspace.group.user_set.set(wanted)
    leaders = Group.objects.filter(name=LEADERS).first() or groups_provision()[LEADERS]
    for user in users.filter(pk__in=wanted).exclude(groups=leaders):
        user.groups.add(leaders)
    gone = users.filter(pk__in=have - wanted, groups=leaders).exclude(pk__in=leading.values("user_id"))
    for user in gone:
        user.groups.remove(leaders)


@transaction.atomic
def team_workflow_provision(*, index: TeamIndexPage) -> Workflow:
    """Let what leaders submit below `index` wait for the city's editors; harmless to repeat."""
    groups = Group.objects.filter(name__in=[EDITORS, ADMINISTRATORS])
    if groups.count() < 2:
        groups_provision()
    workflow, _made = Workflow.objects.get_or_create(name=WORKFLOW, active=True)
    if not workflow.workflow_tasks.exists():
        task, _new = GroupApprovalTask.objects.get_or_create(name=TASK, active=True)
        task.groups.set(groups.all())
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.get_or_create(page_id=index.pk, defaults={"workflow": workflow})
    return workflow
