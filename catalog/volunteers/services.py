"""Writes about accounts, volunteers and consents."""

from datetime import date

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.volunteers.contacts import Contact
from catalog.volunteers.exceptions import ContactTakenError
from catalog.volunteers.models import Consent, PrivacyNotice, User, Volunteer
from catalog.volunteers.selectors import account_find


@transaction.atomic
def account_create(
    *,
    email: str = "",
    phone: str = "",
    password: str | None = None,
    name: str = "",
    is_staff: bool = False,
    is_superuser: bool = False,
) -> User:
    """Make an account whose addresses count as verified, so that log-in asks for no second code.

    `phone` in E.164. Without a password the account logs in by code only. Raises ContactTakenError.
    """
    email = email.strip().lower()
    for contact in (Contact(email=email), Contact(phone=phone)):
        if contact.value and account_find(contact):
            raise ContactTakenError(_("这个手机号或邮箱已经有账号了，直接登录就行。"))
    user = User(
        email=email or None,
        phone=phone or None,
        phone_verified=bool(phone),
        first_name=name,
        is_staff=is_staff or is_superuser,
        is_superuser=is_superuser,
    )
    user.set_password(password) if password else user.set_unusable_password()
    user.save()
    if email:
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


def account_admit(*, contact: Contact) -> tuple[User, bool]:
    """The account of somebody who has just proven to own `contact`, made when there was none; and whether it was made."""
    try:
        with transaction.atomic():
            user = account_find(contact)
            if user is None:
                return account_create(email=contact.email, phone=contact.phone), True
            _note_as_verified(user, contact)
            return user, False
    except IntegrityError:  # the same person in two windows: the other one made it
        user = account_find(contact)
        if user is None:
            raise
        return user, False


def _note_as_verified(user: User, contact: Contact) -> None:
    if contact.phone and not user.phone_verified:
        user.phone_verified = True
        user.save(update_fields=["phone_verified"])
    if contact.email:
        primary = not EmailAddress.objects.filter(user=user, primary=True).exclude(email=contact.email).exists()
        EmailAddress.objects.update_or_create(
            user=user, email=contact.email, defaults={"verified": True, "primary": primary}
        )


@transaction.atomic
def phone_change(*, user: User, phone: str) -> User:
    """Give `user` the verified number `phone` (E.164). Raises ContactTakenError when somebody else has it."""
    if User.objects.filter(phone=phone).exclude(pk=user.pk).exists():
        raise ContactTakenError(_("这个手机号已经是另一个账号的了。"))
    user.phone = phone
    user.phone_verified = True
    user.save(update_fields=["phone", "phone_verified"])
    return user


def account_discard(*, user: User) -> bool:
    """Delete an account to which nothing belongs: who does not agree to the notice leaves no trace. False when it has more."""
    if user.is_staff or user.is_superuser or Volunteer.objects.filter(user=user).exists():
        return False
    try:
        with transaction.atomic():
            user.delete()
    except ProtectedError:
        return False
    return True


@transaction.atomic
def volunteer_save(*, user: User, name: str, birth_date: date) -> Volunteer:
    """Make `user` a volunteer, or keep the volunteer's own data up to date. Values are cleaned."""
    volunteer, _created = Volunteer.objects.select_for_update().get_or_create(
        user=user, defaults={"name": name, "birth_date": birth_date}
    )
    if (volunteer.name, volunteer.birth_date) != (name, birth_date):
        volunteer.name, volunteer.birth_date = name, birth_date
        volunteer.save(update_fields=["name", "birth_date", "updated_at"])
    return volunteer


@transaction.atomic
def consent_give(*, user: User, notice: PrivacyNotice) -> Consent:
    """Record that `user` agreed to `notice`; agreeing twice records it once."""
    consent, _created = Consent.objects.get_or_create(user=user, notice=notice, withdrawn_at=None)
    return consent


@transaction.atomic
def consent_withdraw(*, user: User) -> int:
    """Withdraw every consent that `user` still gives (PIPL 15). Returns how many; the rows stay as a record."""
    return Consent.objects.filter(user=user, withdrawn_at=None).update(withdrawn_at=timezone.now())
