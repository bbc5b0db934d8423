"""One's own data and consent, and the privacy notice that everybody can read."""

from allauth.account.models import EmailAddress
from allauth.account.utils import get_next_redirect_url
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.volunteers.contacts import contact_label
from catalog.volunteers.decorators import personal_page
from catalog.volunteers.forms import ConsentForm, ProfileForm
from catalog.volunteers.models import PrivacyNotice
from catalog.volunteers.notices import notice_blocks
from catalog.volunteers.selectors import consents_of, notice_to_agree, notices_in_force, volunteer_of
from catalog.volunteers.services import account_discard, consent_give, consent_withdraw, volunteer_save


@require_http_methods(["GET", "HEAD", "POST"])
@personal_page
def profile(request: HttpRequest) -> HttpResponse:
    """Name and birth date, addresses, consent, second factor, log out."""
    user = request.user
    volunteer = volunteer_of(user)
    initial = {"name": volunteer.name, "birth_date": volunteer.birth_date} if volunteer else {}
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        volunteer_save(user=user, **form.cleaned_data)
        messages.success(request, _("保存好了。"))
        return HttpResponseRedirect(reverse("me_profile"))
    context = {
        "form": form,
        "volunteer": volunteer,
        "email_verified": EmailAddress.objects.filter(user=user, verified=True, email=user.email or "").exists(),
        "consents": consents_of(user),
        "second_factor_on": is_mfa_enabled(user),
        "offers_second_factor": user.is_staff or user.has_usable_password(),
        "phone": contact_label(str(user.phone or "")),
        "crumbs": [(_("我的"), reverse("me"))],
        "here": _("我的资料"),
        "meta_robots": "noindex",
    }
    return render(request, "catalog/volunteers/profile.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest) -> HttpResponse:
    """Ask for consent to the notice in force; go on to `next` when it was given, or is not needed."""
    go_on = get_next_redirect_url(request) or reverse("me")
    notice = notice_to_agree(request.user)
    if notice is None:
        return HttpResponseRedirect(go_on)
    form = ConsentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        consent_give(user=request.user, notice=notice)
        return HttpResponseRedirect(go_on)
    context = {
        "form": form,
        "notice": notice,
        "blocks": notice_blocks(notice_text(notice)),
        "is_foreign": _is_foreign(notice),
        "is_newer": consents_of(request.user).exists(),
        "go_on": go_on,
        "meta_robots": "noindex",
    }
    return render(request, "catalog/volunteers/consent.html", context)


@login_required
@require_POST
def consent_refuse(request: HttpRequest) -> HttpResponse:
    """Do not agree: log out; an account to which nothing belongs goes."""
    user = request.user
    logout(request)
    if account_discard(user=user):
        messages.info(request, _("没有同意，我们没有留下你的信息。"))
    else:
        messages.info(request, _("没有同意，已经退出登录。"))
    return HttpResponseRedirect(settings.LOGOUT_REDIRECT_URL)


@login_required
@require_POST
def consent_end(request: HttpRequest) -> HttpResponse:
    """Withdraw the consent that was given, and log out (PIPL 15)."""
    consent_withdraw(user=request.user)
    logout(request)
    messages.info(request, _("同意已经撤回。再次登录时会重新问你；已经报名的活动，请打项目页上的电话告诉队伍。"))
    return HttpResponseRedirect(settings.LOGOUT_REDIRECT_URL)


@require_safe
def privacy(request: HttpRequest, version: str = "") -> HttpResponse:
    """The privacy notice in force, or an older version of it."""
    notices = list(notices_in_force())
    current = notices[0] if notices else None
    notice = next((each for each in notices if each.version == version), None) if version else current
    if notice is None:
        raise Http404
    path = reverse("privacy_version", args=[notice.version]) if notice != current else reverse("privacy")
    context = {
        "notice": notice,
        "blocks": notice_blocks(notice_text(notice)),
        "is_foreign": _is_foreign(notice),
        "current": current,
        "notices": notices,
        "canonical_url": path,
        "alternate_urls": _alternates(notice, current),
        "meta_title": notice.label,
    }
    return render(request, "catalog/volunteers/privacy.html", context)


def notice_text(notice: PrivacyNotice) -> str:
    """The text in the active language; Chinese where there is no English one."""
    return notice.text if _is_chinese() else notice.text_en or notice.text


def _is_foreign(notice: PrivacyNotice) -> bool:
    return not _is_chinese() and notice_text(notice) == notice.text


def _is_chinese() -> bool:
    return (get_language() or "zh").startswith("zh")


def _alternates(notice: PrivacyNotice, current: PrivacyNotice | None) -> dict[str, str]:
    """The addresses of real translations; none for a notice that is Chinese only."""
    urls = {}
    for code, _name in settings.LANGUAGES if notice.text_en else []:
        with override(code):
            urls[code] = reverse("privacy") if notice == current else reverse("privacy_version", args=[notice.version])
    return urls
