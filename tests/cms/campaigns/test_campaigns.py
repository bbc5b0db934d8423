"""A campaign counts how far it got, and gathers its projects by hand and by query."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from catalog.core.models import city_zone
from cms.campaigns.models import CampaignProject, CampaignState
from tests.factories.catalog import (
    ActivityFactory,
    DistrictFactory,
    ProjectBrandFactory,
    ProjectFactory,
    ServiceFieldFactory,
)
from tests.factories.cms import CampaignIndexPageFactory, CampaignPageFactory, StoryIndexPageFactory, StoryPageFactory
from tests.factories.signups import SignupFactory
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home):
    return CampaignIndexPageFactory(parent=home)


@pytest.fixture
def page(index):
    return CampaignPageFactory(parent=index, days=5)


def shift(page, *, day: int = 0, hour: int = 9, **values):
    """An activity on a day of the campaign at an hour of the city's clock."""
    day = page.start_date + timedelta(days=day)
    starts_at = datetime(day.year, day.month, day.day, hour, tzinfo=city_zone())
    return ActivityFactory(starts_at=starts_at, ends_at=starts_at + timedelta(hours=3), **values)


def choose(page, *projects) -> None:
    page.project_links = [CampaignProject(project=project) for project in projects]
    page.save()


def ask(page, **query) -> None:
    page.project_query = [("query", query)]
    page.save()


def titles(page) -> list[str]:
    return [activity.project.title for activity in page.activities()]


def test_projects_chosen_by_hand_come_first_in_the_editors_order(page):
    late, early = shift(page, day=2, project__title="青天河"), shift(page, day=1, project__title="云台山")
    shift(page, project__title="没有挑的")
    choose(page, late.project, early.project)
    assert titles(page) == ["青天河", "云台山"]


def test_query_gathers_what_satisfies_all_of_it_within_the_dates(page):
    events, culture = ServiceFieldFactory(slug="events"), ServiceFieldFactory()
    there = DistrictFactory(slug="xiuwu")
    brand = ProjectBrandFactory()
    wanted = ProjectFactory(title="云台山引导", field=events, brand=brand)
    shift(page, project=wanted, district=there)
    shift(page, project=wanted, district=DistrictFactory())
    shift(page, project__field=culture, project__title="云台山读书", district=there)
    shift(page, project__field=events, project__title="没有那个词", project__summary="也没有", district=there)
    ActivityFactory(project=wanted, district=there, days=60)
    ask(page, fields=["events"], districts=["xiuwu"], brands=[brand.slug], words="云台山、青天河")
    assert titles(page) == ["云台山引导"]


def test_no_query_and_no_choice_gathers_nothing(page):
    shift(page)
    assert page.activities() == []


def test_drafts_and_cancelled_dates_do_not_count(page):
    shift(page, project__draft=True)
    shift(page, cancelled=True)
    ask(page, fields=["culture"])
    assert page.activities() == []


def test_progress_is_counted_from_sign_ups_when_somebody_looks(client, page):
    first, second = shift(page, capacity=10), shift(page, day=1, capacity=5)
    SignupFactory.create_batch(4, activity=first)
    choose(page, first.project, second.project)
    html = client.get(page.get_url()).content.decode()
    assert "<b>4 人</b>" in html
    assert "还差 11 人" in html
    SignupFactory(activity=second)
    assert "<b>5 人</b>" in client.get(page.get_url()).content.decode()


def test_places_of_projects_that_take_sign_ups_elsewhere_are_not_counted_as_missing(client, page):
    here = shift(page, capacity=10)
    there = shift(page, day=1, project__offline=True, capacity=70)
    choose(page, here.project, there.project)
    html = client.get(page.get_url()).content.decode()
    assert "还差 10 人" in html
    assert "要 70" in html


def test_aims_stand_beside_what_was_reached(client, page):
    activity = shift(page, capacity=10)
    again = shift(page, day=1, capacity=10, project=activity.project)
    signup = SignupFactory(activity=activity)
    SignupFactory(activity=again, volunteer=signup.volunteer)
    choose(page, activity.project)
    page.goal_volunteers, page.goal_places, page.goal_hours = 30, 60, 100
    page.save()
    html = client.get(page.get_url()).content.decode()
    assert "30 人来，已有 1 人" in html
    assert "60 人次，已有 2 人次" in html
    assert "100 小时，已报 6 小时" in html


def test_short_campaign_shows_a_board_of_shifts(client, page):
    full, needy = shift(page, capacity=1), shift(page, hour=13, capacity=20)
    needy.project = full.project
    needy.save()
    SignupFactory(activity=full)
    choose(page, full.project)
    html = client.get(page.get_url()).content.decode()
    assert '<table class="grid">' in html
    assert "<b>满</b><span>可候补</span>" in html
    assert "<b>差 20</b><span>急需</span>" in html
    assert f'href="{needy.get_signup_url()}"' in html


def test_long_campaign_shows_a_list_of_projects(client, index):
    page = CampaignPageFactory(parent=index, end_date=timezone.localdate() + timedelta(days=30))
    activity = ActivityFactory()
    choose(page, activity.project)
    html = client.get(page.get_url()).content.decode()
    assert '<table class="grid">' not in html
    assert activity.project.title in html


def test_campaign_that_is_over_shows_what_it_came_to_instead_of_shifts(client, index):
    over = CampaignPageFactory(parent=index, days=-30)
    activity = shift(over, capacity=9)
    over.project_links.add(CampaignProject(project=activity.project))
    over.save()
    for _ in range(2):
        SignupFactory(activity=activity, confirmed=True)
    html = client.get(over.get_url()).content.decode()
    assert "已经结束" in html
    assert "挑一个班次" not in html
    assert '<table class="grid">' not in html
    assert "还差" not in html
    assert "<b>2</b><span>人报了名</span>" in html
    assert "<b>6</b><span>小时，按报名算</span>" in html
    assert activity.project.title in html


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2027, 4, 30), CampaignState.UPCOMING),
        (date(2027, 5, 1), CampaignState.RUNNING),
        (date(2027, 5, 3), CampaignState.RUNNING),
        (date(2027, 5, 4), CampaignState.OVER),
    ],
)
def test_state_follows_from_the_dates(index, today, state):
    page = CampaignPageFactory(parent=index, start_date=date(2027, 5, 1), end_date=date(2027, 5, 3))
    assert page.state_on(today) == state


@time_machine.travel("2027-04-30 16:30:00+00:00", tick=False)
def test_day_begins_at_midnight_in_the_city(index):
    page = CampaignPageFactory(parent=index, start_date=date(2027, 5, 1), end_date=date(2027, 5, 3))
    assert page.state == CampaignState.RUNNING


def test_campaign_that_ends_before_it_begins_is_refused(index):
    with pytest.raises(ValidationError, match="最后一天"):
        CampaignPageFactory(parent=index, start_date=date(2027, 5, 3), end_date=date(2027, 5, 1))


def test_list_groups_campaigns_by_where_they_stand(client, index):
    CampaignPageFactory(parent=index, title="正在办的")
    CampaignPageFactory(parent=index, title="以后办的", days=30)
    CampaignPageFactory(parent=index, title="办过了的", days=-30)
    CampaignPageFactory(parent=index, title="没发布的", live=False)
    html = client.get(index.get_url()).content.decode()
    places = [html.index(words) for words in ("正在进行", "正在办的", "即将开始", "以后办的", "办过的", "办过了的")]
    assert places == sorted(places)
    assert "没发布的" not in html


def test_empty_list_says_so_and_leads_on(client, index):
    html = client.get(index.get_url()).content.decode()
    assert "还没有主题活动" in html
    assert 'href="/projects/"' in html


def test_stories_about_a_campaign_stand_on_its_page_once(client, home, page):
    from cms.core.services import pages_mirror

    StoryPageFactory(parent=StoryIndexPageFactory(parent=home), title="去年五一的故事", campaign=page)
    pages_mirror(home=home)
    assert client.get(page.get_url()).content.decode().count("去年五一的故事") == 1
    assert client.get(f"/en/campaigns/{page.slug}/").content.decode().count("去年五一的故事") == 1


def test_queries_are_the_same_with_ten_and_with_three_hundred_activities(client, page):
    ask(page, fields=["culture"])
    for number in range(10):
        shift(page, day=number % 3, hour=8 + number % 10)
    few = queries_of(client, page.get_url())
    for number in range(290):
        shift(page, day=number % 3, hour=8 + number % 10)
    assert queries_of(client, page.get_url()) == few
    assert few <= 12
