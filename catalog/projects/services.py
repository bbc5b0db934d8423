"""Writes about projects and activities. Each opens a transaction, locks, checks, saves, logs and says what changed."""

from django.db import transaction
from django.utils import timezone

from catalog.core.signals import changed
from catalog.projects import rules
from catalog.projects.enums import ProjectState, SignupMethod
from catalog.projects.models import Activity, Project, ProjectTransition
from catalog.projects.signals import activity_changing, activity_saved
from catalog.volunteers.models import User


@transaction.atomic
def project_save(*, project: Project) -> Project:
    """Save a validated project. The ways to sign up that are not chosen are emptied, so that exactly one remains."""
    if project.signup_method != SignupMethod.EXTERNAL:
        project.external_url = ""
    if project.signup_method != SignupMethod.OFFLINE:
        project.offline_instructions = ""
    project.save()
    changed("project", project.pk)
    return project


def project_submit(*, project: Project, actor: User | None = None) -> Project:
    """draft → in_review. Raises IncompleteNoticeError, IllegalTransitionError."""
    return _move(project, ProjectState.IN_REVIEW, actor=actor, complete=True)


def project_publish(*, project: Project, actor: User | None = None) -> Project:
    """in_review or withdrawn → published. Raises IncompleteNoticeError, IllegalTransitionError."""
    return _move(project, ProjectState.PUBLISHED, actor=actor, complete=True)


def project_return(*, project: Project, actor: User | None = None, note: str = "") -> Project:
    """in_review → draft, with what is to be mended in `note`."""
    return _move(project, ProjectState.DRAFT, actor=actor, note=note)


def project_withdraw(*, project: Project, actor: User | None = None, note: str = "") -> Project:
    """published → withdrawn: nobody finds it any more."""
    return _move(project, ProjectState.WITHDRAWN, actor=actor, note=note)


def project_finish(*, project: Project, actor: User | None = None) -> Project:
    """published → finished: it stays readable and says that it is over."""
    return _move(project, ProjectState.FINISHED, actor=actor)


@transaction.atomic
def _move(project: Project, to_state: str, *, actor: User | None, note: str = "", complete: bool = False) -> Project:
    project = Project.objects.select_for_update().get(pk=project.pk)
    rules.check_transition(project, to_state)
    if complete:
        rules.check_notice_complete(project)
    ProjectTransition.objects.create(
        project=project,
        from_state=project.state,
        to_state=to_state,
        actor=actor,
        note=note[:500],
    )
    project.state = to_state
    if to_state == ProjectState.PUBLISHED and project.published_at is None:
        project.published_at = timezone.now()
    project.save(update_fields=["state", "published_at", "updated_at"])
    changed("project", project.pk)
    return project


@transaction.atomic
def activity_save(*, activity: Activity) -> Activity:
    """Save a validated activity (new or changed); a larger capacity finds its next people at once.

    Raises ProjectRuleError when a room above refuses, such as a capacity below the places held.
    """
    if activity.pk:
        before = Activity.objects.select_for_update().get(pk=activity.pk)
        activity_changing.send(sender=Activity, activity=activity, before=before)
    activity.save()
    activity_saved.send(sender=Activity, activity=activity)
    changed("activity", activity.pk)
    return activity
