"""手机号或邮箱: one field takes either, the way people type it."""

import unicodedata
from dataclasses import dataclass
from typing import Any

import phonenumbers
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.core.channels import mask

MAX_LENGTH = 254
MOBILE_DIGITS = 11
#: What a person may put between the digits of a number.
SEPARATORS = dict.fromkeys(map(ord, " -().\u00a0"))
SMS_KINDS = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)


@dataclass(frozen=True)
class Contact:
    """One way to reach a person: either `email` (lower case) or `phone` (E.164) is filled."""

    email: str = ""
    phone: str = ""

    @property
    def value(self) -> str:
        """The address itself."""
        return self.email or self.phone

    @property
    def masked(self) -> str:
        """As lists may show it."""
        return mask(self.value)

    def __str__(self) -> str:
        return contact_label(self.value)


def contact_label(value: str) -> str:
    """An address as people read it: 138… without +86."""
    return value.removeprefix("+86")


def contact_parse(text: str) -> Contact:
    """What `text` means. Full-width digits and blanks are taken as meant. Raises ValidationError with what to change."""
    text = unicodedata.normalize("NFKC", text).strip()
    if len(text) > MAX_LENGTH:
        raise ValidationError(_("太长了，请填 11 位手机号或一个邮箱。"), code="invalid")
    return Contact(email=email_parse(text)) if "@" in text else Contact(phone=phone_parse(text))


def email_parse(text: str) -> str:
    """An address in lower case. Raises ValidationError."""
    text = text.strip().lower()
    try:
        validate_email(text)
        text.encode("ascii")
    except (ValidationError, UnicodeEncodeError) as error:
        raise ValidationError(_("邮箱好像写错了，应该像 name@example.com。"), code="invalid") from error
    return text


def phone_parse(text: str) -> str:
    """A mobile number that gets SMS, in E.164; without a country it is Chinese. Raises ValidationError."""
    text = unicodedata.normalize("NFKC", text).translate(SEPARATORS)
    digits = sum(character.isdigit() for character in text)
    if not text.lstrip("+").isdigit():
        raise ValidationError(_("请填 11 位手机号，或者邮箱。"), code="invalid")
    if not text.startswith(("+", "00", "86")) and digits != MOBILE_DIGITS:
        raise ValidationError(_("手机号要 11 位，现在是 %(count)s 位。"), code="invalid", params={"count": digits})
    number = _parse("+" + text[2:] if text.startswith("00") else text)
    if number is None or phonenumbers.number_type(number) not in SMS_KINDS:
        raise ValidationError(_("这个号码收不到短信，请检查，或者改用邮箱。"), code="invalid")
    if number.country_code not in settings.SMS_COUNTRY_CODES:
        raise ValidationError(_("境外号码收不到验证码，请改用邮箱。"), code="invalid")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def any_phone_parse(text: str) -> str:
    """A number on which a person can be called, mobile or fixed line, in E.164. Raises ValidationError."""
    text = unicodedata.normalize("NFKC", text).translate(SEPARATORS)
    number = _parse(text) if len(text) <= 20 and text.lstrip("+").isdigit() else None
    if number is None or not phonenumbers.is_valid_number(number):
        raise ValidationError(_("请填能打通的电话，手机 11 位，座机带区号，例如 03910000000。"), code="invalid")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _parse(text: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, settings.PHONENUMBER_DEFAULT_REGION)
    except phonenumbers.NumberParseException:
        return None


class ContactField(forms.CharField):
    """手机号或邮箱; cleans to a Contact."""

    default_error_messages = {"required": gettext_lazy("请填手机号或邮箱，验证码发到那里。")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("手机号或邮箱"))
        kwargs.setdefault("max_length", MAX_LENGTH)
        super().__init__(**kwargs)
        # Both a browser's saved number and its saved address may be offered; the keyboard stays the plain one.
        self.widget.attrs.update(autocomplete="username", inputmode="email", autocapitalize="off", spellcheck="false")

    def clean(self, value: Any) -> Contact | None:
        """The contact, or None where nothing was typed and nothing is required."""
        text = super().clean(value)
        return contact_parse(text) if text else None

    def prepare_value(self, value: object) -> object:
        """A Contact is shown the way people type it."""
        return str(value) if isinstance(value, Contact) else value


class MobileField(forms.CharField):
    """A mobile number for codes; cleans to E.164."""

    default_error_messages = {"required": gettext_lazy("请填 11 位手机号。")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("手机号"))
        kwargs.setdefault("max_length", 32)
        super().__init__(**kwargs)
        self.widget.input_type = "tel"
        self.widget.attrs.update(autocomplete="tel")

    def clean(self, value: Any) -> str:
        """E.164, or "" where nothing was typed and nothing is required."""
        text = super().clean(value)
        return phone_parse(text) if text else ""


class AnyPhoneField(forms.CharField):
    """A number on which somebody can be called; cleans to E.164."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 32)
        super().__init__(**kwargs)
        self.widget.input_type = "tel"

    def clean(self, value: Any) -> str:
        """E.164, or "" where nothing was typed and nothing is required."""
        text = super().clean(value)
        return any_phone_parse(text) if text else ""
