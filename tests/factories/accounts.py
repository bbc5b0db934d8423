"""People: accounts, volunteers, and the privacy notice that they agreed to."""

from datetime import UTC, date, datetime

import factory
from allauth.account.models import EmailAddress
from factory.django import DjangoModelFactory

from catalog.volunteers.models import Consent, PrivacyNotice, User, Volunteer


class UserFactory(DjangoModelFactory):
    """An account with a verified e-mail address; `by_phone=True`: a verified number instead; `staff=True`: a password."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        by_phone = factory.Trait(
            email=None,
            phone=factory.Sequence(lambda n: f"+86138{n % 10**8:08d}"),
            phone_verified=True,
        )
        staff = factory.Trait(is_staff=True, secret="staff-password-1")
        admin = factory.Trait(is_staff=True, is_superuser=True, secret="staff-password-1")
        secret = None

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    phone = None
    first_name = ""
    last_name = ""

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        user = super()._create(model_class, *args, **kwargs)
        if user.email:
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user

    @factory.lazy_attribute
    def password(self):
        """Hashed `secret`; without one the account has no usable password."""
        from django.contrib.auth.hashers import make_password

        return make_password(self.secret)


class VolunteerFactory(DjangoModelFactory):
    """A grown-up volunteer."""

    class Meta:
        model = Volunteer

    user = factory.SubFactory(UserFactory)
    name = factory.Sequence(lambda n: f"志愿者{n}")
    birth_date = date(1990, 5, 4)


class PrivacyNoticeFactory(DjangoModelFactory):
    """A notice that is in force."""

    class Meta:
        model = PrivacyNotice
        django_get_or_create = ("version",)

    version = "2026-12"
    title = "个人信息告知"
    text = "我们只收报名要用的信息。\n\n你可以随时查看、更正或撤回同意。"
    effective_at = datetime(2020, 1, 1, tzinfo=UTC)


class ConsentFactory(DjangoModelFactory):
    """That a person agreed to the notice."""

    class Meta:
        model = Consent

    user = factory.SubFactory(UserFactory)
    notice = factory.SubFactory(PrivacyNoticeFactory)
