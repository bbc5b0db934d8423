"""A project: one recruitment notice and everything that it must publish."""

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.core.models import (
    Audience,
    PublicIdModel,
    ServiceField,
    TimestampedModel,
    TransitionLog,
)
from catalog.projects.enums import PUBLIC_STATES, ProjectState, SignupMethod
from catalog.projects.models.brand import ProjectBrand
from catalog.projects.querysets import ProjectQuerySet
from catalog.teams.models import Team

_incomplete_allowed = Q(state=ProjectState.DRAFT)


class Project(PublicIdModel, TimestampedModel):
    """志愿服务项目: belongs to a team, may carry a brand; its dates, places and capacity are those of its activities.

    A draft may be incomplete. From `in_review` on the database demands what a recruitment notice must publish
    (志愿服务条例 art. 12; GB/T 40143 §6.1). The state changes only through services.
    """

    team = models.ForeignKey(Team, verbose_name=_("队伍"), on_delete=models.PROTECT, related_name="projects")
    brand = models.ForeignKey(
        ProjectBrand,
        verbose_name=_("项目品牌"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="projects",
    )
    state = models.CharField(
        _("状态"),
        max_length=16,
        choices=ProjectState,
        default=ProjectState.DRAFT,
        editable=False,
        db_index=True,
    )
    published_at = models.DateTimeField(_("首次发布时间"), null=True, blank=True, editable=False)

    title = models.CharField(_("标题"), max_length=60, help_text=_("一句话说清做什么，30 个字以内最好。"))
    summary = models.CharField(_("简介"), max_length=200, blank=True)
    field = models.ForeignKey(
        ServiceField,
        verbose_name=_("服务领域"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="projects",
    )
    audiences = models.ManyToManyField(Audience, verbose_name=_("适合谁"), blank=True, related_name="projects")
    beneficiary = models.CharField(_("服务对象"), max_length=80, blank=True)
    content = models.TextField(_("要做什么"), blank=True, help_text=_("一行一步。"))
    conditions = models.TextField(_("要什么样的人"), blank=True, help_text=_("一行一条。"))
    risks = models.TextField(_("可能的风险"), blank=True, help_text=_("一行一条。"))
    guarantees = models.TextField(_("我们的保障"), blank=True, help_text=_("保险、培训、饮水等，一行一条。"))
    contact_name = models.CharField(_("联系人"), max_length=40, blank=True)
    contact_phone = models.CharField(_("联系电话"), max_length=40, blank=True)

    signup_method = models.CharField(_("报名方式"), max_length=16, choices=SignupMethod, default=SignupMethod.FORM)
    external_url = models.URLField(
        _("外部报名网址"),
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("只接受 http 或 https 网址。"),
    )
    offline_instructions = models.TextField(_("电话或到场报名的说明"), blank=True)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("图片"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        verbose_name = _("志愿服务项目")
        verbose_name_plural = _("志愿服务项目")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="project_has_title"),
            models.CheckConstraint(
                name="project_notice_is_complete",
                condition=_incomplete_allowed
                | (
                    Q(field__isnull=False)
                    & ~Q(summary="")
                    & ~Q(content="")
                    & ~Q(conditions="")
                    & ~Q(risks="")
                    & ~Q(guarantees="")
                    & ~Q(contact_name="")
                    & ~Q(contact_phone="")
                ),
                violation_error_message=_("招募信息还不完整，不能提交。"),
            ),
            models.CheckConstraint(
                name="project_has_one_way_to_sign_up",
                condition=_incomplete_allowed
                | Q(
                    signup_method=SignupMethod.FORM,
                    external_url="",
                    offline_instructions="",
                )
                | (
                    Q(
                        signup_method=SignupMethod.EXTERNAL,
                        external_url__startswith="http",
                        offline_instructions="",
                    )
                )
                | (Q(signup_method=SignupMethod.OFFLINE, external_url="") & ~Q(offline_instructions="")),
                violation_error_message=_("报名方式只能有一种，并且要填全。"),
            ),
            models.CheckConstraint(
                name="project_published_has_date",
                condition=Q(state__in=[ProjectState.DRAFT, ProjectState.IN_REVIEW]) | Q(published_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The public page of the project."""
        return reverse("projects:detail", args=[self.public_id])

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it (ProjectQuerySet.public)."""
        return self.state in PUBLIC_STATES

    @property
    def content_steps(self) -> list[str]:
        """The lines of `content`."""
        return _lines(self.content)

    @property
    def condition_items(self) -> list[str]:
        """The lines of `conditions`."""
        return _lines(self.conditions)

    @property
    def risk_items(self) -> list[str]:
        """The lines of `risks`."""
        return _lines(self.risks)

    @property
    def guarantee_items(self) -> list[str]:
        """The lines of `guarantees`."""
        return _lines(self.guarantees)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class ProjectTransition(TransitionLog):
    """One change of a project's state."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="transitions")

    def __str__(self) -> str:
        return f"{self.project_id}: {self.from_state} → {self.to_state}"
