"""Building a sign-up form: drafts, publishing, and that what was published never changes."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from catalog.signups.exceptions import FormRuleError
from catalog.signups.models import Question, SignupForm, SignupFormVersion
from catalog.signups.models.form import MAX_QUESTIONS
from catalog.signups.services import (
    form_discard,
    form_draft,
    form_publish,
    question_delete,
    question_move,
    question_save,
)
from tests.factories.catalog import ProjectFactory
from tests.factories.signups import QuestionFactory, SignupFactory, SignupFormVersionFactory

pytestmark = pytest.mark.django_db


def labels(version) -> list[str]:
    """What a version asks, in its order."""
    return list(version.questions.values_list("label", flat=True))


def with_questions(*names):
    """A project with a draft that asks `names`."""
    project = ProjectFactory()
    for name in names:
        question_save(question=Question(version=form_draft(project=project), label=name))
    return project


def test_first_draft_is_empty_and_there_is_one():
    project = ProjectFactory()

    draft = form_draft(project=project)

    assert draft.number == 1
    assert draft.published_at is None
    assert form_draft(project=project) == draft
    assert project.signup_form.published_version() is None


def test_new_questions_come_last_and_can_be_moved():
    project = with_questions("一", "二", "三")
    draft = form_draft(project=project)
    first, second, third = draft.questions.all()

    question_move(question=third, up=True)
    assert labels(draft) == ["一", "三", "二"]
    question_move(question=first, up=False)
    assert labels(draft) == ["三", "一", "二"]
    question_move(question=third, up=True)
    question_move(question=second, up=False)
    assert labels(draft) == ["三", "一", "二"], "at the ends it stays"


def test_deleted_question_is_gone_and_the_order_stays():
    project = with_questions("一", "二", "三")
    draft = form_draft(project=project)

    question_delete(question=draft.questions.get(label="二"))

    assert labels(draft) == ["一", "三"]
    with pytest.raises(FormRuleError):
        question_move(question=Question(pk=999, version=draft), up=True)


def test_published_version_is_asked_from_then_on():
    project = with_questions("一")

    version = form_publish(project=project)

    assert version.published_at
    assert project.signup_form.published_version() == version
    assert project.signup_form.draft_version() is None
    with pytest.raises(FormRuleError, match="没有改动"):
        form_publish(project=project)


def test_editing_after_publication_makes_a_draft_by_copying():
    project = with_questions("一", "二")
    published = form_publish(project=project)

    draft = form_draft(project=project)
    question_save(question=Question(version=draft, label="三"))

    assert draft.number == 2
    assert labels(draft) == ["一", "二", "三"]
    assert labels(published) == ["一", "二"]
    assert project.signup_form.published_version() == published
    keys = set(published.questions.values_list("key", flat=True))
    assert keys < set(draft.questions.values_list("key", flat=True)), "the same question keeps its key"


def test_draft_can_be_thrown_away():
    project = with_questions("一")
    published = form_publish(project=project)
    question_save(question=Question(version=form_draft(project=project), label="二"))

    assert form_discard(project=project)
    assert not form_discard(project=project)
    assert SignupFormVersion.objects.filter(form__project=project).get() == published
    assert not form_discard(project=ProjectFactory())


def test_form_has_at_most_twenty_questions():
    project = with_questions(*(f"问题 {n}" for n in range(MAX_QUESTIONS)))

    with pytest.raises(FormRuleError, match="最多 20"):
        question_save(question=Question(version=form_draft(project=project), label="再来一个"))

    kept = form_draft(project=project).questions.first()
    kept.label = "换一种问法"
    question_save(question=kept)


def test_work_on_a_draft_that_was_just_published_is_refused():
    project = with_questions("一")
    question = form_draft(project=project).questions.get()
    form_publish(project=project)

    for write in (question_save, question_delete):
        with pytest.raises(FormRuleError, match="刷新"):
            write(question=question)
    with pytest.raises(FormRuleError, match="刷新"):
        question_move(question=question, up=True)
    assert labels(SignupForm.objects.get(project=project).published_version()) == ["一"]


class TestPublishedNeverChanges:
    """Neither one by one nor in bulk."""

    @pytest.fixture
    def version(self):
        """A published version with one question."""
        return SignupFormVersionFactory(questions=[{"label": "会骑车吗"}], published=True)

    def test_question_can_not_be_changed(self, version):
        question = version.questions.get()
        question.label = "会飞吗"

        with pytest.raises(ValidationError):
            question.save()

    def test_question_can_not_be_deleted(self, version):
        with pytest.raises(ValidationError):
            version.questions.get().delete()

    def test_question_can_not_be_added(self, version):
        with pytest.raises(ValidationError):
            QuestionFactory(version=version)
        with pytest.raises(ValidationError):
            Question.objects.bulk_create([Question(version=version, label="偷偷加")])

    def test_not_in_bulk(self, version):
        QuestionFactory()
        for write in (
            lambda: version.questions.update(label="会飞吗"),
            lambda: Question.objects.update(order=3),
            lambda: version.questions.all().delete(),
            lambda: Question.objects.bulk_update([version.questions.get()], ["label"]),
        ):
            with pytest.raises(ValidationError), transaction.atomic():
                write()
        assert labels(version) == ["会骑车吗"]

    def test_question_can_not_move_to_a_draft(self, version):
        question = version.questions.get()
        question.version = SignupFormVersionFactory()

        question_in_database = Question.objects.get(pk=question.pk)
        with pytest.raises(ValidationError):
            question.save()
        assert question_in_database.version == version

    def test_version_can_not_be_taken_back_or_deleted(self, version):
        version.published_at = None
        with pytest.raises(ValidationError):
            version.save()
        version.refresh_from_db()
        with pytest.raises(ValidationError):
            version.delete()
        with pytest.raises(ValidationError):
            SignupFormVersion.objects.filter(pk=version.pk).update(published_at=None)
        with pytest.raises(ValidationError):
            SignupFormVersion.objects.filter(pk=version.pk).delete()

    def test_drafts_can_be_changed_in_bulk(self, version):
        draft = SignupFormVersionFactory(questions=[{"label": "一"}])

        draft.questions.update(help_text="说明")
        draft.questions.all().delete()
        SignupFormVersion.objects.filter(pk=draft.pk).delete()

        assert not SignupFormVersion.objects.filter(pk=draft.pk).exists()

    def test_project_without_sign_ups_goes_with_its_form(self, version):
        version.form.project.delete()

        assert not SignupFormVersion.objects.filter(pk=version.pk).exists()

    def test_answered_version_stays_with_its_sign_up(self, version):
        signup = SignupFactory(form_version=version)
        signup.answers.create(question=version.questions.get(), value="会")

        assert signup.answers.get().words == "会"
