"""Reads of projects and activities in the words of the domain."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from catalog.projects import places
from catalog.projects.enums import PUBLIC_STATES, ActivityState, ProjectState


class ProjectQuerySet(models.QuerySet):
    """Projects."""

    def public(self) -> "ProjectQuerySet":
        """Projects that everybody may read: published, finished and cancelled ones."""
        return self.filter(state__in=PUBLIC_STATES)

    def published(self) -> "ProjectQuerySet":
        """Projects that recruit or may recruit."""
        return self.filter(state=ProjectState.PUBLISHED)

    def with_facts(self) -> "ProjectQuerySet":
        """With what a list or a page says beside the title: team, brand, field, picture."""
        return self.select_related("team", "brand", "field", "image")


class ActivityQuerySet(models.QuerySet):
    """Activities."""

    def public(self) -> "ActivityQuerySet":
        """Activities of projects that everybody may read."""
        return self.filter(project__state__in=PUBLIC_STATES)

    def scheduled(self) -> "ActivityQuerySet":
        """Those that were not cancelled."""
        return self.filter(state=ActivityState.SCHEDULED)

    def upcoming(self, now: datetime | None = None) -> "ActivityQuerySet":
        """Scheduled activities of published projects that have not ended, next first."""
        return (
            self.scheduled()
            .filter(project__state=ProjectState.PUBLISHED, ends_at__gt=now or timezone.now())
            .order_by("starts_at", "id")
        )

    def with_places(self) -> "ActivityQuerySet":
        """With `held` (places taken) and `waiting` (people in the line), counted now."""
        return self.annotate(held=places.held(), waiting=places.waiting())

    def with_free_places(self) -> "ActivityQuerySet":
        """Activities with a place that a newcomer would get at once."""
        return self.with_places().filter(held__lt=F("capacity"), waiting=0)

    def open_for_signup(self, now: datetime | None = None) -> "ActivityQuerySet":
        """Upcoming activities whose sign-up window is open."""
        now = now or timezone.now()
        return self.upcoming(now).filter(
            Q(signup_opens_at=None) | Q(signup_opens_at__lte=now),
            signup_closes_at__gt=now,
        )

    def with_facts(self) -> "ActivityQuerySet":
        """With what a list says of each: project, team, brand, field, district."""
        return self.select_related("project__team", "project__brand", "project__field", "district")
