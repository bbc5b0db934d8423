"""Writes about teams."""

from django.db import transaction
from django.utils import timezone

from catalog.core.signals import changed
from catalog.teams.enums import MembershipRole
from catalog.teams.models import Membership, Team
from catalog.teams.signals import membership_changed
from catalog.volunteers.models import User


@transaction.atomic
def membership_grant(*, team: Team, user: User, role: MembershipRole) -> Membership:
    """Let `user` belong to `team` as `role`; an existing current membership takes the role. Returns the membership."""
    Team.objects.select_for_update().get(pk=team.pk)
    membership, _created = Membership.objects.update_or_create(
        team=team, user=user, ended_at=None, defaults={"role": role}
    )
    membership_changed.send(sender=Team, team=team)
    return membership


@transaction.atomic
def membership_end(*, membership: Membership) -> Membership:
    """End `membership` now; ending it twice changes nothing. Rights go in the same transaction."""
    membership = Membership.objects.select_for_update().select_related("team").get(pk=membership.pk)
    if membership.ended_at is None:
        membership.ended_at = timezone.now()
        membership.save(update_fields=["ended_at", "updated_at"])
        membership_changed.send(sender=Team, team=membership.team)
    return membership


@transaction.atomic
def team_save(*, team: Team) -> Team:
    """Save a validated team (new or changed) and say so to the index and to whoever gives rights."""
    team.save()
    changed("team", team.pk)
    membership_changed.send(sender=Team, team=team)
    return team
