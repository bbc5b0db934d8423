"""Who may act for a team. Each predicate has its queryset in querysets.py; a matrix test holds the two together."""

from catalog.teams.models import Team


def may_run_team(user, team: Team) -> bool:
    """Whether `user` may work on the team's projects, forms and sign-ups now (TeamQuerySet.run_by)."""
    return Team.objects.run_by(user).filter(pk=team.pk).exists()
