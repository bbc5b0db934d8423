"""Checks about projects that raise."""

from typing import cast

from django.db.models import Field
from django.utils.translation import gettext as _

from catalog.projects.enums import TRANSITIONS, SignupMethod
from catalog.projects.exceptions import IllegalTransitionError, IncompleteNoticeError
from catalog.projects.models import Project


def check_transition(project: Project, to_state: str) -> None:
    """Raise IllegalTransitionError unless the table allows `project` to go to `to_state`."""
    if to_state not in TRANSITIONS[project.state]:
        raise IllegalTransitionError(_("「%(state)s」的项目不能这样改。") % {"state": project.get_state_display()})


def missing_from_notice(project: Project) -> list[str]:
    """What the recruitment notice still lacks, in words (志愿服务条例 art. 12; GB/T 40143 §6.1)."""
    missing = [
        str(cast(Field, Project._meta.get_field(name)).verbose_name)
        for name in (
            "field",
            "summary",
            "content",
            "conditions",
            "risks",
            "guarantees",
            "contact_name",
            "contact_phone",
        )
        if not getattr(project, f"{name}_id" if name == "field" else name)
    ]
    if project.signup_method == SignupMethod.EXTERNAL and not project.external_url:
        missing.append(_("外部报名网址"))
    if project.signup_method == SignupMethod.OFFLINE and not project.offline_instructions:
        missing.append(_("电话或到场报名的说明"))
    if not project.activities.scheduled().exists():
        missing.append(_("至少一个场次"))
    return missing


def check_notice_complete(project: Project) -> None:
    """Raise IncompleteNoticeError when something that must be published is missing."""
    if missing := missing_from_notice(project):
        raise IncompleteNoticeError(_("招募信息还缺：%(items)s。") % {"items": "、".join(missing)}, missing)
