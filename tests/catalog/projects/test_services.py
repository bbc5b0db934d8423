"""A project's way from draft to its end, and what each step demands."""

import pytest
from django.db import IntegrityError, transaction

from catalog.core.signals import catalog_changed
from catalog.projects import services
from catalog.projects.enums import TRANSITIONS, ProjectState, SignupMethod
from catalog.projects.exceptions import IllegalTransitionError, IncompleteNoticeError
from catalog.projects.models import Project
from tests.factories.accounts import UserFactory
from tests.factories.catalog import ActivityFactory, ProjectFactory

pytestmark = pytest.mark.django_db

STEPS = {
    services.project_submit: ProjectState.IN_REVIEW,
    services.project_publish: ProjectState.PUBLISHED,
    services.project_return: ProjectState.DRAFT,
    services.project_withdraw: ProjectState.WITHDRAWN,
    services.project_finish: ProjectState.FINISHED,
}


@pytest.fixture
def heard():
    """What was said to the rooms above."""
    said = []

    def listen(kind, pk, **_kwargs):
        said.append((kind, pk))

    catalog_changed.connect(listen)
    yield said
    catalog_changed.disconnect(listen)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
@pytest.mark.parametrize("state", ProjectState.values)
def test_only_the_table_of_transitions_decides(step, state):
    published_at = {"published_at": None} if state in (ProjectState.DRAFT, ProjectState.IN_REVIEW) else {}
    project = ActivityFactory(project=ProjectFactory(state=state, **published_at)).project
    if STEPS[step] in TRANSITIONS[state]:
        assert step(project=project).state == STEPS[step]
    else:
        with pytest.raises(IllegalTransitionError):
            step(project=project)
        project.refresh_from_db()
        assert project.state == state
        assert not project.transitions.exists()


def test_a_step_is_logged_and_said(heard):
    actor = UserFactory()
    project = ActivityFactory(project__in_review=True).project
    services.project_publish(project=project, actor=actor)
    logged = project.transitions.get()
    assert (logged.from_state, logged.to_state, logged.actor) == ("in_review", "published", actor)
    assert ("project", project.pk) in heard


def test_the_day_of_first_publication_stays():
    project = ActivityFactory(project__in_review=True).project
    first = services.project_publish(project=project).published_at
    assert first
    services.project_withdraw(project=project)
    assert services.project_publish(project=project).published_at == first


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("summary", "简介"),
        ("content", "要做什么"),
        ("conditions", "要什么样的人"),
        ("risks", "可能的风险"),
        ("guarantees", "我们的保障"),
        ("contact_name", "联系人"),
        ("contact_phone", "联系电话"),
    ],
)
def test_a_notice_that_lacks_something_names_it_and_stays_a_draft(column, words):
    project = ActivityFactory(project=ProjectFactory(draft=True, **{column: ""})).project
    with pytest.raises(IncompleteNoticeError, match=words):
        services.project_submit(project=project)
    project.refresh_from_db()
    assert project.state == ProjectState.DRAFT


def test_a_notice_needs_a_date_that_takes_place():
    project = ActivityFactory(project__draft=True, cancelled=True).project
    with pytest.raises(IncompleteNoticeError, match="至少一个场次"):
        services.project_submit(project=project)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"signup_method": SignupMethod.EXTERNAL}, "外部报名网址"),
        ({"signup_method": SignupMethod.OFFLINE}, "电话或到场报名的说明"),
    ],
)
def test_the_chosen_way_to_sign_up_must_be_filled_in(values, words):
    project = ActivityFactory(project=ProjectFactory(draft=True, **values)).project
    with pytest.raises(IncompleteNoticeError, match=words):
        services.project_submit(project=project)


def test_saving_leaves_exactly_one_way_to_sign_up():
    project = ProjectFactory(external=True)
    project.signup_method = SignupMethod.OFFLINE
    project.offline_instructions = "打电话"
    services.project_save(project=project)
    project.refresh_from_db()
    assert project.external_url == ""


@pytest.mark.parametrize(
    "values",
    [
        {"external_url": "https://example.org/"},
        {"offline_instructions": "打电话"},
        {"signup_method": SignupMethod.EXTERNAL, "external_url": ""},
        {"signup_method": SignupMethod.EXTERNAL, "external_url": "javascript:alert(1)"},
        {"signup_method": SignupMethod.OFFLINE, "offline_instructions": ""},
        {"risks": ""},
        {"published_at": None},
    ],
)
def test_the_database_refuses_what_no_published_notice_may_be(values):
    project = ProjectFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Project.objects.filter(pk=project.pk).update(**values)


def test_saving_an_activity_is_said(heard):
    activity = ActivityFactory()
    services.activity_save(activity=activity)
    assert ("activity", activity.pk) in heard
