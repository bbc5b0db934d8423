"""登录 / 注册 in one: allauth's log-in by code, which makes the account when there was none.

A code goes to every address in the same words, known or not, so nobody learns who has an account; a row is made only after the
code has shown that the address belongs to whoever typed it. What else a visitor was doing (a sign-up that was filled in) goes on
in the same request as the code: rooms above register how with `register`.
"""

from collections.abc import Callable, Iterable
from smtplib import SMTPException
from typing import Any

from allauth.account import signals
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.stagekit import clear_login
from allauth.account.internal.userkit import user_id_to_str
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from allauth.account.utils import passthrough_next_redirect_url
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from catalog.core.channels import ChannelError
from catalog.volunteers import limits
from catalog.volunteers.contacts import Contact
from catalog.volunteers.exceptions import CodeNotSentError
from catalog.volunteers.selectors import account_find
from catalog.volunteers.services import account_admit

#: What was typed last into 手机号或邮箱, so that going back shows it again.
CONTACT_KEY = "entrance_contact"
KEEP_SALT = "catalog.volunteers.entrance.keep"
KEEP_SECONDS = 24 * 60 * 60

Continuation = Callable[[HttpRequest, str], HttpResponse | None]
_continuations: dict[str, Continuation] = {}


def register(name: str, continuation: Continuation) -> None:
    """Let `continuation(request, argument)` go on, right after the code, with what `begin(then=(name, argument))` had in mind."""
    _continuations[name] = continuation


class EntranceProcess(LoginCodeVerificationProcess):
    """allauth's process of one code, for known and unknown addresses alike."""

    @property
    def contact(self) -> Contact:
        """Where the code went."""
        return Contact(email=self.state.get("email", ""), phone=self.state.get("phone", ""))

    @property
    def back_url(self) -> str:
        """Where somebody goes who typed the wrong address."""
        return self.state.get("back_url") or reverse("account_login")

    def generate_code(self) -> str:
        """A new code, whether or not there is an account."""
        self.state["code"] = get_adapter().generate_login_code()
        return self.state["code"]

    def send(self, skip_enumeration_mails: bool = False) -> None:
        """Send the code. Raises CodeNotSentError when no channel takes it."""
        adapter = get_adapter()
        code = self.generate_code()
        try:
            if self.contact.email:
                context = {"request": self.request, "code": code}
                adapter.send_mail("account/email/login_code", self.contact.email, context)
            else:
                adapter.send_verification_code_sms(user=self.user, phone=self.contact.phone, code=code)
        except (ChannelError, SMTPException, OSError) as error:
            raise CodeNotSentError(_("验证码没有发出去，请过一会儿再试，或者换一个手机号、邮箱。")) from error

    def resend(self) -> None:
        """Send a new code, within the limits for this address. Raises TooManyRequestsError, CodeNotSentError."""
        limits.consume(self.request, action="request_login_code", key=self.contact.value)
        self.send()
        self.state["at"] = self._now()
        self.state["failed_attempts"] = 0
        self.record_resend()
        self.persist()

    def finish(self, redirect_url: str | None) -> HttpResponse:
        """The code was right: let the owner of the address in, and make the account when there is none."""
        user, is_new = account_admit(contact=self.contact)
        self._user = user
        self.state["user_id"] = user_id_to_str(user)
        self.stage.login.user = user
        if is_new:
            signals.user_signed_up.send(sender=type(user), request=self.request, user=user)
        self.request.session.pop(CONTACT_KEY, None)
        then = self.state.get("then")
        response = super().finish(redirect_url)
        if then and self.request.user.is_authenticated and then[0] in _continuations:
            return _continuations[then[0]](self.request, then[1]) or response
        return response

    @classmethod
    def _now(cls) -> float:
        return cls.initial_state(user=None)["at"]

    @classmethod
    def resume(cls, stage: LoginByCodeStage) -> "EntranceProcess | None":
        """The process of a log-in under way; None when its code is too old."""
        return cls(stage=stage).abort_if_invalid()


def begin(
    request: HttpRequest,
    contact: Contact,
    *,
    next_url: str = "",
    back_url: str = "",
    then: tuple[str, str] | None = None,
    keep: Iterable[str] = (),
) -> HttpResponse:
    """Send a code to `contact` and lead to the screen that takes it.

    After the code the visitor goes on with `then` (see `register`), else to `next_url`. `back_url` is where the address can be
    corrected; `keep` names what of the session survives its loss on the way. Raises TooManyRequestsError, CodeNotSentError.
    """
    limits.consume(request, action="request_login_code", key=contact.value)
    clear_login(request)
    user = account_find(contact)
    login = Login(user=user, email=contact.email or None, phone=contact.phone or None)
    login.state["stages"] = {"current": LoginByCodeStage.key}
    stage = LoginByCodeStage(LoginStageController(request, login), request, login)
    stage.state.update(
        EntranceProcess.initial_state(user=user, email=contact.email, phone=contact.phone),
        initiated_by_user=True,
        back_url=back_url,
        then=then,
        keep=list(keep),
    )
    process = EntranceProcess(stage=stage)
    process.send()
    process.persist()
    request.session[CONTACT_KEY] = str(contact)
    url = reverse("account_confirm_login_code")
    return HttpResponseRedirect(f"{url}?{urlencode({REDIRECT_FIELD_NAME: next_url})}" if next_url else url)


def pending(request: HttpRequest) -> LoginByCodeStage | None:
    """The log-in that waits for its code in this session, if there is one."""
    return LoginStageController.enter(request, LoginByCodeStage.key)


def kept(process: EntranceProcess) -> str:
    """What the code's page carries, signed, so that a session lost on the way loses nothing that was typed."""
    session = process.request.session
    values = {key: session[key] for key in process.state.get("keep") or () if key in session}
    if not values:
        return ""
    return signing.dumps({"back": process.back_url, "values": values}, salt=KEEP_SALT, compress=True)


def restore(request: HttpRequest) -> HttpResponse:
    """The session is gone although a code was sent: take back what the page carried and lead to where it was typed."""
    back = passthrough_next_redirect_url(request, reverse("account_login"), REDIRECT_FIELD_NAME)
    try:
        data: dict[str, Any] = signing.loads(request.POST.get("kept", ""), salt=KEEP_SALT, max_age=KEEP_SECONDS)
    except signing.BadSignature:
        return HttpResponseRedirect(back)
    request.session.update(data["values"])
    return HttpResponseRedirect(data["back"])
