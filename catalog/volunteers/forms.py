"""Forms of accounts. Those of allauth get this site's words, labels and fields."""

from datetime import date
from typing import Any

from allauth.account import forms as account_forms
from allauth.account.fields import PasswordField, SetPasswordField
from allauth.account.internal.flows.login import derive_login_method
from allauth.mfa.base import forms as factor_forms
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.volunteers.contacts import ContactField, MobileField, email_parse

OLDEST_YEARS = 120
MAX_NAME_LENGTH = 40
PASSWORD_HELP = _("至少 10 个字符。不要只用数字，也不要用常见的密码。")


class NameField(forms.CharField):
    """A person's name; blanks are put in order, and something of it must be a letter."""

    default_error_messages = {
        "required": _("请填姓名。"),
        "max_length": _("姓名太长了，最多 40 个字。"),
        "no_letter": _("姓名里要有字。"),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("姓名"))
        kwargs.setdefault("max_length", MAX_NAME_LENGTH)
        super().__init__(**kwargs)
        self.widget.attrs.update(autocomplete="name")

    def clean(self, value: Any) -> str:
        """The name on one line."""
        name = " ".join(super().clean(value).split())
        if name and not (name.isprintable() and any(character.isalpha() for character in name)):
            raise ValidationError(self.error_messages["no_letter"], code="no_letter")
        return name


class BirthDateField(forms.DateField):
    """A day of birth that a living person can have."""

    default_error_messages = {
        "required": _("请填出生日期，我们要知道你满没满 18 岁。"),
        "invalid": _("日期看不懂，请像 1990-05-04 这样填。"),
        "impossible": _("请检查出生日期。"),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("出生日期"))
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日"])
        super().__init__(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "bday"}), **kwargs
        )

    def clean(self, value: Any) -> date | None:
        """The day; not in the future, and at most 120 years ago."""
        day = super().clean(value)
        today = timezone.localdate()
        if day and not (today.year - OLDEST_YEARS <= day.year and day <= today):
            raise ValidationError(self.error_messages["impossible"], code="impossible")
        return day


class ConsentField(forms.BooleanField):
    """The unticked box under which somebody agrees to the privacy notice."""

    default_error_messages = {"required": _("勾选同意后才能继续。")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("我看过了，同意"))
        super().__init__(**kwargs)


class EntranceForm(forms.Form):
    """The one field of 登录 / 注册."""

    contact = ContactField(help_text=_("没有账号的，验证后自动注册。"))


class ProfileForm(forms.Form):
    """What a volunteer says about oneself."""

    name = NameField(help_text=_("签到时核对用，不会公开。"))
    birth_date = BirthDateField(help_text=_("未满 18 岁要由监护人陪同参加。"))


class ConsentForm(forms.Form):
    """Agreeing to the notice in force."""

    agree = ConsentField()


class PasswordLoginForm(account_forms.LoginForm):
    """Log-in with a password, for staff and for tools: `login` (or `username`) and `password`."""

    password = PasswordField(label=_("密码"), autocomplete="current-password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("邮箱、手机号或账号")
        login.max_length = 254  # type: ignore[attr-defined]
        login.error_messages["required"] = _("请填邮箱、手机号或账号。")
        login.widget.attrs = {"autocomplete": "username", "autocapitalize": "off", "spellcheck": "false"}
        self.fields["password"].error_messages["required"] = _("请填密码。")
        self.fields["password"].widget.attrs.pop("placeholder", None)

    def _setup_password_field(self) -> None:
        """Keep the field: sign-up takes no password here, log-in may."""

    def clean_login(self) -> str:
        """A mobile number becomes E.164."""
        login = super().clean_login()
        if derive_login_method(login) == "phone":
            return MobileField().clean(login)
        return login


class _CodeField(forms.CharField):
    """Six digits from a mail or an SMS."""

    default_error_messages = {"required": _("请填收到的 6 位验证码。")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("验证码"))
        super().__init__(max_length=32, **kwargs)
        self.widget.attrs.update(autocomplete="one-time-code", inputmode="numeric", autocapitalize="off")


class LoginCodeForm(account_forms.ConfirmLoginCodeForm):
    """The code that logs in."""

    code = _CodeField()


class EmailCodeForm(account_forms.ConfirmEmailVerificationCodeForm):
    """The code that shows that a new address is one's own."""

    code = _CodeField()


class PhoneCodeForm(account_forms.VerifyPhoneForm):
    """The code that shows that a new number is one's own."""

    code = _CodeField()


class NewEmailForm(account_forms.AddEmailForm):
    """A new e-mail address."""

    email = forms.CharField(
        label=_("新邮箱"),
        max_length=254,
        widget=forms.TextInput(attrs={"type": "email", "autocomplete": "email"}),
        error_messages={"required": _("请填邮箱。")},
    )

    def clean_email(self) -> str:
        """Checked in this site's words first."""
        self.cleaned_data["email"] = email_parse(self.cleaned_data["email"])
        return super().clean_email()


class NewPhoneForm(account_forms.ChangePhoneForm):
    """A new mobile number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].label = _("新手机号")


class PasswordChangeForm(account_forms.ChangePasswordForm):
    """Another password."""

    oldpassword = PasswordField(label=_("现在的密码"), autocomplete="current-password")
    password1 = SetPasswordField(label=_("新密码"), help_text=PASSWORD_HELP)
    password2 = PasswordField(label=_("再填一遍新密码"), autocomplete="new-password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _tidy_passwords(self)


class PasswordSetForm(account_forms.SetPasswordForm):
    """The first password."""

    password1 = SetPasswordField(label=_("密码"), help_text=PASSWORD_HELP)
    password2 = PasswordField(label=_("再填一遍"), autocomplete="new-password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _tidy_passwords(self)


class PasswordAgainForm(account_forms.ReauthenticateForm):
    """The password once more, before something that matters."""

    password = PasswordField(label=_("密码"), autocomplete="current-password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _tidy_passwords(self)


class SecondFactorForm(factor_forms.AuthenticateForm):
    """A code of the app, or a recovery code, at log-in."""

    code = _CodeField(label=_("验证器上的验证码，或一个备用码"))


class SecondFactorAgainForm(factor_forms.ReauthenticateForm):
    """A code of the app, or a recovery code, before something that matters."""

    code = _CodeField(label=_("验证器上的验证码，或一个备用码"))


class SecondFactorActivateForm(ActivateTOTPForm):
    """The first code of the app."""

    code = _CodeField(label=_("验证器上的 6 位验证码"))


def _tidy_passwords(form: forms.Form) -> None:
    """Labels are visible here: no placeholders; and every error in this site's words."""
    if "password2" in form.fields:
        form.fields["password2"].error_messages["required"] = _("请再填一遍密码。")
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        if name != "password2":
            field.error_messages["required"] = _("请填密码。")
