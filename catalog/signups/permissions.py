"""Who may work on a project's form and see who comes. Each predicate has its queryset; a matrix test holds the two together."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from catalog.projects.models import Project
from catalog.teams.models import Team
from catalog.volunteers.models import User

EDIT_FORM = "catalog_signups.change_signupform"
VIEW_SIGNUPS = "catalog_signups.view_signup"


def projects_with_editable_form(user: User | AnonymousUser) -> QuerySet[Project]:
    """Projects whose form `user` may change: those of teams that `user` runs; all, for the city's editors."""
    return _projects(user, EDIT_FORM)


def may_edit_form(user: User | AnonymousUser, project: Project) -> bool:
    """Whether `user` may change the form of `project` (projects_with_editable_form)."""
    return projects_with_editable_form(user).filter(pk=project.pk).exists()


def projects_with_visible_roster(user: User | AnonymousUser) -> QuerySet[Project]:
    """Projects of which `user` may see who comes: those of teams that `user` runs; all, for the city's editors."""
    return _projects(user, VIEW_SIGNUPS)


def may_see_roster(user: User | AnonymousUser, project: Project) -> bool:
    """Whether `user` may see who comes to `project` (projects_with_visible_roster)."""
    return projects_with_visible_roster(user).filter(pk=project.pk).exists()


def may_see_contacts(user: User | AnonymousUser, project: Project) -> bool:
    """Whether `user` may see whole numbers and addresses: only who runs the team has to call people."""
    return Team.objects.run_by(user).filter(pk=project.team_id).exists()


def may_work_for_a_team(user: User | AnonymousUser) -> bool:
    """Whether `user` has anything to do under /team/."""
    return user.has_perm(EDIT_FORM) or user.has_perm(VIEW_SIGNUPS) or Team.objects.run_by(user).exists()


def _projects(user: User | AnonymousUser, permission: str) -> QuerySet[Project]:
    if user.has_perm(permission):
        return Project.objects.all()
    return Project.objects.filter(team__in=Team.objects.run_by(user))
