"""An activity: one dated occurrence of a project."""

from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.core.models import District, PlaceModel, PublicIdModel, TimestampedModel
from catalog.projects.enums import ActivityState, RecruitmentStatus
from catalog.projects.models.project import Project
from catalog.projects.querysets import ActivityQuerySet


class Activity(PublicIdModel, PlaceModel, TimestampedModel):
    """场次: when and where people meet, how many are wanted, and until when they may sign up. Times are in UTC.

    `held` and `waiting` are there on rows from `with_places()`; they are counted, never stored.
    """

    held: int
    waiting: int

    project = models.ForeignKey(
        Project,
        verbose_name=_("项目"),
        on_delete=models.CASCADE,
        related_name="activities",
    )
    state = models.CharField(_("状态"), max_length=16, choices=ActivityState, default=ActivityState.SCHEDULED)
    starts_at = models.DateTimeField(_("开始时间"))
    ends_at = models.DateTimeField(_("结束时间"))
    district = models.ForeignKey(
        District,
        verbose_name=_("县市区"),
        on_delete=models.PROTECT,
        related_name="activities",
    )
    place_name = models.CharField(_("集合地点"), max_length=80)
    address = models.CharField(_("地址"), max_length=120, blank=True)
    capacity = models.PositiveIntegerField(_("招募人数"), validators=[MinValueValidator(1), MaxValueValidator(100_000)])
    signup_opens_at = models.DateTimeField(
        _("报名开始"), null=True, blank=True, help_text=_("留空表示发布后就能报名。")
    )
    signup_closes_at = models.DateTimeField(_("报名截止"))

    objects = ActivityQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "id"]
        verbose_name = _("场次")
        verbose_name_plural = _("场次")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="activity_ends_after_start",
            ),
            models.CheckConstraint(condition=Q(capacity__gte=1), name="activity_has_places"),
            models.CheckConstraint(
                condition=Q(signup_closes_at__lte=F("ends_at")),
                name="activity_signup_closes_before_end",
            ),
            models.CheckConstraint(
                condition=Q(signup_opens_at=None) | Q(signup_opens_at__lt=F("signup_closes_at")),
                name="activity_signup_window_is_open_once",
            ),
            models.CheckConstraint(
                condition=(
                    Q(latitude=None, longitude=None)
                    | Q(
                        latitude__gte=-90,
                        latitude__lte=90,
                        longitude__gte=-180,
                        longitude__lte=180,
                    )
                ),
                name="activity_place_is_on_earth",
            ),
        ]
        indexes = [
            models.Index(fields=["project", "starts_at"]),
            models.Index(fields=["starts_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.project} {timezone.localtime(self.starts_at):%Y-%m-%d %H:%M}"

    def get_signup_url(self) -> str:
        """Where people sign up for this activity."""
        return reverse("signups:signup", args=[self.project.public_id, self.public_id])

    @property
    def free(self) -> int:
        """Places that nobody holds; needs with_places()."""
        return max(self.capacity - self.held, 0)

    @property
    def is_full(self) -> bool:
        """Whether a newcomer would join the line: no place is free, or someone waits already; needs with_places()."""
        return self.free == 0 or self.waiting > 0

    def status_at(self, now: datetime) -> RecruitmentStatus:
        """What a citizen sees at `now`; needs with_places()."""
        if self.state == ActivityState.CANCELLED:
            return RecruitmentStatus.CANCELLED
        if self.ends_at <= now:
            return RecruitmentStatus.OVER
        if self.signup_closes_at <= now:
            return RecruitmentStatus.RUNNING if self.starts_at <= now else RecruitmentStatus.CLOSED
        if self.signup_opens_at and self.signup_opens_at > now:
            return RecruitmentStatus.NOT_YET_OPEN
        return RecruitmentStatus.FULL if self.is_full else RecruitmentStatus.RECRUITING

    @property
    def status(self) -> RecruitmentStatus:
        """What a citizen sees now; needs with_places()."""
        return self.status_at(timezone.now())

    @property
    def takes_signups(self) -> bool:
        """Whether someone can sign up or join the line now; needs with_places()."""
        return self.status in (RecruitmentStatus.RECRUITING, RecruitmentStatus.FULL)
