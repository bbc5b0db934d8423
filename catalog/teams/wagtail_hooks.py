"""What editors find of teams in the admin."""

from wagtail import hooks

from catalog.teams.viewsets import TeamViewSetGroup, team_chooser


@hooks.register("register_admin_viewset")
def register_team_viewsets() -> list:
    """Teams, memberships, and the chooser of teams."""
    return [TeamViewSetGroup(), team_chooser]
