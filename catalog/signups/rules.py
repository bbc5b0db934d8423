"""Eligibility as small checks that raise. Each is called under the activity's lock."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalog.projects.enums import ActivityState, ProjectState, SignupMethod
from catalog.projects.models import Activity
from catalog.signups.enums import TRANSITIONS
from catalog.signups.exceptions import (
    ActivityFullError,
    AlreadySignedUpError,
    FormChangedError,
    FormRuleError,
    IllegalTransitionError,
    SignupNotPossibleError,
    SignupWindowError,
    UnderageError,
)
from catalog.signups.models import Signup, SignupForm, SignupFormVersion
from catalog.signups.models.form import MAX_QUESTIONS
from catalog.volunteers.models import ADULT_AGE, Volunteer


def check_activity_takes_signups(activity: Activity) -> None:
    """Raise SignupNotPossibleError unless the activity takes place and its project recruits on this site."""
    if activity.state == ActivityState.CANCELLED:
        raise SignupNotPossibleError(_("这一场已取消，请看看别的场次。"))
    if activity.project.state != ProjectState.PUBLISHED:
        raise SignupNotPossibleError(_("这个项目现在不招募，请看看别的项目。"))
    if activity.project.signup_method != SignupMethod.FORM:
        raise SignupNotPossibleError(_("这个项目不在本站报名，请按项目页上的方式报名。"))


def check_window(activity: Activity, now: datetime) -> None:
    """Raise SignupWindowError outside of the sign-up window."""
    if activity.signup_opens_at and activity.signup_opens_at > now:
        opens = date_format(timezone.localtime(activity.signup_opens_at), "DATETIME_FORMAT")
        raise SignupWindowError(_("报名还没有开始，%(time)s 开始。") % {"time": opens})
    if activity.signup_closes_at <= now or activity.ends_at <= now:
        raise SignupWindowError(_("这一场的报名已经截止，请看看别的场次。"))


def check_age(volunteer: Volunteer, activity: Activity) -> None:
    """Raise UnderageError for a minor on the day of the activity (Henan 志愿服务条例 art. 8)."""
    if volunteer.age_on(timezone.localdate(activity.starts_at)) < ADULT_AGE:
        raise UnderageError(_("未满 18 岁要由监护人陪同参加。请让监护人打项目页上的电话报名，或和学校的队伍一起来。"))


def check_not_signed_up(volunteer: Volunteer, activity: Activity) -> None:
    """Raise AlreadySignedUpError when the volunteer has an active sign-up for it."""
    existing = Signup.objects.active().filter(volunteer=volunteer, activity=activity).first()
    if existing:
        raise AlreadySignedUpError(_("你已经报过这一场了。"), existing)


def check_form_version(activity: Activity, version: SignupFormVersion | None) -> None:
    """Raise FormChangedError unless `version` is the one that the project asks now (None: it asks nothing)."""
    form = SignupForm.objects.filter(project_id=activity.project_id).first()
    current = form.published_version() if form else None
    if (current.pk if current else None) != (version.pk if version else None):
        raise FormChangedError(_("队伍刚刚更新了报名表，请看一看新的问题再提交。"))


def check_place_or_line(is_full: bool, join_waitlist: bool) -> None:
    """Raise ActivityFullError when no place is free and the volunteer would not wait."""
    if is_full and not join_waitlist:
        raise ActivityFullError(_("这一场已经满员。勾选「若已满，列入候补」再提交，有空位就会轮到你。"))


def check_room_for_question(version: SignupFormVersion) -> None:
    """Raise FormRuleError when the form is as long as a form may be."""
    if version.questions.count() >= MAX_QUESTIONS:
        raise FormRuleError(_("一份报名表最多 %(count)s 个问题，请先删掉不要紧的。") % {"count": MAX_QUESTIONS})


def check_transition(from_state: str, to_state: str) -> None:
    """Raise IllegalTransitionError unless the table allows the change."""
    if to_state not in TRANSITIONS[from_state]:
        raise IllegalTransitionError(_("这份报名的状态已经变了，请刷新页面再看。"))


def check_can_withdraw(activity: Activity, now: datetime) -> None:
    """Raise SignupWindowError once the activity has begun: what happened can't be undone."""
    if activity.starts_at <= now:
        raise SignupWindowError(_("活动已经开始，不能在网上取消了。请打项目页上的电话告诉联系人。"))


def activity_takes_place(activity: Activity) -> bool:
    """Whether the activity is scheduled and its project published."""
    return activity.state == ActivityState.SCHEDULED and activity.project.state == ProjectState.PUBLISHED
