"""Reads of sign-ups in the words of the domain."""

from datetime import datetime

from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from catalog.signups.enums import ACTIVE_STATES, HOLDING_STATES, SignupState


class SignupQuerySet(models.QuerySet):
    """Sign-ups."""

    def active(self) -> "SignupQuerySet":
        """Confirmed or in the line."""
        return self.filter(state__in=ACTIVE_STATES)

    def holding(self) -> "SignupQuerySet":
        """Those that hold a place."""
        return self.filter(state__in=HOLDING_STATES)

    def in_line(self) -> "SignupQuerySet":
        """The line, first come first."""
        return self.filter(state=SignupState.WAITLISTED).order_by("id")

    def of_user(self, user) -> "SignupQuerySet":
        """The sign-ups of the person who is logged in."""
        return (
            self.filter(volunteer__user=user) if user.is_authenticated else self.none()
        )

    def coming(self, now: datetime | None = None) -> "SignupQuerySet":
        """Active ones of activities that are not over, next first."""
        return (
            self.active()
            .filter(activity__ends_at__gt=now or timezone.now())
            .order_by("activity__starts_at", "id")
        )

    def with_facts(self) -> "SignupQuerySet":
        """With what a page says of each, and `position` in the line (1 is next; None outside of it)."""
        ahead = (
            self.model.objects.filter(
                activity=OuterRef("activity"),
                state=SignupState.WAITLISTED,
                id__lte=OuterRef("id"),
            )
            .order_by()
            .values("activity")
            .annotate(n=Count("id"))
            .values("n")
        )
        return self.select_related(
            "activity__project__team",
            "activity__project__brand",
            "activity__project__field",
            "activity__district",
        ).annotate(
            position=models.Case(
                models.When(
                    state=SignupState.WAITLISTED,
                    then=Subquery(ahead, output_field=IntegerField()),
                ),
                default=None,
            )
        )


def held_places() -> Coalesce:
    """Places held, over an Activity row."""
    return _count(HOLDING_STATES)


def waiting_people() -> Coalesce:
    """People in the line, over an Activity row."""
    return _count((SignupState.WAITLISTED,))


def _count(states) -> Coalesce:
    from catalog.signups.models import Signup

    rows = (
        Signup.objects.filter(activity=OuterRef("pk"), state__in=states)
        .order_by()
        .values("activity")
        .annotate(n=Count(F("id")))
        .values("n")
    )
    return Coalesce(Subquery(rows, output_field=IntegerField()), 0)
