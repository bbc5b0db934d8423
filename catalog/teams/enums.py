"""Fixed lists about teams."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TeamState(models.TextChoices):
    """Whether a team may post projects."""

    ACTIVE = "active", _("正常")
    ENDED = "ended", _("已停止")


class TeamKind(models.TextChoices):
    """Who carries a team."""

    ASSOCIATION = "association", _("社会组织")
    COMMUNITY = "community", _("社区队伍")
    SCHOOL = "school", _("学校队伍")
    WORKPLACE = "workplace", _("单位队伍")
    INTEREST = "interest", _("兴趣队伍")


class MembershipRole(models.TextChoices):
    """What a member may do for the team: a leader everything, a coordinator sign-ups and projects, a member serves."""

    LEADER = "leader", _("负责人")
    COORDINATOR = "coordinator", _("协调员")
    MEMBER = "member", _("队员")
