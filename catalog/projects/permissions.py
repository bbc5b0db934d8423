"""Who may see a project that is not public."""

from django.contrib.auth.models import AnonymousUser

from catalog.projects.models import Project
from catalog.teams.permissions import may_run_team
from catalog.volunteers.models import User


def may_preview_project(user: User | AnonymousUser, project: Project) -> bool:
    """Whether `user` may see `project` before it is published or after it was withdrawn: editors, and whoever runs its team."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.has_perm("catalog_projects.change_project") or may_run_team(user, project.team)
