"""Sign-up forms, and who signed up for what."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from catalog.signups.enums import QuestionKind, SignupState
from catalog.signups.models import Question, Signup, SignupForm, SignupFormVersion
from tests.factories.accounts import VolunteerFactory
from tests.factories.catalog import ActivityFactory, ProjectFactory


class SignupFormFactory(DjangoModelFactory):
    """The form of a project."""

    class Meta:
        model = SignupForm
        django_get_or_create = ("project",)

    project = factory.SubFactory(ProjectFactory)


class SignupFormVersionFactory(DjangoModelFactory):
    """A draft; `published=True` after its questions were made, or give `questions=[{"label": …, "kind": …}]` and both happen."""

    class Meta:
        model = SignupFormVersion
        skip_postgeneration_save = True

    class Params:
        project = None

    form = factory.Maybe(
        "project",
        yes_declaration=factory.SubFactory(SignupFormFactory, project=factory.SelfAttribute("..project")),
        no_declaration=factory.SubFactory(SignupFormFactory),
    )
    number = factory.Sequence(lambda n: n + 1)

    @factory.post_generation
    def questions(self, create, extracted, **kwargs):
        """The questions, in their order."""
        for order, values in enumerate(extracted or []):
            QuestionFactory(version=self, order=order, **values)

    @factory.post_generation
    def published(self, create, extracted, **kwargs):
        """Publish, after the questions."""
        if extracted:
            self.published_at = timezone.now()
            self.save()


class QuestionFactory(DjangoModelFactory):
    """A question of one line that must be answered."""

    class Meta:
        model = Question

    version = factory.SubFactory(SignupFormVersionFactory)
    kind = QuestionKind.SHORT_TEXT
    label = factory.Sequence(lambda n: f"问题 {n}")
    is_required = True


class SignupFactory(DjangoModelFactory):
    """A confirmed sign-up; `waitlisted=True`, `withdrawn=True`, `cancelled_by_team=True`.

    Rows as they stand, without the log and messages that services write.
    """

    class Meta:
        model = Signup

    class Params:
        confirmed = factory.Trait(state=SignupState.CONFIRMED)
        waitlisted = factory.Trait(state=SignupState.WAITLISTED)
        withdrawn = factory.Trait(state=SignupState.WITHDRAWN)
        cancelled_by_team = factory.Trait(state=SignupState.CANCELLED_BY_TEAM)

    activity = factory.SubFactory(ActivityFactory)
    volunteer = factory.SubFactory(VolunteerFactory)
    state = SignupState.CONFIRMED
