"""Reads of sign-ups in the words of the domain."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NoReturn

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.signups.enums import ACTIVE_STATES, HOLDING_STATES, SignupState
from catalog.volunteers.models import User


def refuse_published() -> NoReturn:
    """Raise ValidationError: what was published never changes, as answers hang on it."""
    raise ValidationError(_("已发布的报名表不能修改，请新建一个版本。"))


class SignupFormVersionQuerySet(models.QuerySet):
    """Versions of forms. A published one can't be changed or deleted in bulk either."""

    def published(self) -> "SignupFormVersionQuerySet":
        """Versions that were published."""
        return self.exclude(published_at=None)

    def update(self, **kwargs: Any) -> int:
        """Change drafts. Raises ValidationError when a published version is among them."""
        if self.published().exists():
            refuse_published()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete drafts. Raises ValidationError when a published version is among them."""
        if self.published().exists():
            refuse_published()
        return super().delete()


class QuestionQuerySet(models.QuerySet):
    """Questions. Those of a published version can't be changed, deleted or added to in bulk either."""

    def of_published(self) -> "QuestionQuerySet":
        """Questions of published versions."""
        return self.exclude(version__published_at=None)

    def update(self, **kwargs: Any) -> int:
        """Change questions of drafts. Raises ValidationError when one of a published version is among them."""
        if self.of_published().exists():
            refuse_published()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete questions of drafts. Raises ValidationError when one of a published version is among them."""
        if self.of_published().exists():
            refuse_published()
        return super().delete()

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Add questions to drafts. Raises ValidationError when one would go to a published version."""
        objs = list(objs)
        if any(each.version.published_at is not None for each in objs):
            refuse_published()
        return super().bulk_create(objs, *args, **kwargs)


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

    def of_user(self, user: User | AnonymousUser) -> "SignupQuerySet":
        """The sign-ups of the person who is logged in."""
        return self.filter(volunteer__user=user) if user.is_authenticated else self.none()

    def coming(self, now: datetime | None = None) -> "SignupQuerySet":
        """Active ones of activities that are not over, next first."""
        return self.active().filter(activity__ends_at__gt=now or timezone.now()).order_by("activity__starts_at", "id")

    def past(self, now: datetime | None = None) -> "SignupQuerySet":
        """Those of activities that are over, and those that were withdrawn or cancelled; the last one first."""
        active_and_coming = models.Q(state__in=ACTIVE_STATES, activity__ends_at__gt=now or timezone.now())
        return self.exclude(active_and_coming).order_by("-activity__starts_at", "-id")

    def with_facts(self) -> "SignupQuerySet":
        """With what a page says of each, and `position` in the line (1 is next; None outside of it)."""
        ahead = (
            type(self)(self.model)
            .filter(
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


def _count(states: Iterable[str]) -> Coalesce:
    from catalog.signups.models import Signup

    rows = (
        Signup.objects.filter(activity=OuterRef("pk"), state__in=states)
        .order_by()
        .values("activity")
        .annotate(n=Count(F("id")))
        .values("n")
    )
    return Coalesce(Subquery(rows, output_field=IntegerField()), 0)
