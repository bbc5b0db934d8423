"""`manage.py workspaces_repair`: pages, groups and collections of all teams, brought in line with their leaders."""

from django.core.management.base import BaseCommand

from cms.brands.models import TeamIndexPage
from cms.brands.services import team_workflow_provision, workspaces_repair
from cms.core.services import groups_provision


class Command(BaseCommand):
    help = "按队伍现任负责人，补齐并修正每支队伍的页面、用户组、图片和文件夹。可以反复运行。"

    def handle(self, *args, **options) -> None:
        """Repair the groups, the review, and every team's workspace."""
        groups_provision()
        for index in TeamIndexPage.objects.all():
            team_workflow_provision(index=index)
        self.stdout.write(f"检查了 {workspaces_repair()} 支队伍。")
