"""What brand pages do when the catalog or the page tree changes."""

from catalog.teams.models import Team
from cms.brands.models import TeamIndexPage
from cms.brands.services import team_workflow_provision, team_workspace_follow


def follow_membership(team: Team, **_kwargs) -> None:
    """Give or take rights in the same transaction in which somebody joined, left or changed role."""
    team_workspace_follow(team=team)


def review_below_index(instance: TeamIndexPage, created: bool, raw: bool = False, **_kwargs) -> None:
    """A new list of teams has its pages reviewed by the city's editors."""
    if created and not raw:
        team_workflow_provision(index=instance)
