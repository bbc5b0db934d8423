"""What a site holds before a visit. Each function runs on the site's own database and returns what tests need to know."""

from typing import Any
from urllib.parse import urlsplit

from django.test import Client
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.cities import public_addresses, small_city


def city() -> dict[str, Any]:
    """The small city: `addresses` of its pages by name, `sessions` of people by name, ids that are needed in addresses."""
    made = small_city()
    project, activity = made.projects.homework, made.activity
    form = reverse("signups:form", args=[project.public_id])
    own = {name: signup.get_absolute_url() for name, signup in vars(made.signups).items()}
    addresses = public_addresses(made) | {f"signup_{name}": address for name, address in own.items()}
    addresses |= {
        "me": reverse("me"),
        "profile": reverse("me_profile"),
        "consent": reverse("me_consent"),
        "logout": reverse("account_logout"),
        "outbox": reverse("outbox"),
        "team_tools": reverse("signups:team"),
        "form_builder": form,
        "question": reverse("signups:question_add", args=[project.public_id]),
        "form_preview": reverse("signups:form_preview", args=[project.public_id]),
        "roster": reverse("signups:roster", args=[project.public_id, made.later.public_id]),
    }
    people = {
        "volunteer": made.volunteer.user,
        "newcomer": made.newcomer,
        "leader": made.leader,
        "editor": made.editor,
        "undecided": UserFactory(email="undecided@jiaozuo.example"),
    }
    return {
        "addresses": {
            name: urlsplit(address)._replace(scheme="", netloc="").geturl() for name, address in addresses.items()
        },
        "sessions": {name: _session(person) for name, person in people.items()},
        "pages": {name: page.pk for name, page in vars(made.pages).items()},
        "activity": activity.public_id,
    }


def _session(user: Any) -> str:
    """The key of a session in which `user` is logged in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client.session.session_key
