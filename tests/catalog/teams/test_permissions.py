"""Who may act for a team: the predicate and its queryset say the same."""

import pytest
from django.contrib.auth.models import AnonymousUser

from catalog.teams.models import Team
from catalog.teams.permissions import may_run_team
from tests.factories.accounts import UserFactory
from tests.factories.catalog import MembershipFactory, TeamFactory

pytestmark = pytest.mark.django_db

PEOPLE = {
    "leader": True,
    "coordinator": True,
    "member": False,
    "former leader": False,
    "leader whose account is closed": False,
    "leader of another team": False,
    "nobody's": False,
    "anonymous": False,
}


def person(kind: str, team: Team):
    """Somebody who stands so to the team."""
    match kind:
        case "leader" | "leader whose account is closed":
            user = MembershipFactory(team=team, leader=True).user
            user.is_active = kind == "leader"
            user.save()
            return user
        case "coordinator":
            return MembershipFactory(team=team, coordinator=True).user
        case "member":
            return MembershipFactory(team=team).user
        case "former leader":
            return MembershipFactory(team=team, leader=True, ended=True).user
        case "leader of another team":
            return MembershipFactory(leader=True).user
        case "nobody's":
            return UserFactory()
    return AnonymousUser()


@pytest.mark.parametrize("kind", PEOPLE)
def test_leaders_and_coordinators_run_their_team_and_no_other(kind):
    team, other = TeamFactory(), TeamFactory()
    user = person(kind, team)
    assert may_run_team(user, team) is PEOPLE[kind]
    assert (team in Team.objects.run_by(user)) is PEOPLE[kind]
    assert not may_run_team(user, other)


@pytest.mark.parametrize("kind", PEOPLE)
def test_nobody_runs_a_team_that_has_ended(kind):
    team = TeamFactory(ended=True)
    user = person(kind, team)
    assert not may_run_team(user, team)
    assert team not in Team.objects.run_by(user)
