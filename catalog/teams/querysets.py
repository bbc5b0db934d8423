"""Reads of teams in the words of the domain."""

from django.contrib.auth.models import AnonymousUser
from django.db import models

from catalog.teams.enums import MembershipRole, TeamState
from catalog.volunteers.models import User


class TeamQuerySet(models.QuerySet):
    """Teams."""

    def active(self) -> "TeamQuerySet":
        """Teams that may post projects."""
        return self.filter(state=TeamState.ACTIVE)

    def run_by(self, user: User | AnonymousUser) -> "TeamQuerySet":
        """Teams for which `user` may act now, as leader or coordinator (the rule of permissions.may_run_team)."""
        if isinstance(user, AnonymousUser) or not user.is_active:
            return self.none()
        return self.filter(
            state=TeamState.ACTIVE,
            pk__in=user.memberships.current()
            .filter(role__in=[MembershipRole.LEADER, MembershipRole.COORDINATOR])
            .values("team_id"),
        )


class MembershipQuerySet(models.QuerySet):
    """Memberships."""

    def current(self) -> "MembershipQuerySet":
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def leaders(self) -> "MembershipQuerySet":
        """Those of leaders."""
        return self.filter(role=MembershipRole.LEADER)
