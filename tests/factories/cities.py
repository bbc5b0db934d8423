"""A small city: everything that a visitor can meet, in each of its states."""

from datetime import datetime, time, timedelta
from types import SimpleNamespace

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from catalog.core.models import District, city_zone
from catalog.projects.models import Activity, Project
from catalog.signups.enums import QuestionKind
from catalog.teams.enums import MembershipRole
from catalog.teams.models import Team
from catalog.teams.services import membership_grant
from cms.brands.services import workspaces_repair
from cms.core.groups import ADMINISTRATORS, EDITORS
from tests.factories.accounts import ConsentFactory, PrivacyNoticeFactory, UserFactory, VolunteerFactory
from tests.factories.catalog import (
    ActivityFactory,
    AudienceFactory,
    CityFactory,
    DistrictFactory,
    ProjectBrandFactory,
    ProjectFactory,
    ServiceFieldFactory,
    TeamFactory,
)
from tests.factories.pages import page_tree
from tests.factories.signups import SignupFactory, SignupFormVersionFactory

PASSWORD = "staff-password-1"
HOMEWORK = "「四点半学校」解放区站：放学后作业陪伴"
LIBRARY = "学校图书角整理"
CROSSING = "学校门口护学岗"

QUESTIONS = [
    {"label": "你能辅导什么", "kind": QuestionKind.MULTIPLE_CHOICE, "choices": ["语文", "数学", "英语"]},
    {"label": "能来几次", "kind": QuestionKind.NUMBER, "help_text": "大概就行。"},
    {"label": "以前做过吗", "kind": QuestionKind.YES_NO},
    {"label": "从哪里过来", "kind": QuestionKind.SHORT_TEXT},
    {
        "label": "哪个年级更顺手",
        "kind": QuestionKind.SINGLE_CHOICE,
        "choices": ["低年级", "高年级"],
        "is_required": False,
    },
    {"label": "紧急联系电话", "kind": QuestionKind.PHONE, "is_required": False},
    {"label": "哪天起能来", "kind": QuestionKind.DATE, "is_required": False},
    {"label": "想对队伍说的话", "kind": QuestionKind.LONG_TEXT, "is_required": False},
]


def at(days: int, hour: int = 16, minute: int = 30) -> datetime:
    """That time of day in the city, so many days from today."""
    return datetime.combine(timezone.localdate() + timedelta(days=days), time(hour, minute), tzinfo=city_zone())


def small_city() -> SimpleNamespace:
    """Taxonomies, teams, projects in every state, people, pages; the search index is built. Names are attributes."""
    CityFactory(
        is_demo=True, contact_address="解放区示例路 1 号", contact_hours="周一至周五", icp_number="豫ICP备00000000号"
    )
    city = SimpleNamespace(notice=PrivacyNoticeFactory())
    city.jiefang = DistrictFactory(slug="jiefang", name="解放区", name_en="Jiefang District", order=1)
    city.shanyang = DistrictFactory(slug="shanyang", name="山阳区", name_en="Shanyang District", order=2)
    city.culture = ServiceFieldFactory(slug="culture", name="文化教育", name_en="Culture and education")
    city.events = ServiceFieldFactory(slug="events", name="大型赛会", name_en="Events")
    city.newcomers = AudienceFactory(slug="newcomers", name="第一次参加的人", name_en="Newcomers")
    city.brand = ProjectBrandFactory()
    city.team = TeamFactory(name="「黎明脚步」健康晨跑群", slug="liming", district=city.jiefang, founded_year=2009)
    city.other_team = TeamFactory(name="爱心助学会", slug="zhuxue", district=city.shanyang)
    _projects(city)
    city.pages = page_tree(
        team=city.team,
        other_team=city.other_team,
        brand=city.brand,
        projects=[city.projects.homework, city.projects.library, city.projects.crossing],
        fields=[city.culture],
    )
    _people(city)
    _signups(city)
    call_command("search_index", "build", verbosity=0)
    return city


def _project(city: SimpleNamespace, title: str, **values) -> Project:
    defaults = {"team": city.team, "field": city.culture, "audiences": [city.newcomers]}
    return ProjectFactory(title=title, **(defaults | values))


def _activity(project: Project, days: int, district: District, **values) -> Activity:
    starts_at = values.pop("starts_at", at(days))
    return ActivityFactory(
        project=project,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        district=district,
        place_name=f"{district.name}文明使者志愿服务站",
        **values,
    )


def _full(activity: Activity) -> Activity:
    """With all places taken."""
    for _number in range(activity.capacity):
        SignupFactory(activity=activity)
    return activity


def _projects(city: SimpleNamespace) -> None:
    here, there = city.jiefang, city.shanyang
    city.projects = SimpleNamespace(
        homework=_project(city, HOMEWORK, brand=city.brand),
        library=_project(city, LIBRARY, team=city.other_team),
        crossing=_project(city, CROSSING, team=city.other_team, field=city.events),
        external=_project(city, "外部网站报名的马拉松补给", external=True),
        offline=_project(city, "打电话报名的量血压", offline=True),
        closed=_project(city, "报名截止的河道巡护"),
        not_yet_open=_project(city, "还没开始报名的换书"),
        running=_project(city, "正在进行的植树"),
        called_off=_project(city, "取消一场的晨跑领跑"),
        without_dates=_project(city, "近期没有场次的读报"),
        finished=_project(city, "办完了的旧衣整理", finished=True),
        cancelled=_project(city, "取消了的磨刀", cancelled=True),
        withdrawn=_project(city, "下架的义剪", withdrawn=True),
        draft=_project(city, "草稿里的手机课", draft=True),
    )
    projects = city.projects
    SignupFormVersionFactory(project=projects.homework, questions=QUESTIONS, published=True)
    city.activity = _activity(projects.homework, 3, here, capacity=10)
    city.later = _activity(projects.homework, 10, here, capacity=10)
    city.full = _full(_activity(projects.homework, 4, here, capacity=1))
    _full(_activity(projects.library, 5, here, capacity=2))
    _activity(projects.crossing, 2, there)
    _activity(projects.external, 6, there)
    _activity(projects.offline, 7, there)
    city.closed = _activity(projects.closed, 3, there, closed=True)
    city.not_yet_open = _activity(projects.not_yet_open, 20, there, not_yet_open=True)
    _activity(projects.running, 0, there, starts_at=timezone.now() - timedelta(minutes=30))
    _activity(projects.called_off, 8, here, cancelled=True)
    _activity(projects.called_off, 9, here)
    city.past = _activity(projects.homework, -6, here)
    for project in (projects.finished, projects.cancelled, projects.without_dates):
        _activity(project, -20, here)


def _staff(email: str, group: str = "") -> object:
    person = UserFactory(email=email, secret=PASSWORD)
    if group:
        person.groups.add(Group.objects.get(name=group))
    return person


def _lead(team: Team, email: str) -> object:
    person = _staff(email)
    membership_grant(team=team, user=person, role=MembershipRole.LEADER)
    return person


def _people(city: SimpleNamespace) -> None:
    city.editor = _staff("editor@jiaozuo.example", EDITORS)
    city.administrator = _staff("admin@jiaozuo.example", ADMINISTRATORS)
    city.leader = _lead(city.team, "leader@jiaozuo.example")
    city.other_leader = _lead(city.other_team, "other-leader@jiaozuo.example")
    workspaces_repair()
    city.volunteer = VolunteerFactory(user__email="volunteer@jiaozuo.example", name="林晓（虚构）")
    city.newcomer = UserFactory(email="newcomer@jiaozuo.example")
    for person in (city.editor, city.leader, city.other_leader, city.volunteer.user, city.newcomer):
        ConsentFactory(user=person, notice=city.notice)


def _signups(city: SimpleNamespace) -> None:
    signup = {"volunteer": city.volunteer}
    city.signups = SimpleNamespace(
        confirmed=SignupFactory(activity=city.later, **signup),
        waitlisted=SignupFactory(activity=city.full, waitlisted=True, **signup),
        over=SignupFactory(activity=city.past, **signup),
        withdrawn=SignupFactory(activity=city.closed, withdrawn=True, **signup),
        cancelled=SignupFactory(activity=Activity.objects.get(state="cancelled"), cancelled_by_team=True, **signup),
    )


def public_addresses(city: SimpleNamespace) -> dict[str, str]:
    """The address of every kind of page that needs no log-in, by a name for it."""
    addresses = {name: page.get_url() for name, page in vars(city.pages).items()}
    addresses |= {f"project_{name}": project.get_absolute_url() for name, project in vars(city.projects).items()}
    projects = reverse("project_list")
    return addresses | {
        "list": projects,
        "found": f"{projects}?q=学校",
        "filtered": f"{projects}?q=学校&district=jiefang&free=1",
        "nothing_found": f"{projects}?q=潜水&district=shanyang",
        "signup": city.activity.get_signup_url(),
        "signup_full": city.full.get_signup_url(),
        "signup_closed": city.closed.get_signup_url(),
        "poster": reverse("projects:poster", args=[city.projects.homework.public_id]),
        "login": reverse("account_login"),
        "password_login": reverse("account_password_login"),
        "privacy": reverse("privacy"),
    }


#: The names of `public_addresses`, for tests that are made one a page.
PUBLIC_PAGES = (
    *(
        "home",
        "teams",
        "team",
        "other_team",
        "brands",
        "brand",
        "campaigns",
        "campaign",
        "long_campaign",
        "past_campaign",
    ),
    *("stories", "story", "plain_story", "help", "accessibility", "timeline", "contact", "privacy"),
    *("list", "found", "filtered", "nothing_found", "login", "password_login"),
    *("signup", "signup_full", "signup_closed", "poster"),
    *(
        "project_homework",
        "project_library",
        "project_crossing",
        "project_external",
        "project_offline",
        "project_closed",
    ),
    *("project_not_yet_open", "project_running", "project_called_off", "project_without_dates", "project_finished"),
    *("project_cancelled", "project_withdrawn", "project_draft"),
)
