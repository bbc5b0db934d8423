"""Joining, changing role, leaving: the truth about who belongs to a team."""

import pytest
from django.db import IntegrityError, transaction

from catalog.core.signals import catalog_changed
from catalog.teams import services
from catalog.teams.enums import MembershipRole
from catalog.teams.models import Membership, Team
from catalog.teams.signals import membership_changed
from tests.factories.accounts import UserFactory
from tests.factories.catalog import MembershipFactory, TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """The teams whose members changed."""
    teams = []

    def listen(team, **_kwargs):
        teams.append(team)

    membership_changed.connect(listen)
    yield teams
    membership_changed.disconnect(listen)


def test_somebody_joins(told):
    team, user = TeamFactory(), UserFactory()
    membership = services.membership_grant(team=team, user=user, role=MembershipRole.LEADER)
    assert (membership.team, membership.user, membership.role) == (team, user, "leader")
    assert team in told


def test_a_new_role_takes_the_place_of_the_old_one():
    membership = MembershipFactory(leader=True)
    services.membership_grant(team=membership.team, user=membership.user, role=MembershipRole.MEMBER)
    assert [each.role for each in membership.team.memberships.current()] == ["member"]


def test_leaving_keeps_the_row_and_its_first_date(told):
    membership = services.membership_end(membership=MembershipFactory())
    assert membership.ended_at
    assert services.membership_end(membership=membership).ended_at == membership.ended_at
    assert told == [membership.team]


def test_who_left_may_join_again():
    ended = services.membership_end(membership=MembershipFactory())
    services.membership_grant(team=ended.team, user=ended.user, role=MembershipRole.MEMBER)
    assert Membership.objects.filter(team=ended.team, user=ended.user).count() == 2
    assert Membership.objects.current().filter(team=ended.team).count() == 1


def test_nobody_belongs_twice_at_a_time():
    membership = MembershipFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        MembershipFactory(team=membership.team, user=membership.user)


def test_saving_a_team_is_said_to_the_index_and_to_who_gives_rights(told):
    said = []

    def listen(kind, pk, **_kwargs):
        said.append((kind, pk))

    catalog_changed.connect(listen)
    team = TeamFactory()
    team.summary = "新的介绍"
    services.team_save(team=team)
    catalog_changed.disconnect(listen)
    assert ("team", team.pk) in said
    assert told == [team]
    assert Team.objects.get(pk=team.pk).summary == "新的介绍"
