"""The invented people of the demo city: four who can log in at once, and the volunteers."""

from dataclasses import dataclass
from datetime import date, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from catalog.volunteers.models import Consent, User, Volunteer
from catalog.volunteers.services import account_create, consent_give, volunteer_save
from cms.core.groups import ADMINISTRATORS, EDITORS
from home.demo.content.people import VOLUNTEER_NAMES
from home.demo.loading.made import Made

#: For the admin, beside log-in by code. It may stand here: the demo listens on its own machine only.
PASSWORD = "jiaozuo-demo-1994"  # noqa: S105
#: A nickname is not one person's own: so many people bear each.
PEOPLE_PER_NAME = 3


@dataclass(frozen=True)
class Login:
    """Somebody as whom one can log in; `role` says in both languages who that is, and the password if there is one."""

    key: str
    email: str
    name: str
    role: str
    group: str = ""
    has_password: bool = False


def _staff(words: str) -> str:
    return f"{words}，也可以用密码 / or by password: {PASSWORD}"


LOGINS = (
    Login("volunteer", "volunteer@jiaozuo.example", "小青杏", "志愿者，有几份报名 / a volunteer with some sign-ups"),
    Login(
        "leader",
        "leader@jiaozuo.example",
        "值班老师小菊",
        _staff("爱心助学会的负责人 / leader of a team"),
        has_password=True,
    ),
    Login("editor", "editor@jiaozuo.example", "记录员阿墨", _staff("城市编辑 / editor"), EDITORS, has_password=True),
    Login("admin", "admin@jiaozuo.example", "管理员阿焦", _staff("管理员 / administrator"), ADMINISTRATORS, True),
)


def logins_load(made: Made) -> None:
    """The accounts that the welcome lists."""
    for login in LOGINS:
        user = account_create(
            email=login.email,
            password=PASSWORD if login.has_password else None,
            name=login.name,
            is_staff=bool(login.group),
        )
        if login.group:
            user.groups.add(Group.objects.get(name=login.group))
        if made.notice:
            consent_give(user=user, notice=made.notice)
        made.logins[login.key] = user
    volunteer = made.logins["volunteer"]
    volunteer_save(user=volunteer, name=volunteer.first_name, birth_date=date(1994, 5, 4))


def volunteers_load(made: Made) -> None:
    """Grown-up volunteers who agreed to the notice; they can log in by code at their reserved addresses."""
    dice = made.dice("people")
    nobody = make_password(None)
    names = [name for name in VOLUNTEER_NAMES for _one in range(PEOPLE_PER_NAME)]
    users = User.objects.bulk_create(
        User(username=f"volunteer{number:03d}", email=f"v{number:03d}@people.example", first_name=name, password=nobody)
        for number, name in enumerate(names, 1)
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
    )
    volunteers = Volunteer.objects.bulk_create(
        Volunteer(
            user=user,
            name=user.first_name,
            birth_date=made.today - timedelta(days=dice.randint(19 * 366, 76 * 365)),
            volunteer_no=f"{number:012d}",
        )
        for number, user in enumerate(users, 202_600_000_001)
    )
    if made.notice:
        Consent.objects.bulk_create(Consent(user=user, notice=made.notice) for user in users)
    made.people = [volunteers[start : start + PEOPLE_PER_NAME] for start in range(0, len(volunteers), PEOPLE_PER_NAME)]
