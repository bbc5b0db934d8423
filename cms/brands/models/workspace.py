"""What a team has in the admin."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from catalog.teams.models import Team
from cms.brands.models.team import TeamBrandPage


class TeamWorkspace(models.Model):
    """One team's page, group and collection in the admin. Made and repaired by `team_workspace_provision`, never by hand.

    Who is in the group follows from catalog.teams.Membership.
    """

    team = models.OneToOneField(Team, verbose_name=_("队伍"), on_delete=models.PROTECT, related_name="cms_workspace")
    page = models.OneToOneField(
        TeamBrandPage, verbose_name=_("品牌页"), null=True, on_delete=models.SET_NULL, related_name="workspace"
    )
    group = models.OneToOneField(
        Group, verbose_name=_("用户组"), null=True, on_delete=models.SET_NULL, related_name="team_workspace"
    )
    collection = models.OneToOneField(
        Collection, verbose_name=_("图片和文件"), null=True, on_delete=models.SET_NULL, related_name="team_workspace"
    )

    class Meta:
        verbose_name = _("队伍工作区")
        verbose_name_plural = _("队伍工作区")

    def __str__(self) -> str:
        return str(self.team)
