"""The home page: search first, then what the city does now, read from the catalog."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone, translation
from wagtail.models import Site

from catalog.core import generation
from catalog.signups.services import signup_withdraw
from home import memo
from home.models import HomePage
from tests.factories.catalog import (
    ActivityFactory,
    CityFactory,
    DistrictFactory,
    ProjectBrandFactory,
    ProjectFactory,
    TeamFactory,
)
from tests.factories.cms import (
    CampaignIndexPageFactory,
    CampaignPageFactory,
    ProjectBrandIndexPageFactory,
    ProjectBrandPageFactory,
    TimelinePageFactory,
)
from tests.factories.signups import SignupFactory
from tests.query_counts import counted, queries_of

pytestmark = pytest.mark.django_db


def forget() -> None:
    """As in a new worker, or a second after a change."""
    memo.forget()
    generation.forget()


@pytest.fixture(autouse=True)
def clean_memory():
    cache.clear()
    forget()
    yield
    cache.clear()
    forget()
    translation.deactivate()  # an English page leaves its language behind in the thread


@pytest.fixture
def home():
    page = HomePage.objects.get()
    Site.objects.filter(is_default_site=True).update(hostname="testserver", root_page=page)
    Site.clear_site_root_paths_cache()
    return page


def read(client, url: str = "/") -> str:
    forget()
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_fresh_city_has_a_home_page_with_slogan_and_search_and_nothing_broken(client, home):
    html = read(client)
    assert '<h1 id="h1"><span class="ph">微笑焦作，</span><span class="ph">志愿你我</span></h1>' in html
    assert 'action="/projects/"' in html
    assert html.index('role="search"') < html.index("</section>")
    for section in ("soon", "camp", "brands", "years", "figures"):
        assert f'id="{section}"' not in html


def test_slogan_is_the_citys(client, home):
    CityFactory(slogan="另一座城，也志愿", site_name="另一座城")
    html = read(client)
    assert "另一座城，" in html
    assert "<title>另一座城，也志愿 - 另一座城</title>" in html


def test_next_days_show_what_can_be_joined_with_places_counted_now(client, home):
    activity = ActivityFactory(days=1, capacity=10, project__title="湖边晨跑")
    ActivityFactory(days=1, project__title="报名截止的", closed=True)
    ActivityFactory(days=1, project__title="取消的", cancelled=True)
    ActivityFactory(days=1, project__title="草稿里的", project__draft=True)
    html = read(client)
    assert "明天" in html
    assert activity.project.get_absolute_url() in html
    assert "还差 10 人" in html
    for title in ("报名截止的", "取消的", "草稿里的"):
        assert title not in html
    signup = SignupFactory(activity=activity)
    assert "还差 9 人" in read(client)
    signup_withdraw(signup=signup, actor=signup.volunteer.user)
    assert "还差 10 人" in read(client)


def test_three_days_with_three_activities_each_those_with_places_first(client, home):
    full = ActivityFactory(days=1, capacity=1, project__title="满了的")
    SignupFactory(activity=full)
    for day in range(1, 6):
        for number in range(3):
            ActivityFactory(days=day, project__title=f"第{day}天第{number}个")
    html = read(client)
    assert html.count('class="slot"') == 9
    assert "满了的" not in html
    assert "第4天" not in html


def test_one_team_does_not_fill_a_day(client, home):
    team = TeamFactory()
    for number in range(4):
        ActivityFactory(days=1, project=ProjectFactory(team=team, title=f"同一队的{number}"))
    ActivityFactory(days=1, project__title="别队的")
    html = read(client)
    assert html.count("同一队的") == 1
    assert "别队的" in html


def test_running_or_next_campaign_is_called_for_and_a_pinned_one_first(client, home):
    index = CampaignIndexPageFactory(parent=home)
    CampaignPageFactory(parent=index, title="办过的活动", days=-30)
    CampaignPageFactory(parent=index, title="下一个活动", days=5)
    later = CampaignPageFactory(parent=index, title="以后的活动", days=50)
    html = read(client)
    assert "下一个活动" in html
    assert "办过的活动" not in html
    home.campaign = later
    home.save()
    assert "以后的活动" in read(client)


def test_campaigns_count_moves_with_sign_ups(client, home):
    page = CampaignPageFactory(
        parent=CampaignIndexPageFactory(parent=home), end_date=timezone.localdate() + timedelta(9)
    )
    activity = ActivityFactory(days=2, capacity=20)
    page.project_query = [("query", {"fields": ["culture"]})]
    page.save()
    assert "<b>0 人</b>" in read(client)
    SignupFactory.create_batch(3, activity=activity)
    html = read(client)
    assert "<b>3 人</b>" in html
    assert "还差 17 人" in html


def test_districts_lead_to_their_projects_with_counts(client, home):
    here = DistrictFactory(slug="shanyang", name="山阳区")
    ActivityFactory.create_batch(2, district=here, project=ProjectFactory())
    ActivityFactory(district=here)
    assert '<a href="/projects/?district=shanyang">山阳区<span>2 个项目</span></a>' in read(client)


def test_brands_and_years_come_from_their_pages(client, home):
    ProjectBrandPageFactory(
        parent=ProjectBrandIndexPageFactory(parent=home),
        project_brand=ProjectBrandFactory(slug="shuxiang", name="「书香连心」"),
    )
    home.history_page = TimelinePageFactory(parent=home)
    home.save()
    html = read(client)
    assert "「书香连心」" in html
    assert "<b>1994</b><p>一群年轻人先做起来</p>" in html
    assert "轮到你了" in html


def test_figures_are_counted(client, home):
    activity = ActivityFactory()
    SignupFactory.create_batch(4, activity=activity)
    html = read(client)
    assert "<b>1</b><span>支队伍</span>" in html
    assert "<b>4</b><span>位志愿者</span>" in html
    assert "<b>4</b><span>人次报上了名</span>" in html


def test_shortcuts_lead_to_the_list_in_the_language_of_the_page(client, home):
    from cms.core.services import pages_mirror

    home.shortcuts = [("link", {"label": "这个周末", "page": None, "address": "/projects/?when=weekend"})]
    home.save()
    pages_mirror(home=home)
    assert '<a class="chip" href="/projects/?when=weekend">这个周末</a>' in read(client)
    assert 'href="/en/projects/?when=weekend"' in read(client, "/en/")


def test_demo_says_that_it_is_one(client, home):
    assert "演示站" not in read(client)
    CityFactory(is_demo=True)
    assert "演示站" in read(client)


def test_queries_are_few_and_the_same_with_ten_and_with_three_hundred_projects(client, home):
    def counts() -> tuple[int, int]:
        forget()
        cold = counted(lambda: client.get("/"))
        return queries_of(client, "/"), cold

    CampaignPageFactory(
        parent=CampaignIndexPageFactory(parent=home), project_query=[("query", {"fields": ["culture"]})]
    )
    with time_machine.travel(timezone.now(), tick=False):
        for number in range(10):
            ActivityFactory(days=1 + number % 5)
        counts()
        warm, cold = counts()
        for number in range(290):
            ActivityFactory(days=1 + number % 5)
        assert counts() == (warm, cold)
    assert warm <= 12


def test_sections_are_drawn_once_a_minute_and_anew_after_a_change(client, home):
    ActivityFactory(days=1, project__title="湖边晨跑")
    with time_machine.travel(timezone.now(), tick=False):
        read(client)
        assert counted(lambda: client.get("/")) <= 8
    ActivityFactory(days=1, project__title="刚登记的")
    assert "刚登记的" in read(client)


def test_english_home_page_marks_what_its_aliases_say_in_chinese(client, home):
    from cms.core.services import locales_provision, pages_mirror

    locales_provision()
    CampaignPageFactory(parent=CampaignIndexPageFactory(parent=home), title="五一去当向导", intro="挑一个地方。")
    ProjectBrandPageFactory(parent=ProjectBrandIndexPageFactory(parent=home), title="四点半学校")
    pages_mirror(home=home)
    HomePage.objects.filter(locale__language_code="en").update(alias_of=None)
    page = read(client, "/en/")
    for words in ("五一去当向导", "挑一个地方。", "四点半学校"):
        assert f'<span lang="zh-Hans">{words}</span>' in page
