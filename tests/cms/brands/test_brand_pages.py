"""Brand pages show the catalog as it is; the page itself holds only the story."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from catalog.projects.services import activity_save
from catalog.teams.enums import MembershipRole
from tests.factories.catalog import ActivityFactory, MembershipFactory, ProjectBrandFactory, ProjectFactory, TeamFactory
from tests.factories.cms import (
    ProjectBrandIndexPageFactory,
    ProjectBrandPageFactory,
    TeamBrandPageFactory,
    TeamIndexPageFactory,
)
from tests.factories.signups import SignupFactory
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12


@pytest.fixture
def team():
    return TeamFactory(name="「黎明脚步」健康晨跑群", slug="liming", founded_year=2009)


@pytest.fixture
def page(home, team):
    return TeamBrandPageFactory(parent=TeamIndexPageFactory(parent=home), team=team)


def read(client: Client, page) -> str:
    return client.get(page.get_url()).content.decode()


def test_changed_capacity_shows_on_the_page_without_touching_it(client, page, team):
    activity = ActivityFactory(project__team=team, capacity=10)
    assert "还差 10 人" in read(client, page)
    activity.capacity = 25
    activity_save(activity=activity)
    SignupFactory(activity=activity)
    assert "还差 24 人" in read(client, page)


def test_page_holds_no_date_and_no_number():
    names = {field.name for field in TeamBrandPageFactory._meta.model._meta.get_fields()}
    assert not names & {"starts_at", "date", "capacity", "members", "activities", "people"}


def test_finished_and_draft_projects_and_past_dates_are_not_offered(client, page, team):
    ActivityFactory(project=ProjectFactory(team=team, title="草稿里的项目", draft=True))
    ActivityFactory(project=ProjectFactory(team=team, title="办完的项目", finished=True))
    ActivityFactory(project=ProjectFactory(team=team, title="过去的场次"), over=True)
    ActivityFactory(project=ProjectFactory(title="别队的项目"))
    html = read(client, page)
    for title in ("草稿里的项目", "办完的项目", "过去的场次", "别队的项目"):
        assert title not in html
    assert "近期没有场次" in html


def test_button_leads_to_the_sign_up_here_and_to_the_project_elsewhere(client, page, team):
    here = ActivityFactory(project__team=team)
    there = ActivityFactory(project=ProjectFactory(team=team, offline=True), days=8, capacity=33)
    html = read(client, page)
    assert f'href="{here.get_signup_url()}"' in html
    assert there.get_signup_url() not in html
    assert "要 33 人" in html
    assert "还差 33 人" not in html.split("正在做的项目")[0]


def test_figures_are_counted(client, page, team):
    MembershipFactory.create_batch(3, team=team, role=MembershipRole.MEMBER)
    MembershipFactory(team=team, ended=True)
    held = ActivityFactory(project__team=team, starts_at=timezone.now() - timedelta(hours=3))
    SignupFactory.create_batch(2, activity=held)
    html = read(client, page)
    assert "<b>3</b><span>位队员</span>" in html
    assert "<b>1</b><span>个场次办完了</span>" in html
    assert "<b>2</b><span>人次参加</span>" in html


def test_name_is_set_as_brand_and_rest(client, page):
    assert "「黎明脚步」<small>健康晨跑群</small>" in read(client, page)


def test_search_engines_are_told_of_the_organization_safely(client, page, team):
    team.contact_phone = "</script><script>alert(1)</script>"
    team.save()
    html = read(client, page)
    assert '"@type": "Organization"' in html
    assert "<script>alert" not in html


def test_second_page_of_a_team_is_refused(home, page, team):
    second = TeamBrandPageFactory.build(team=team, title="又一页", slug="second")
    with pytest.raises(ValidationError, match="已经有品牌页"):
        page.get_parent().add_child(instance=second)


def test_drafts_and_private_pages_are_nowhere(client, page, team):
    hidden = TeamBrandPageFactory(parent=page.get_parent(), draft=True, team__name="没有发布的队伍")
    assert client.get(f"/teams/{hidden.slug}/").status_code == 404
    private = TeamBrandPageFactory(parent=page.get_parent(), team__name="只给里面看的队伍")
    private.view_restrictions.create(restriction_type="login")
    assert client.get(private.get_url()).status_code == 302
    listing = read(client, page.get_parent().specific)
    assert "没有发布的队伍" not in listing
    assert "只给里面看的队伍" not in listing


def test_alias_of_a_private_page_is_private_too(client, home, page):
    from cms.core.services import pages_mirror

    pages_mirror(home=home)
    page.view_restrictions.create(restriction_type="login")
    assert client.get(f"/en/teams/{page.slug}/").status_code == 302


@pytest.mark.parametrize("number", ["0", "999999", "-1", "abc", "1e9", "", "1 OR 1=1"])
def test_any_page_number_gives_a_list(client, page, number):
    assert client.get(page.get_parent().get_url(), {"page": number}).status_code == 200


def fill(team, brand, count: int) -> None:
    for number in range(count):
        ActivityFactory(project=ProjectFactory(team=team, brand=brand), days=1 + number % 30)


def test_queries_are_the_same_with_ten_and_with_three_hundred_projects(client, home, page, team):
    brand = ProjectBrandFactory()
    brand_page = ProjectBrandPageFactory(parent=ProjectBrandIndexPageFactory(parent=home), project_brand=brand)
    urls = [each.get_url() for each in (page, page.get_parent(), brand_page, brand_page.get_parent())]
    fill(team, brand, 10)
    few = [queries_of(client, url) for url in urls]
    fill(team, brand, 290)
    assert [queries_of(client, url) for url in urls] == few
    assert max(few) <= MOST_QUERIES


def test_list_of_teams_has_the_same_queries_for_one_team_and_for_thirty(client, home):
    index = TeamIndexPageFactory(parent=home)
    TeamBrandPageFactory(parent=index)
    one = queries_of(client, index.get_url())
    TeamBrandPageFactory.create_batch(29, parent=index)
    assert queries_of(client, index.get_url()) == one


def test_project_brand_shows_every_team_that_carries_it(client, home):
    brand = ProjectBrandFactory()
    for name in ("东城队", "西城队"):
        ActivityFactory(project=ProjectFactory(brand=brand, team=TeamFactory(name=name)))
    page = ProjectBrandPageFactory(parent=ProjectBrandIndexPageFactory(parent=home), project_brand=brand)
    html = read(client, page)
    assert "东城队" in html
    assert "西城队" in html
