"""Log-in: one screen for everybody, a password screen for staff, and what allauth asks on the way."""

from typing import Any

from allauth.account.internal.decorators import login_not_required, login_stage_required
from allauth.account.internal.stagekit import clear_login
from allauth.account.mixins import NextRedirectMixin, RedirectAuthenticatedUserMixin
from allauth.account.stages import LoginByCodeStage, LoginStage
from allauth.account.utils import get_next_redirect_url, passthrough_next_redirect_url
from allauth.account.views import ChangePhoneView, ConfirmLoginCodeView, LoginView, ReauthenticateView
from allauth.account.views import verify_phone as allauth_verify_phone
from allauth.core.exceptions import RateLimited
from allauth.decorators import rate_limit
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic.edit import FormView

from catalog.volunteers import entrance, limits
from catalog.volunteers.exceptions import CodeNotSentError, ContactTakenError, TooManyRequestsError
from catalog.volunteers.forms import EntranceForm, PasswordLoginForm


def too_many_requests(
    request: HttpRequest, exception: Exception | None = None, *, seconds: int = limits.DEFAULT_SECONDS
) -> HttpResponse:
    """429: says after how long it works again. allauth calls it too (handler429 of config.urls)."""
    context = {"wait": limits.wait_words(seconds), "back_url": request.get_full_path()}
    response = render(request, "account/too_many_requests.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response


class _StartAgainMixin(RedirectAuthenticatedUserMixin):
    """Coming back to a log-in screen gives up the log-in that was under way, so that a mistyped address can be mended."""

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: LoginStage) -> None:
        clear_login(request)

    def get_authenticated_redirect_url(self) -> str:
        """Where somebody goes who is logged in; the admin sends people without access here, who must not go back and forth."""
        url = super().get_authenticated_redirect_url()
        admin = reverse("wagtailadmin_home")
        if url.startswith(admin) and not self.request.user.has_perm("wagtailadmin.access_admin"):
            raise PermissionDenied
        return url


@method_decorator(never_cache, name="dispatch")
@method_decorator(login_not_required, name="dispatch")
class EntranceView(_StartAgainMixin, NextRedirectMixin, FormView):
    """登录 / 注册: type a number or an address, get a code."""

    form_class = EntranceForm
    template_name = "account/login.html"

    @method_decorator(rate_limit(action="login"))
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        """What was typed before."""
        return {"contact": self.request.session.get(entrance.CONTACT_KEY, "")}

    def form_valid(self, form: EntranceForm) -> HttpResponse:
        """Send the code, to whomever."""
        next_url = self.get_next_url() or ""
        back_url = self.passthrough_next_url(self.request.path)
        try:
            return entrance.begin(self.request, form.cleaned_data["contact"], next_url=next_url, back_url=back_url)
        except TooManyRequestsError as error:
            return too_many_requests(self.request, seconds=error.seconds)
        except CodeNotSentError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the way to the password log-in."""
        password_url = self.passthrough_next_url(reverse("account_password_login"))
        return super().get_context_data(**kwargs) | {"password_url": password_url}


entrance_view = EntranceView.as_view()


class PasswordLoginView(_StartAgainMixin, LoginView):
    """Log-in with a password. Takes `login` or, as Django's own form does, `username`, and `password`, and `next`."""

    form_class = PasswordLoginForm
    template_name = "account/password_login.html"

    def get_form_class(self) -> type[PasswordLoginForm]:
        """This one, whatever ACCOUNT_FORMS says about log-in."""
        return PasswordLoginForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """`username` stands for `login`."""
        kwargs = super().get_form_kwargs()
        data = kwargs.get("data")
        if data is not None and "login" not in data and "username" in data:
            data = data.copy()
            data["login"] = data["username"]
            kwargs["data"] = data
        return kwargs

    def form_invalid(self, form: PasswordLoginForm) -> HttpResponse:
        """429 when it was tried too often."""
        response = super().form_invalid(form)
        if form.has_error("__all__", code="too_many_login_attempts"):
            response.status_code = 429
            response["Retry-After"] = str(5 * 60)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the way back to the log-in by code."""
        return super().get_context_data(**kwargs) | {"code_url": self.passthrough_next_url(reverse("account_login"))}


password_login = PasswordLoginView.as_view()


@method_decorator(
    login_stage_required(stage=LoginByCodeStage.key, redirect_urlname="account_login"),
    name="dispatch",
)
class EntranceCodeView(ConfirmLoginCodeView):
    """The screen that takes the code."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.stage = request._login_stage  # type: ignore[attr-defined]
        back_url = self.stage.state.get("back_url") or reverse("account_login")
        self._process = entrance.EntranceProcess.resume(self.stage)
        if self._process is None:
            messages.warning(request, _("验证码过期了，请重新获取。"))
            return HttpResponseRedirect(back_url)
        # Past allauth's own dispatch, which would resume its own process.
        return super(ConfirmLoginCodeView, self).dispatch(request, *args, **kwargs)

    def _resend_form_valid(self, form: Form) -> HttpResponse:
        try:
            self._process.resend()
        except TooManyRequestsError as error:
            return too_many_requests(self.request, seconds=error.seconds)
        except CodeNotSentError as error:
            messages.error(self.request, str(error))
        else:
            messages.info(self.request, _("新的验证码发出去了，请用新的。"))
        return HttpResponseRedirect(self.passthrough_next_url(self.request.path))

    def form_invalid(self, form: Form) -> HttpResponse:
        """A wrong code: five tries, then a new one is needed."""
        back_url = self._process.back_url
        if self._process.record_invalid_attempt():
            return super(ConfirmLoginCodeView, self).form_invalid(form)
        messages.warning(self.request, _("验证码填错太多次了，请重新获取。"))
        return HttpResponseRedirect(back_url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the way back, and what the page carries."""
        process = self._process
        more = {
            "contact": process.contact,
            "back_url": process.back_url,
            "kept": entrance.kept(process),
            "going_on": bool(process.state.get("then")),
        }
        return super().get_context_data(**kwargs) | more


def entrance_code(request: HttpRequest) -> HttpResponse:
    """The code's screen; when the session was lost on the way, back to where it began with what was typed."""
    if not request.user.is_authenticated and entrance.pending(request) is None:
        if request.method == "POST":
            messages.warning(request, _("隔得太久，登录要重新来一次。你填的还在。"))
            return entrance.restore(request)
        return HttpResponseRedirect(
            passthrough_next_redirect_url(request, reverse("account_login"), REDIRECT_FIELD_NAME)
        )
    return EntranceCodeView.as_view()(request)


def to_entrance(request: HttpRequest) -> HttpResponse:
    """allauth's other ways in lead to the one screen, with their `next`."""
    return HttpResponseRedirect(passthrough_next_redirect_url(request, reverse("account_login"), REDIRECT_FIELD_NAME))


def to_password_login(request: HttpRequest) -> HttpResponse:
    """The admin's own log-in leads to ours, with its `next`."""
    url = reverse("account_password_login")
    if request.user.is_authenticated:
        return HttpResponseRedirect(get_next_redirect_url(request) or reverse("wagtailadmin_home"))
    return HttpResponseRedirect(passthrough_next_redirect_url(request, url, REDIRECT_FIELD_NAME))


class NewPhoneView(ChangePhoneView):
    """Another mobile number, by code."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Send the code; asked too often is a page and not an error."""
        phone = form.cleaned_data["phone"]
        try:
            return super().form_valid(form)
        except RateLimited:
            seconds = limits.seconds_to_wait(self.request, action="verify_phone", key=phone)
            return too_many_requests(self.request, seconds=seconds)


change_phone = NewPhoneView.as_view()


def verify_phone(request: HttpRequest) -> HttpResponse:
    """The code for another number. A number that somebody else took in the same moment is refused in words."""
    try:
        return allauth_verify_phone(request)
    except ContactTakenError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("account_change_phone"))


@login_required
def reauthenticate(request: HttpRequest) -> HttpResponse:
    """The password once more; who has none is not asked for one."""
    if not request.user.has_usable_password():  # type: ignore[union-attr]
        return HttpResponseRedirect(get_next_redirect_url(request) or reverse("me_profile"))
    return ReauthenticateView.as_view()(request)
