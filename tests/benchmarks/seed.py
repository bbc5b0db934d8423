"""The city that is measured: the demo's pages, and its catalog filled up to 500 projects with 2,500 activities."""

import random
from datetime import timedelta
from urllib.parse import urlencode

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from catalog.core.models import Audience, District, ServiceField
from catalog.projects.enums import ProjectState
from catalog.projects.models import Activity, Project, ProjectBrand
from catalog.signups.enums import SignupState
from catalog.signups.models import Signup
from catalog.teams.models import Team
from catalog.volunteers.models import Volunteer
from cms.brands.models import TeamBrandPage
from home.demo import loader
from tests.factories.accounts import UserFactory, VolunteerFactory
from tests.factories.catalog import ActivityFactory, ProjectFactory

PROJECTS = 500
ACTIVITIES = 2500
VOLUNTEERS = 60
#: What one project in the table has to show: as many activities as a weekly one announces.
ACTIVITIES_OF_MEASURED = 12
SEARCHED = "学校"


def fill() -> dict[str, str]:
    """Fill an empty, migrated database. Returns the addresses to measure by name."""
    loader.load()
    chance = random.Random(20120301)
    with transaction.atomic():
        add_projects(chance)
        add_activities(chance)
        add_signups(chance)
    call_command("search_index", "build", verbosity=0)
    measured = Project.objects.get(title=f"放学后作业陪伴（{PROJECTS}）")
    brand = TeamBrandPage.objects.live().order_by("pk")[:1].get()
    return {
        "constant": "/benchmark/constant/",
        "home": "/",
        "brand": brand.url,
        "list": "/projects/",
        "search": f"/projects/?{urlencode({'q': SEARCHED})}",
        "project": measured.get_absolute_url(),
    }


def add_projects(chance: random.Random) -> None:
    """Published projects like those of a real city until there are PROJECTS; the last one is the one that is measured."""
    teams, brands = list(Team.objects.active()), [None, None, *ProjectBrand.objects.all()]
    fields, audiences = list(ServiceField.objects.all()), list(Audience.objects.all())
    titles = ("放学后作业陪伴", "四点半学校来讲故事", "陪老人聊聊天", "河边捡垃圾", "路口文明引导", "社区图书整理")
    have = Project.objects.filter(state=ProjectState.PUBLISHED).count()
    made = [
        ProjectFactory.build(
            team=chance.choice(teams),
            brand=chance.choice(brands),
            field=chance.choice(fields),
            title=f"{chance.choice(titles) if number < PROJECTS else titles[0]}（{number}）",
            content="到站先签到，领一件红马甲。\n每人陪两到三个孩子写作业、读书。\n六点半家长来接，再签退。",
        )
        for number in range(have + 1, PROJECTS + 1)
    ]
    Project.objects.bulk_create(made)
    link = Project.audiences.through
    link.objects.bulk_create(
        link(project=project, audience=audience) for project in made for audience in chance.sample(audiences, 2)
    )


def add_activities(chance: random.Random) -> None:
    """Coming activities, spread over districts and days, until there are ACTIVITIES; some are closed, none is over."""
    projects = list(Project.objects.filter(state=ProjectState.PUBLISHED).order_by("pk"))
    districts = list(District.objects.all())
    today = timezone.localtime().replace(minute=0, second=0, microsecond=0)
    missing = max(ACTIVITIES - Activity.objects.count() - ACTIVITIES_OF_MEASURED, 0)
    of_project = [projects[-1]] * ACTIVITIES_OF_MEASURED + [chance.choice(projects) for _each in range(missing)]
    made = []
    for number, project in enumerate(of_project):
        day = 7 * (number + 1) if project is projects[-1] else chance.randint(1, 60)
        starts_at = today.replace(hour=16 if project is projects[-1] else chance.randint(7, 19)) + timedelta(days=day)
        district = districts[0] if project is projects[-1] else chance.choice(districts)
        made.append(
            ActivityFactory.build(
                project=project,
                district=district,
                place_name=f"{district.name}文明使者志愿服务站",
                starts_at=starts_at,
                signup_closes_at=starts_at - timedelta(hours=chance.choice((2, 20, 24 * 30))),
                capacity=chance.randint(4, 30),
            )
        )
    Activity.objects.bulk_create(made)


def add_signups(chance: random.Random) -> None:
    """Sign-ups, so that places are counted: activities with nobody, with some, full ones with a line."""
    with_people = [VolunteerFactory.build(user=user) for user in UserFactory.build_batch(VOLUNTEERS)]
    for volunteer in with_people:
        volunteer.user.save()
    volunteers = Volunteer.objects.bulk_create(with_people)
    made = []
    for activity in Activity.objects.filter(signups=None, starts_at__gt=timezone.now()):
        people = chance.sample(volunteers, min(VOLUNTEERS, chance.choice((0, 2, 5, activity.capacity + 2))))
        for place, volunteer in enumerate(people):
            state = SignupState.CONFIRMED if place < activity.capacity else SignupState.WAITLISTED
            made.append(Signup(activity=activity, volunteer=volunteer, state=state))
    Signup.objects.bulk_create(made, batch_size=500)
