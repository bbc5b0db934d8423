"""Reads of accounts, notices and consents."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from catalog.volunteers.contacts import Contact
from catalog.volunteers.models import Consent, PrivacyNotice, User, Volunteer


def account_find(contact: Contact) -> User | None:
    """The account that this address leads to, active or not; a verified address goes before one that is only noted."""
    if contact.phone:
        return User.objects.filter(phone=contact.phone).first()
    verified = EmailAddress.objects.filter(email=contact.email, verified=True).select_related("user").first()
    return verified.user if verified else User.objects.filter(email=contact.email).first()


def account_label(user: User) -> str:
    """How an account is called on its own pages and in mails of allauth."""
    return str(user)


def account_contact(user: User) -> str:
    """Where messages for this person go: the e-mail address, else the mobile number, as people read it."""
    return user.email or str(user.phone or "").removeprefix("+86")


def volunteer_of(user: User) -> Volunteer | None:
    """The volunteer behind an account; None before the first sign-up."""
    return Volunteer.objects.filter(user=user).first()


def notices_in_force(now: datetime | None = None) -> QuerySet[PrivacyNotice]:
    """The notices that took effect, newest first."""
    return PrivacyNotice.objects.filter(effective_at__lte=now or timezone.now()).order_by("-effective_at", "-id")


def notice_current() -> PrivacyNotice | None:
    """The notice that applies now; None on a site that has none yet."""
    return notices_in_force().first()


def notice_to_agree(user: User) -> PrivacyNotice | None:
    """The notice that `user` has still to agree to; None when the one in force was agreed to (or there is none)."""
    given = Consent.objects.filter(user=user, notice=OuterRef("pk"), withdrawn_at=None)
    notice = notices_in_force().annotate(is_agreed=Exists(given)).first()
    return None if notice is None or notice.is_agreed else notice


def consents_of(user: User) -> QuerySet[Consent]:
    """What `user` agreed to, newest first."""
    return Consent.objects.filter(user=user).select_related("notice").order_by("-given_at", "-id")
