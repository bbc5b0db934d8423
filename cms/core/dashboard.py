"""What somebody sees first in the admin."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from catalog.projects.enums import ProjectState
from catalog.projects.models import Project


@dataclass(frozen=True)
class Task:
    """A way to some work, with how much of it waits (None: nothing to count)."""

    label: str
    url: str
    count: int | None = None


class CityPanel(Component):
    """A headline, a sentence, and ways to the daily work."""

    template_name = "wagtailadmin/home/city_panel.html"
    order = 50

    def __init__(self, key: str, title: str, text: str, tasks: list[Task]) -> None:
        super().__init__()
        self.key, self.title, self.text, self.tasks = key, title, text, tasks

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """For the template."""
        return {"key": self.key, "title": self.title, "text": self.text, "tasks": self.tasks}


def editors_panel(request: HttpRequest) -> CityPanel | None:
    """What the city's editors do every day; None for people without rights on the catalog."""
    user = request.user
    if not user.has_perm("catalog_projects.change_project"):
        return None
    waiting = Project.objects.filter(state=ProjectState.IN_REVIEW).count()
    listing = reverse("project-admin:index")
    tasks = [
        Task(_("个项目等着审核"), f"{listing}?state={ProjectState.IN_REVIEW}", waiting),
        Task(_("登记一个新项目"), reverse("project-admin:add")),
        Task(_("看全部场次"), reverse("activity-admin:index")),
        Task(_("写一篇故事，办一次主题活动"), reverse("wagtailadmin_explore_root")),
    ]
    return CityPanel("editors", _("今天要做的"), _("队伍提交的页面在下面的「等待审核」里。"), tasks)
