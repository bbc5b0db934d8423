"""Writes about sign-up forms: a team works on a draft; publishing makes it a version that never changes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.core.signals import changed
from catalog.projects.models import Project
from catalog.signups import rules
from catalog.signups.exceptions import FormRuleError
from catalog.signups.models import Question, SignupForm, SignupFormVersion


@transaction.atomic
def form_draft(*, project: Project) -> SignupFormVersion:
    """The version that the team is working on; a copy of the published one when nothing was being changed."""
    form, _created = SignupForm.objects.get_or_create(project=project)
    form = _lock(form)
    draft = form.draft_version()
    if draft is not None:
        return draft
    published = form.published_version()
    draft = SignupFormVersion.objects.create(form=form, number=published.number + 1 if published else 1)
    for question in published.questions.all() if published else []:
        question.pk = None
        question._state.adding = True
        question.version = draft
        question.save()
    return draft


@transaction.atomic
def question_save(*, question: Question) -> Question:
    """Save a validated question of a draft; a new one comes last. Raises FormRuleError."""
    version = _lock_draft(question.version)
    if question.pk is None:
        rules.check_room_for_question(version)
        last = version.questions.order_by("-order").first()
        question.order = last.order + 1 if last else 0
    question.version = version
    question.save()
    return question


@transaction.atomic
def question_move(*, question: Question, up: bool) -> list[Question]:
    """Put a question of a draft one place higher or lower; at the end of the list it stays. Returns the new order."""
    version = _lock_draft(question.version)
    questions = list(version.questions.all())
    here = next((place for place, each in enumerate(questions) if each.pk == question.pk), None)
    if here is None:
        raise FormRuleError(_("这个问题已经删掉了。"))
    there = here - 1 if up else here + 1
    if 0 <= there < len(questions):
        questions.insert(there, questions.pop(here))
    for order, each in enumerate(questions):
        if each.order != order:
            each.order = order
            each.save(update_fields=["order"])
    return questions


@transaction.atomic
def question_delete(*, question: Question) -> None:
    """Take a question out of a draft. Raises FormRuleError."""
    _lock_draft(question.version)
    Question.objects.filter(pk=question.pk).delete()


@transaction.atomic
def form_publish(*, project: Project) -> SignupFormVersion:
    """Publish the draft: from now on this is asked. Raises FormRuleError when there is no draft."""
    form = SignupForm.objects.filter(project=project).first()
    draft = _lock(form).draft_version() if form else None
    if draft is None:
        raise FormRuleError(_("没有改动要发布。"))
    draft.published_at = timezone.now()
    draft.save()
    changed("project", project.pk)
    return draft


@transaction.atomic
def form_discard(*, project: Project) -> bool:
    """Throw the draft away; what is published stays. False when there was none."""
    form = SignupForm.objects.filter(project=project).first()
    draft = _lock(form).draft_version() if form else None
    if draft is None:
        return False
    draft.delete()
    return True


def _lock(form: SignupForm) -> SignupForm:
    """The form's row, locked until the transaction ends."""
    return SignupForm.objects.select_for_update().get(pk=form.pk)


def _lock_draft(version: SignupFormVersion) -> SignupFormVersion:
    """The draft as it stands under the form's lock. Raises FormRuleError when it was published or thrown away meanwhile."""
    SignupForm.objects.select_for_update().get(pk=version.form_id)
    draft = SignupFormVersion.objects.filter(pk=version.pk, published_at=None).first()
    if draft is None:
        raise FormRuleError(_("这份草稿刚刚已经发布或放弃了，请刷新页面再改。"))
    return draft
