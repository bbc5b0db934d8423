"""Who may do what with sign-ups and forms: every address against every kind of person, and predicates against their querysets."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.test import Client

from catalog.projects.models import Project
from catalog.signups import permissions
from catalog.signups.models import Signup
from tests.factories.accounts import ConsentFactory, PrivacyNoticeFactory, UserFactory, VolunteerFactory
from tests.factories.catalog import ActivityFactory, MembershipFactory, ProjectFactory, TeamFactory
from tests.factories.signups import SignupFactory, SignupFormVersionFactory

pytestmark = pytest.mark.django_db

PEOPLE = (
    "anonymous",
    "volunteer",
    "other_volunteer",
    "member",
    "coordinator",
    "leader",
    "former_leader",
    "other_leader",
    "leader_of_ended_team",
    "editor",
    "administrator",
)
RUNS_TEAM = {"coordinator", "leader"}
CITY = {"editor", "administrator"}
ALL = set(PEOPLE)
LOGGED_IN = ALL - {"anonymous"}


class World:
    """A project, its form, one volunteer's sign-up, and everybody who might come by."""

    def __init__(self) -> None:
        notice = PrivacyNoticeFactory()
        self.project = ProjectFactory()
        team = self.project.team
        self.activity = ActivityFactory(project=self.project)
        version = SignupFormVersionFactory(project=self.project, number=1, questions=[{"label": "一"}, {"label": "二"}])
        self.question = version.questions.first()
        volunteer = VolunteerFactory()
        self.signup = SignupFactory(activity=ActivityFactory(), volunteer=volunteer)
        ended_team = TeamFactory(ended=True)
        self.ended_project = ProjectFactory(team=ended_team)
        self.users = {
            "anonymous": AnonymousUser(),
            "volunteer": volunteer.user,
            "other_volunteer": VolunteerFactory().user,
            "member": MembershipFactory(team=team).user,
            "coordinator": MembershipFactory(team=team, coordinator=True).user,
            "leader": MembershipFactory(team=team, leader=True).user,
            "former_leader": MembershipFactory(team=team, leader=True, ended=True).user,
            "other_leader": MembershipFactory(leader=True).user,
            "leader_of_ended_team": MembershipFactory(team=ended_team, leader=True).user,
            "editor": UserFactory(),
            "administrator": UserFactory(admin=True),
        }
        rights = Permission.objects.filter(
            content_type__app_label="catalog_signups", codename__in=["change_signupform", "view_signup"]
        )
        self.users["editor"].user_permissions.set(rights)
        for user in self.users.values():
            if user.is_authenticated:
                ConsentFactory(user=user, notice=notice)

    def client(self, person: str) -> Client:
        """The browser of `person`."""
        client = Client()
        if person != "anonymous":
            client.force_login(self.users[person])
        return client

    def addresses(self) -> dict[str, tuple[str, str, dict]]:
        """Every address of sign-ups: method, path, data."""
        form = f"/team/projects/{self.project.public_id}/form/"
        question = f"{form}questions/{self.question.key}/"
        own = self.signup.get_absolute_url()
        typed = {"label": "三", "kind": "short_text"}
        return {
            "sign-up form": ("get", self.activity.get_signup_url(), {}),
            "my list": ("get", "/me/", {}),
            "my sign-up": ("get", own, {}),
            "my calendar": ("get", f"{own}calendar.ics", {}),
            "my picture": ("get", f"{own}qr.png", {}),
            "withdraw": ("post", f"{own}withdraw/", {}),
            "team": ("get", "/team/", {}),
            "form": ("get", form, {}),
            "form preview": ("get", f"{form}preview/", {}),
            "form edit": ("post", f"{form}edit/", {}),
            "form publish": ("post", f"{form}publish/", {}),
            "form discard": ("post", f"{form}discard/", {}),
            "question add page": ("get", f"{form}questions/add/", {}),
            "question add": ("post", f"{form}questions/add/", typed),
            "question edit page": ("get", question, {}),
            "question edit": ("post", question, typed),
            "question move": ("post", f"{question}move/", {"to": "down"}),
            "question delete": ("post", f"{question}delete/", {}),
            "roster": ("get", f"/team/projects/{self.project.public_id}/activities/{self.activity.public_id}/", {}),
        }


ADDRESSES = (
    "sign-up form",
    "my list",
    "my sign-up",
    "my calendar",
    "my picture",
    "withdraw",
    "team",
    "form",
    "form preview",
    "form edit",
    "form publish",
    "form discard",
    "question add page",
    "question add",
    "question edit page",
    "question edit",
    "question move",
    "question delete",
    "roster",
)
ALLOWED = {
    "sign-up form": ALL,
    "my list": LOGGED_IN,
    "my sign-up": {"volunteer"},
    "my calendar": {"volunteer"},
    "my picture": {"volunteer"},
    "withdraw": {"volunteer"},
    "team": RUNS_TEAM | {"other_leader"} | CITY,
}
MISSING = {"my sign-up", "my calendar", "my picture", "withdraw"}


def expected(address: str, person: str) -> str:
    """What `person` gets at `address`: ok, login, forbidden or missing."""
    if person in ALLOWED.get(address, RUNS_TEAM | CITY):
        return "ok"
    if person == "anonymous":
        return "login"
    return "missing" if address in MISSING else "forbidden"


def got(answer) -> str:
    """What an answer means."""
    if answer.status_code == 302 and answer.url.startswith("/accounts/login/"):
        return "login"
    return {200: "ok", 302: "ok", 403: "forbidden", 404: "missing"}[answer.status_code]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_for_everybody(address):
    world = World()
    assert tuple(world.addresses()) == ADDRESSES
    method, path, data = world.addresses()[address]

    outcome = {}
    for person in sorted(
        PEOPLE, key=lambda person: expected(address, person) == "ok"
    ):  # who may comes last: it may delete
        if expected(address, person) == "ok" and method == "post":
            continue
        outcome[person] = got(getattr(world.client(person), method)(path, data))

    assert outcome == {person: expected(address, person) for person in outcome}
    assert Signup.objects.get(pk=world.signup.pk).state == "confirmed"
    assert self_is_untouched(world)


def self_is_untouched(world: World) -> bool:
    """Whether nobody without the right changed the form."""
    version = world.project.signup_form.versions.get()
    return version.published_at is None and [each.label for each in version.questions.all()] == ["一", "二"]


@pytest.mark.parametrize("person", sorted(RUNS_TEAM | CITY))
@pytest.mark.parametrize("address", [name for name in ADDRESSES if name.startswith(("form ", "question "))])
def test_who_runs_the_team_or_edits_for_the_city_may_build_its_form(address, person):
    world = World()
    method, path, data = world.addresses()[address]

    assert got(getattr(world.client(person), method)(path, data)) == "ok"


@pytest.mark.parametrize(
    ("predicate", "queryset"),
    [
        (permissions.may_edit_form, permissions.projects_with_editable_form),
        (permissions.may_see_roster, permissions.projects_with_visible_roster),
    ],
)
def test_predicate_and_queryset_say_the_same(predicate, queryset):
    world = World()
    ProjectFactory()

    for person, user in world.users.items():
        listed = set(queryset(user))
        assert {project for project in Project.objects.all() if predicate(user, project)} == listed, person
        assert (world.project in listed) == (person in RUNS_TEAM | CITY), person
        assert (world.ended_project in listed) == (person in CITY), person


def test_whole_numbers_are_for_who_runs_the_team_only():
    world = World()

    may = {person for person, user in world.users.items() if permissions.may_see_contacts(user, world.project)}

    assert may == RUNS_TEAM


def test_inactive_account_may_nothing():
    world = World()
    leader = world.users["leader"]
    leader.is_active = False
    leader.save()

    assert not permissions.may_edit_form(leader, world.project)
    assert got(world.client("leader").get(f"/team/projects/{world.project.public_id}/form/")) == "login"


def test_waiting_person_withdraws_only_the_own():
    world = World()
    other = SignupFactory(waitlisted=True)

    assert world.client("volunteer").post(f"{other.get_absolute_url()}withdraw/").status_code == 404
    assert Signup.objects.get(pk=other.pk).state == "waitlisted"
