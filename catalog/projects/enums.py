"""Fixed lists about projects."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProjectState(models.TextChoices):
    """The editorial state of a project. What citizens see (招募中, 已满 …) is derived from its activities."""

    DRAFT = "draft", _("草稿")
    IN_REVIEW = "in_review", _("待审核")
    PUBLISHED = "published", _("已发布")
    FINISHED = "finished", _("已结项")
    CANCELLED = "cancelled", _("已取消")
    WITHDRAWN = "withdrawn", _("已下架")


#: Allowed changes of a project's state.
TRANSITIONS: dict[str, frozenset[str]] = {
    ProjectState.DRAFT: frozenset({ProjectState.IN_REVIEW}),
    ProjectState.IN_REVIEW: frozenset({ProjectState.DRAFT, ProjectState.PUBLISHED}),
    ProjectState.PUBLISHED: frozenset({ProjectState.FINISHED, ProjectState.CANCELLED, ProjectState.WITHDRAWN}),
    ProjectState.WITHDRAWN: frozenset({ProjectState.PUBLISHED}),
    ProjectState.FINISHED: frozenset(),
    ProjectState.CANCELLED: frozenset(),
}

#: States in which everybody may read a project.
PUBLIC_STATES = (ProjectState.PUBLISHED, ProjectState.FINISHED, ProjectState.CANCELLED)


class SignupMethod(models.TextChoices):
    """Where people sign up: exactly one a project."""

    FORM = "form", _("在本站报名")
    EXTERNAL = "external", _("在外部网站报名")
    OFFLINE = "offline", _("电话或到场报名")


class ActivityState(models.TextChoices):
    """Whether an activity takes place."""

    SCHEDULED = "scheduled", _("正常")
    CANCELLED = "cancelled", _("已取消")


class RecruitmentStatus(models.TextChoices):
    """What a citizen sees of an activity or a project; computed from dates and places, never stored."""

    RECRUITING = "recruiting", _("招募中")
    FULL = "full", _("已满，可候补")
    NOT_YET_OPEN = "not_yet_open", _("报名未开始")
    CLOSED = "closed", _("报名截止")
    RUNNING = "running", _("进行中")
    OVER = "over", _("已结束")
    CANCELLED = "cancelled", _("已取消")
