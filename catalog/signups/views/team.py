"""The team's own tools: its projects, the form builder, who comes."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.projects.models import Project
from catalog.signups import permissions, selectors
from catalog.signups.enums import SignupState
from catalog.signups.exceptions import FormRuleError
from catalog.signups.forms import QuestionForm, SignupEntryForm
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

PROJECTS_ON_A_PAGE = 20
PEOPLE_ON_A_PAGE = 100


@require_safe
@never_cache
@login_required
def team(request: HttpRequest) -> HttpResponse:
    """The projects that one works on, each with its form and with who comes to its next activities."""
    if not permissions.may_work_for_a_team(request.user):
        raise PermissionDenied
    page_obj = Paginator(selectors.team_projects(request.user), PROJECTS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page_obj,
        "crumbs": [(_("我的"), reverse("me"))],
        "here": _("我的队伍"),
        "meta_robots": "noindex",
    }
    return render(request, "catalog/signups/team.html", context)


def _crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way here from one's own page."""
    return [(_("我的"), reverse("me")), (_("我的队伍"), reverse("signups:team")), *more]


def _project(request: HttpRequest, public_id: str) -> Project:
    """The project whose form the visitor may change. Raises Http404, PermissionDenied."""
    project = get_object_or_404(Project.objects.select_related("team"), public_id=public_id)
    if not permissions.may_edit_form(request.user, project):
        raise PermissionDenied
    return project


def _question(project: Project, key: str) -> Question:
    """A question of the draft. Raises Http404."""
    questions = Question.objects.select_related("version")
    return get_object_or_404(questions, version__form__project=project, version__published_at=None, key=key)


def _form_url(project: Project) -> str:
    return reverse("signups:form", args=[project.public_id])


@require_safe
@never_cache
@login_required
def form(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form as it stands: the draft when something is being changed, else what is published."""
    project = _project(request, public_id)
    draft, published = _versions(project)
    shown = draft or published
    context = {
        "project": project,
        "draft": draft,
        "published": published,
        "questions": list(shown.questions.all()) if shown else [],
        "most_questions": MAX_QUESTIONS,
        "crumbs": _crumbs(),
        "here": _("报名表"),
        "meta_robots": "noindex",
    }
    return render(request, "catalog/signups/form.html", context)


def _versions(project: Project) -> tuple[SignupFormVersion | None, SignupFormVersion | None]:
    """The draft and the published version."""
    signup_form = SignupForm.objects.filter(project=project).first()
    return (signup_form.draft_version(), signup_form.published_version()) if signup_form else (None, None)


@require_POST
@login_required
def form_edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin to change what is published: a draft is made by copying."""
    project = _project(request, public_id)
    form_draft(project=project)
    return HttpResponseRedirect(_form_url(project))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def question_add(request: HttpRequest, public_id: str) -> HttpResponse:
    """A new question."""
    project = _project(request, public_id)
    if request.method != "POST":
        return _question_page(request, project, QuestionForm(instance=Question()))
    return _save_question(request, project, Question(), is_new=True)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def question_edit(request: HttpRequest, public_id: str, key: str) -> HttpResponse:
    """Another wording of a question of the draft."""
    project = _project(request, public_id)
    question = _question(project, key)
    if request.method != "POST":
        return _question_page(request, project, QuestionForm(instance=question))
    return _save_question(request, project, question)


def _save_question(request: HttpRequest, project: Project, question: Question, *, is_new: bool = False) -> HttpResponse:
    entry = QuestionForm(request.POST, instance=question)
    if not entry.is_valid():
        return _question_page(request, project, entry)
    try:
        if is_new:
            entry.instance.version = form_draft(project=project)
        question_save(question=entry.instance)
    except FormRuleError as error:
        entry.add_error(None, str(error))
        return _question_page(request, project, entry)
    return HttpResponseRedirect(f"{_form_url(project)}#{question.field_name}")


def _question_page(request: HttpRequest, project: Project, entry: QuestionForm) -> HttpResponse:
    question = entry.instance if entry.instance.pk else None
    context = {
        "project": project,
        "form": entry,
        "question": question,
        "crumbs": _crumbs((_("报名表"), _form_url(project))),
        "here": _("改问题") if question else _("加一个问题"),
        "meta_robots": "noindex",
    }
    return render(request, "catalog/signups/question.html", context)


@require_POST
@login_required
def question_place(request: HttpRequest, public_id: str, key: str) -> HttpResponse:
    """One place up or down."""
    project = _project(request, public_id)
    question = _question(project, key)
    direction = request.POST.get("to")
    if direction not in ("up", "down"):
        raise Http404
    _try(request, lambda: question_move(question=question, up=direction == "up"))
    return HttpResponseRedirect(f"{_form_url(project)}#{question.field_name}")


@require_POST
@login_required
def question_remove(request: HttpRequest, public_id: str, key: str) -> HttpResponse:
    """Take a question out."""
    project = _project(request, public_id)
    question = _question(project, key)
    _try(request, lambda: question_delete(question=question), _("删掉了“%(label)s”。") % {"label": question.label})
    return HttpResponseRedirect(_form_url(project))


@require_POST
@login_required
def publish(request: HttpRequest, public_id: str) -> HttpResponse:
    """Ask this from now on."""
    project = _project(request, public_id)
    _try(request, lambda: form_publish(project=project), _("发布好了，从现在起报名的人看到的就是这一份。"))
    return HttpResponseRedirect(_form_url(project))


@require_POST
@login_required
def discard(request: HttpRequest, public_id: str) -> HttpResponse:
    """Throw the draft away."""
    project = _project(request, public_id)
    if form_discard(project=project):
        messages.success(request, _("改动放弃了，用的还是已发布的那一份。"))
    return HttpResponseRedirect(_form_url(project))


def _try(request: HttpRequest, write: Any, done: str = "") -> None:
    """Do it, and say what came of it."""
    try:
        write()
    except FormRuleError as error:
        messages.warning(request, str(error))
    else:
        if done:
            messages.success(request, done)


@require_safe
@never_cache
@login_required
def preview(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form as a volunteer sees it; nothing can be sent."""
    project = _project(request, public_id)
    draft, published = _versions(project)
    entry = SignupEntryForm(version=draft or published, asks_contact=True)
    context = {
        "project": project,
        "form": entry,
        "draft": draft,
        "crumbs": _crumbs((_("报名表"), _form_url(project))),
        "here": _("预览"),
        "meta_robots": "noindex",
    }
    return render(request, "catalog/signups/preview.html", context)


@require_safe
@never_cache
@login_required
def roster(request: HttpRequest, public_id: str, activity_id: str) -> HttpResponse:
    """Who comes to one activity. Numbers and addresses are masked until somebody who runs the team asks for them."""
    activity = selectors.activity_for_team(public_id, activity_id)
    if not permissions.may_see_roster(request.user, activity.project):
        raise PermissionDenied
    may_see_contacts = permissions.may_see_contacts(request.user, activity.project)
    rows = selectors.roster(activity)
    state = request.GET.get("state", "")
    states = Counter(rows.order_by().values_list("state", flat=True))
    if state in SignupState.values:
        rows = rows.filter(state=state)
    context = {
        "activity": activity,
        "project": activity.project,
        "page_obj": Paginator(rows, PEOPLE_ON_A_PAGE).get_page(request.GET.get("page")),
        "states": [(value, SignupState(value).label, states[value]) for value in SignupState.values if states[value]],
        "state": state if state in SignupState.values else "",
        "total": states.total(),
        "may_see_contacts": may_see_contacts,
        "crumbs": _crumbs(),
        "here": _("名单"),
        "shows_contacts": may_see_contacts and request.GET.get("contacts") == "1",
        "meta_robots": "noindex",
    }
    return render(request, "catalog/signups/roster.html", context)
