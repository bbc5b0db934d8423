"""The demo city as it is loaded: large, consistent, quiet, and without a link that leads nowhere."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from html import unescape
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, Site

from catalog.core.models import Audience, City, District, OutboxItem, ServiceField
from catalog.notifications.models import Message
from catalog.projects import rules
from catalog.projects.enums import ActivityState, ProjectState, SignupMethod
from catalog.projects.models import Activity, Project, ProjectTransition
from catalog.signups.enums import TRANSITIONS, SignupState
from catalog.signups.forms import question_field
from catalog.signups.models import Answer, Question, Signup, SignupFormVersion, SignupTransition
from catalog.teams.models import Membership, Team
from catalog.volunteers.models import User, Volunteer
from cms.brands.models import ProjectBrandPage, TeamBrandPage, TeamWorkspace
from cms.campaigns.models import CampaignPage
from cms.core.models import CmsImage
from cms.stories.models import StoryPage
from home.demo import loader
from home.demo.loading.people import PASSWORD
from home.demo.loading.plans import FIRST_PROJECT
from home.management.commands.demo import Command
from search.check import differences

pytestmark = pytest.mark.django_db
HREF = re.compile(r'\shref="([^"]+)"')
PROJECT = re.compile(r"^(?:/en)?/projects/([0-9a-z]{10})/")
#: Addresses that need somebody who is logged in, or change something.
NOT_FOLLOWED = re.compile(r"^(?:/en)?/(accounts|me|preferences|signups|static|media)/|/signup/$")


def test_interrupted_load_leaves_nothing(monkeypatch):
    def interrupted(made):
        raise KeyboardInterrupt

    monkeypatch.setattr(loader, "_pages_load", interrupted)
    with pytest.raises(KeyboardInterrupt):
        loader.load()
    assert not loader.is_loaded()
    assert not any(model.objects.exists() for model in (City, Team, Project, Signup, User, CmsImage))


@pytest.fixture(scope="module")
def _city(django_db_setup, django_db_blocker):
    """The demo city, loaded once for all tests below and rolled back after the last."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        loader.load()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def city(_city, db):
    """The loaded city; what a test changes is gone after it."""


def rows() -> Counter:
    models = (City, District, User, Team, Project, Activity, Question, Signup, Answer, Page, CmsImage, Membership)
    return Counter({model.__name__: model.objects.count() for model in models})


def test_it_is_a_city(city):
    assert (City.objects.get().site_name, City.objects.get().is_demo) == ("微笑焦作", True)
    count = rows()
    assert (count["District"], ServiceField.objects.count(), Audience.objects.count()) == (11, 12, 8)
    assert count["Team"] == 48
    assert 300 <= count["Project"] <= 353
    assert 1400 <= count["Activity"] <= 1700
    assert count["Signup"] > 5000
    assert Volunteer.objects.count() >= 120
    states = Counter(Project.objects.values_list("state", flat=True))
    assert states[ProjectState.PUBLISHED] >= 280
    assert min(states[state] for state in ProjectState.values) >= 3
    assert set(Project.objects.published().values_list("field__slug", flat=True)) == set(
        ServiceField.objects.values_list("slug", flat=True)
    )
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.title == site.site_name == "微笑焦作"


def test_second_start_loads_nothing(city):
    before = rows()
    assert loader.is_loaded()
    Command().load()
    assert rows() == before


def test_nobody_is_told_anything(city):
    assert not Message.objects.exists()
    assert not OutboxItem.objects.exists()
    assert mail.outbox == []


def test_no_place_is_given_twice_and_lines_are_at_full_activities_only(city):
    activities = Activity.objects.with_places()
    assert not activities.filter(held__gt=F("capacity")).exists()
    assert not activities.filter(waiting__gt=0, held__lt=F("capacity")).exists()
    assert not Signup.objects.active().filter(activity__state=ActivityState.CANCELLED).exists()
    assert not Signup.objects.exclude(activity__project__signup_method=SignupMethod.FORM).exists()


def test_there_is_every_kind_of_activity(city):
    now = timezone.now()
    open_ones = Activity.objects.open_for_signup(now).filter(project__signup_method=SignupMethod.FORM).with_places()
    assert open_ones.filter(waiting__gt=0).count() >= 20
    assert open_ones.filter(waiting=0, held=F("capacity") - 1).count() >= 20
    assert open_ones.filter(held=0).count() >= 20
    assert open_ones.filter(signup_closes_at__lt=now + timedelta(hours=5)).exists()
    assert {str(each.status) for each in Activity.objects.public().with_places()} >= {
        "recruiting",
        "full",
        "not_yet_open",
        "over",
        "cancelled",
    }
    first = Activity.objects.open_for_signup(now).filter(project__title=FIRST_PROJECT).with_free_places()
    assert all(each.free >= 2 for each in first)
    assert first.filter(starts_at__lt=now + timedelta(days=10)).exists()


def test_every_public_project_is_complete_and_leads_to_one_way_to_sign_up(city):
    with_form = set(SignupFormVersion.objects.published().values_list("form__project_id", flat=True))
    for project in Project.objects.public():
        if project.state == ProjectState.PUBLISHED:
            assert rules.missing_from_notice(project) == [], project
        ways = [
            project.signup_method == SignupMethod.FORM and project.pk in with_form,
            project.external_url.startswith("https://"),
            bool(project.offline_instructions),
        ]
        assert ways.count(True) == 1, project
    assert set(Project.objects.values_list("signup_method", flat=True)) == set(SignupMethod.values)


def test_projects_came_to_their_state_step_by_step(city):
    steps = defaultdict(list)
    for step in ProjectTransition.objects.order_by("id"):
        steps[step.project_id].append(step)
    for project in Project.objects.all():
        state = ProjectState.DRAFT
        for step in steps[project.pk]:
            assert step.from_state == state
            state = step.to_state
        assert state == project.state
        assert [step.at for step in steps[project.pk]] == sorted(step.at for step in steps[project.pk])


def test_signups_came_to_their_state_step_by_step(city):
    steps = defaultdict(list)
    for step in SignupTransition.objects.order_by("id"):
        steps[step.signup_id].append(step)
    now = timezone.now()
    for signup in Signup.objects.select_related("activity"):
        state = ""
        for step in steps[signup.pk]:
            assert step.from_state == state
            assert step.to_state in TRANSITIONS[state]
            state = step.to_state
        assert state == signup.state
        times = [signup.created_at, *(step.at for step in steps[signup.pk][1:]), now]
        assert times == sorted(times)
        assert signup.created_at <= signup.activity.signup_closes_at
    assert set(Signup.objects.values_list("state", flat=True)) == set(SignupState.values)


def test_lines_are_in_the_order_of_time(city):
    line = defaultdict(list)
    for activity, created_at in Signup.objects.in_line().values_list("activity_id", "created_at"):
        line[activity].append(created_at)
    assert line
    assert all(times == sorted(times) for times in line.values())


def test_volunteers_are_grown_up(city):
    latest = timezone.localdate()
    eighteen = date(latest.year - 18, latest.month, min(latest.day, 28))
    assert not Volunteer.objects.filter(birth_date__gt=eighteen).exists()
    assert not User.objects.exclude(email__endswith=".example").exists()


def test_answers_are_what_the_form_would_have_taken(city):
    """Every required question has its answer, and a form gives each answer back as it is."""
    typed = {True: "yes", False: "no"}
    for answer in Answer.objects.select_related("question").order_by("?")[:300]:
        value = answer.value
        given = typed[value] if isinstance(value, bool) else value if isinstance(value, list) else str(value)
        cleaned = question_field(answer.question).clean(given)
        assert (cleaned.isoformat() if isinstance(cleaned, date) else cleaned) == value
    required = Signup.objects.filter(form_version__questions__is_required=True).values_list(
        "pk", "form_version__questions"
    )
    answered = set(Answer.objects.values_list("signup_id", "question_id"))
    assert required
    assert set(required) <= answered


def test_log_ins_show_what_they_are_for(city, client):
    users = {login.key: User.objects.get(email=login.email) for login in loader.LOGINS}
    own = Signup.objects.of_user(users["volunteer"])
    coming = Counter(own.coming().values_list("state", flat=True))
    assert coming == {SignupState.CONFIRMED: 2, SignupState.WAITLISTED: 1}
    assert own.with_facts().get(state=SignupState.WAITLISTED).position == 2
    assert own.past().filter(state=SignupState.CONFIRMED).count() == 2
    assert own.filter(state=SignupState.WITHDRAWN).exists()

    page = TeamBrandPage.objects.get(team__slug="zhuxue", locale__language_code="zh-hans")
    other = TeamBrandPage.objects.get(team__slug="liming", locale__language_code="zh-hans")
    may = {key: page.permissions_for_user(user) for key, user in users.items()}
    assert may["leader"].can_edit()
    assert not may["leader"].can_publish()
    assert not other.permissions_for_user(users["leader"]).can_edit()
    assert may["editor"].can_publish()
    assert may["admin"].can_publish()
    assert not may["volunteer"].can_edit()
    assert Team.objects.run_by(users["leader"]).get().name == "爱心助学会"
    assert client.login(username="leader@jiaozuo.example", password=PASSWORD)
    assert client.get("/admin/").status_code == 200
    assert client.get("/team/").status_code == 200


def test_every_team_has_its_page_and_its_workspace(city):
    assert TeamBrandPage.objects.live().filter(locale__language_code="zh-hans").count() == 48
    assert TeamBrandPage.objects.live().filter(is_featured=True, locale__language_code="zh-hans").count() == 4
    assert ProjectBrandPage.objects.live().filter(locale__language_code="zh-hans").count() == 4
    assert StoryPage.objects.live().filter(locale__language_code="zh-hans").count() == 10
    assert not TeamWorkspace.objects.filter(Q(page=None) | Q(group=None) | Q(collection=None)).exists()
    assert TeamWorkspace.objects.count() == 48


def test_campaigns_lead_to_projects(city):
    today = timezone.localdate()
    campaigns = CampaignPage.objects.live().filter(locale__language_code="zh-hans")
    assert campaigns.filter(end_date__gte=today, start_date__lte=today + timedelta(days=61)).exists()
    for campaign in campaigns:
        assert campaign.activities(), campaign


def test_every_page_can_be_edited_and_saved_again(city):
    """The blocks are such as the editor's own form lets through."""
    for page in Page.objects.filter(depth__gt=1, alias_of=None).specific():
        page.full_clean()
        for field in page._meta.get_fields():
            if isinstance(field, StreamField):
                value = getattr(page, field.name)
                assert isinstance(value, StreamValue)
                field.stream_block.clean(value)


def test_pictures_have_words_and_files(city):
    """The interrupted load above has left files behind: they were replaced, not doubled."""
    assert CmsImage.objects.count() >= 24
    for image in CmsImage.objects.all():
        assert image.description
        assert re.fullmatch(r"original_images/[a-z-]+\.svg", image.file.name)
        assert image.file.storage.size(image.file.name) == image.file_size
        assert image.width > 0
    assert not ServiceField.objects.filter(image=None).exists()


def test_every_page_has_an_english_address_and_some_are_translated(city, client):
    chinese = Page.objects.filter(locale__language_code="zh-hans", depth__gt=1)
    english = Page.objects.filter(locale__language_code="en").live()
    assert set(chinese.values_list("translation_key", flat=True)) == set(
        english.values_list("translation_key", flat=True)
    )
    for address, words in {
        "/en/": "Every volunteer project of the city in one place",
        "/en/about/": "What you can do here",
        "/en/join/": "Five steps",
        "/en/minors/": "Under 18",
        "/en/teams/": "Runners, tutors, book swappers",
        "/en/campaigns/": "Campaigns",
    }.items():
        assert words in client.get(address).content.decode(), address
    assert 'href="/en/projects/?when=weekend"' in client.get("/en/").content.decode()
    assert 'lang="zh-Hans"' in client.get("/en/stories/yiduan-he/").content.decode()


def test_no_link_leads_nowhere(city, client):
    """Every page in Chinese, every translated one, and whatever they lead to."""
    known = set(Project.objects.public().values_list("public_id", flat=True))
    pages = Page.objects.live().filter(depth__gt=1, alias_of=None)
    queue = [urlsplit(page.get_full_url()).path for page in pages]
    seen = set(queue)
    broken = []
    while queue:
        address = queue.pop()
        answer = client.get(address, follow=True)
        if answer.status_code != 200:
            broken.append((address, answer.status_code))
            continue
        if "/projects/" in address or "html" not in answer["Content-Type"]:
            continue
        for link in links_of(answer.content.decode()):
            if project := PROJECT.match(link):
                if project[1] not in known:
                    broken.append((link, f"on {address}"))
            elif link not in seen and not NOT_FOLLOWED.search(urlsplit(link).path):
                seen.add(link)
                queue.append(link)
    assert broken == []
    assert len(seen) > 150


def links_of(html: str) -> set[str]:
    """Addresses on this site to which a page leads."""
    found = set()
    for href in HREF.findall(html):
        parts = urlsplit(unescape(href))
        if parts.path and parts.scheme in ("", "http", "https") and parts.hostname in (None, "localhost", "testserver"):
            found.add(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    return found


def test_lists_that_texts_lead_to_are_not_empty(city, client):
    """What a story or a button calls for is there on the day of loading, but for holidays that are over."""
    wanted = set()
    for page in Page.objects.live().filter(depth__gt=1, alias_of=None):
        html = client.get(urlsplit(page.get_full_url()).path).content.decode().partition("<main")[2]
        wanted |= {link for link in links_of(html) if link.startswith("/projects/?") and "team=" not in link}
    over = re.compile(r"q=(五一|十一|学雷锋|重阳)$")
    assert len(wanted) > 15
    for link in wanted:
        if not over.search(link):
            assert projects_on(client, link), link


def projects_on(client, link: str) -> list[str]:
    """Addresses of the projects in the list at `link`."""
    html = client.get(link).content.decode().partition("<main")[2]
    return [each for each in links_of(html) if PROJECT.match(each)]


def test_indexes_are_complete(city):
    assert list(differences()) == []
    assert ReferenceIndex.objects.exists()
