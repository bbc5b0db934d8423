"""Who may act for a team. Each predicate has its queryset in querysets.py; a matrix test holds the two together."""

from django.contrib.auth.models import AnonymousUser

from catalog.teams.models import Team
from catalog.volunteers.models import User


def may_run_team(user: User | AnonymousUser, team: Team) -> bool:
    """Whether `user` may work on the team's projects, forms and sign-ups now (TeamQuerySet.run_by)."""
    return Team.objects.run_by(user).filter(pk=team.pk).exists()
