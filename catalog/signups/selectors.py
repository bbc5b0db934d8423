"""Reads of sign-ups and forms that pages share."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Min, Prefetch, Q, QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalog.core.models import PUBLIC_ID_LENGTH
from catalog.projects.enums import ProjectState, RecruitmentStatus, SignupMethod
from catalog.projects.models import Activity, Project
from catalog.signups.enums import ACTIVE_STATES
from catalog.signups.models import Answer, Signup, SignupForm, SignupFormVersion
from catalog.signups.permissions import EDIT_FORM, VIEW_SIGNUPS
from catalog.signups.querysets import SignupQuerySet
from catalog.teams.models import Team
from catalog.volunteers.models import User

#: Held activities of a project that its team finds in its list.
PAST_SHOWN = 6


def _is_public_id(text: str) -> bool:
    return len(text) == PUBLIC_ID_LENGTH and text.isascii()


def activity_for_signup(project_id: str, activity_id: str) -> Activity:
    """The activity below its public project, with places. Raises Http404."""
    if not (_is_public_id(project_id) and _is_public_id(activity_id)):
        raise Http404
    activity = (
        Activity.objects.public()
        .with_places()
        .select_related("project__team", "project__brand", "district")
        .filter(public_id=activity_id, project__public_id=project_id)
        .first()
    )
    if activity is None:
        raise Http404
    return activity


def activity_for_team(project_id: str, activity_id: str) -> Activity:
    """The activity below its project, public or not, with places. Raises Http404."""
    if not (_is_public_id(project_id) and _is_public_id(activity_id)):
        raise Http404
    rows = Activity.objects.with_places().select_related("project__team", "project__brand", "district")
    activity = rows.filter(public_id=activity_id, project__public_id=project_id).first()
    if activity is None:
        raise Http404
    return activity


def version_asked(project: Project) -> SignupFormVersion | None:
    """The published version that `project` asks now, with its questions; None when it asks nothing."""
    return (
        SignupFormVersion.objects.published()
        .filter(form__project=project)
        .prefetch_related("questions")
        .order_by("-number")
        .first()
    )


def active_signup(user: User | AnonymousUser, activity: Activity) -> Signup | None:
    """The sign-up that `user` has for `activity` now."""
    return Signup.objects.of_user(user).active().filter(activity=activity).first()


def signup_of_user(user: User | AnonymousUser, public_id: str) -> Signup:
    """One's own sign-up with what its page says. Raises Http404 for anybody else's."""
    if not _is_public_id(public_id):
        raise Http404
    signup = (
        Signup.objects.of_user(user)
        .with_facts()
        .select_related("volunteer__user", "form_version")
        .prefetch_related(answers_in_order())
        .filter(public_id=public_id)
        .first()
    )
    if signup is None:
        raise Http404
    return signup


def answers_in_order() -> Prefetch:
    """The answers of sign-ups with their questions, in the order of the form."""
    rows = Answer.objects.select_related("question").order_by("question__order", "question_id")
    return Prefetch("answers", queryset=rows)


@dataclass(frozen=True)
class Closed:
    """Why an activity takes no sign-up now: a headline, what to do, and the status of the answer."""

    title: str
    text: str
    status: int


def why_closed(activity: Activity) -> Closed | None:
    """Why nobody can sign up for `activity` (with places) on this site now; None when people can."""
    project, status = activity.project, activity.status
    if project.state == ProjectState.CANCELLED or status == RecruitmentStatus.CANCELLED:
        return Closed(_("这一场取消了"), _("队伍取消了这一场，不能报名了。看看同一项目的别的场次，或者别的项目。"), 410)
    if project.state == ProjectState.FINISHED or status == RecruitmentStatus.OVER:
        return Closed(_("这一场已经结束"), _("活动已经办完了。看看同一项目有没有新的场次。"), 410)
    if project.signup_method != SignupMethod.FORM:
        return Closed(_("这个项目不在本站报名"), _("请回到项目页，按上面写的方式报名。"), 409)
    if status == RecruitmentStatus.NOT_YET_OPEN and activity.signup_opens_at:
        opens = date_format(timezone.localtime(activity.signup_opens_at), "DATETIME_FORMAT")
        return Closed(_("报名还没有开始"), _("%(time)s 开始报名，到时候再来。") % {"time": opens}, 409)
    if status in (RecruitmentStatus.CLOSED, RecruitmentStatus.RUNNING):
        return Closed(_("报名已经截止"), _("这一场不再收报名了。看看同一项目的别的场次。"), 410)
    return None


def other_activities(activity: Activity) -> list[Activity]:
    """Up to three other activities of the same project that take sign-ups, next first."""
    if activity.project.signup_method != SignupMethod.FORM:
        return []
    rows = activity.project.activities.open_for_signup().exclude(pk=activity.pk).with_places()
    return list(rows.select_related("project", "district")[:3])


def signups_coming(user: User | AnonymousUser) -> list[Signup]:
    """One's own coming sign-ups, confirmed and in the line, next first."""
    return list(Signup.objects.of_user(user).coming().with_facts())


def signups_past(user: User | AnonymousUser) -> QuerySet[Signup]:
    """One's own other sign-ups, the last one first."""
    return Signup.objects.of_user(user).past().with_facts()


def team_projects(user: User | AnonymousUser) -> QuerySet[Project]:
    """Projects that `user` works on, those that take place next first.

    Each has `coming`, its next activities, and `past`, the last that were held; both with places.
    """
    now = timezone.now()
    coming = Activity.objects.filter(ends_at__gt=now).with_places().order_by("starts_at", "id")
    past = Activity.objects.filter(ends_at__lte=now).with_places().order_by("-starts_at", "-id")[:PAST_SHOWN]
    is_editor = user.has_perm(EDIT_FORM) or user.has_perm(VIEW_SIGNUPS)
    mine = Q() if is_editor else Q(team__in=Team.objects.run_by(user))
    return (
        Project.objects.filter(mine)
        .exclude(state__in=[ProjectState.FINISHED, ProjectState.CANCELLED])
        .select_related("team", "brand")
        .prefetch_related(
            Prefetch("activities", queryset=coming, to_attr="coming"),
            Prefetch("activities", queryset=past, to_attr="past"),
            Prefetch("signup_form", queryset=SignupForm.objects.prefetch_related("versions")),
        )
        .annotate(next_at=Min("activities__starts_at", filter=Q(activities__ends_at__gt=now)))
        .order_by(F("next_at").asc(nulls_last=True), "team__name", "-id")
    )


def roster(activity: Activity) -> SignupQuerySet:
    """Who comes to `activity`, then who waits in the order of the line, then who gave up; with account and answers."""
    return (
        activity.signups.with_facts()
        .select_related("volunteer__user")
        .prefetch_related(answers_in_order())
        .annotate(is_active_row=Q(state__in=ACTIVE_STATES))
        .order_by("-is_active_row", "state", "id")
    )
