"""Teams and who belongs to them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.core.models import District, PublicIdModel, ServiceField, TimestampedModel
from catalog.teams.enums import MembershipRole, TeamKind, TeamState
from catalog.teams.querysets import MembershipQuerySet, TeamQuerySet


class Team(PublicIdModel, TimestampedModel):
    """志愿服务队伍: who organises. Its story is on its brand page; facts and contact are here, kept by its leader."""

    name = models.CharField(_("名称"), max_length=60, unique=True)
    slug = models.SlugField(_("标识"), max_length=60, unique=True)
    kind = models.CharField(_("类型"), max_length=16, choices=TeamKind, default=TeamKind.ASSOCIATION)
    state = models.CharField(_("状态"), max_length=16, choices=TeamState, default=TeamState.ACTIVE)
    district = models.ForeignKey(
        District,
        verbose_name=_("所在县市区"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="teams",
    )
    fields = models.ManyToManyField(ServiceField, verbose_name=_("服务领域"), blank=True, related_name="teams")
    founded_year = models.PositiveSmallIntegerField(_("成立年份"), null=True, blank=True)
    summary = models.CharField(_("一句话介绍"), max_length=160, blank=True)
    contact_name = models.CharField(_("联系人"), max_length=40, blank=True)
    contact_phone = models.CharField(_("联系电话"), max_length=40, blank=True)
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("图片"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("志愿服务队伍")
        verbose_name_plural = _("志愿服务队伍")

    def __str__(self) -> str:
        return self.name


class Membership(TimestampedModel):
    """That a person belongs to a team in a role. The truth about who may act for a team; ended rows are kept."""

    team = models.ForeignKey(
        Team,
        verbose_name=_("队伍"),
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("账号"),
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    role = models.CharField(_("角色"), max_length=16, choices=MembershipRole, default=MembershipRole.MEMBER)
    ended_at = models.DateTimeField(_("离开时间"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("队伍成员")
        verbose_name_plural = _("队伍成员")
        constraints = [
            models.UniqueConstraint(
                fields=["team", "user"],
                condition=models.Q(ended_at=None),
                name="membership_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.team} · {self.user} · {self.get_role_display()}"
