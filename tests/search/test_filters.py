"""What the filters of the list let through and what the numbers beside them say."""

from datetime import timedelta

import pytest

from tests.factories.catalog import (
    ActivityFactory,
    AudienceFactory,
    DistrictFactory,
    ProjectBrandFactory,
    ProjectFactory,
    ServiceFieldFactory,
    TeamFactory,
)
from tests.factories.signups import SignupFactory
from tests.search.conftest import WEDNESDAY, activity_on, on

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("wednesday")]


def full(activity):
    """Nobody gets a place any more."""
    for _ in range(activity.capacity):
        SignupFactory(activity=activity, confirmed=True)
    return activity


def test_full_saturday_and_free_tuesday_are_no_free_saturday(browse):
    both = ProjectFactory(title="周六满、周二空")
    full(activity_on("sat", project=both, capacity=1))
    activity_on("tue", project=both)
    activity_on("sat", project=ProjectFactory(title="周六空"))
    assert sorted(browse().titles) == ["周六满、周二空", "周六空"]
    assert browse(day="weekend", free="1").titles == ["周六空"]
    assert sorted(browse(free="1").titles) == ["周六满、周二空", "周六空"]
    page = browse(day="weekend")
    assert page.number("free", "1") == 1
    assert browse(free="1").number("day", "weekend") == 1
    assert browse(free="1", day="weekend").number("district", "jiefang") == 1


def test_district_and_date_must_hold_for_one_activity(browse):
    project = ProjectFactory()
    activity_on("sat", project=project, district=DistrictFactory(slug="jiefang"))
    activity_on("tue", project=project, district=DistrictFactory(slug="wenxian"))
    assert browse(district="wenxian", when="weekend").count == 0
    assert browse(district="jiefang", when="weekend").count == 1


def test_who_waits_makes_an_activity_full(browse):
    activity = activity_on("sat", capacity=5)
    SignupFactory(activity=activity, waitlisted=True)
    assert browse(free="1").count == 0
    assert browse(status="full").count == 1


def test_places_that_other_sites_count_are_neither_free_nor_full(browse):
    activity_on("sat", project=ProjectFactory(title="在别处报名", external=True))
    activity_on("sat", project=ProjectFactory(title="打电话报名", offline=True))
    activity_on("sat", project=ProjectFactory(title="在本站报名"))
    page = browse()
    assert page.count == 3
    assert page.number("free", "1") == 1
    assert page.number("status", "recruiting") == 3
    assert page.number("status", "full") == 0
    assert browse(free="1").titles == ["在本站报名"]


def test_counts_are_of_projects(browse):
    project = ProjectFactory()
    for day in ("thu", "fri", "sat"):
        activity_on(day, project=project)
    page = browse()
    assert page.count == 1
    assert page.number("district", "jiefang") == page.number("day", "weekday") == page.number("when", "") == 1


def test_counts_of_a_filter_leave_its_own_choice_out(browse):
    for slug, days in {"jiefang": ["sat", "tue"], "wenxian": ["sat"], "boai": ["tue"]}.items():
        for day in days:
            activity_on(day, district=DistrictFactory(slug=slug))
    page = browse(district=["jiefang", "wenxian"], day="weekend")
    assert page.count == 2
    assert [page.number("district", slug) for slug in ("jiefang", "wenxian", "boai")] == [1, 1, 0]
    assert [page.number("day", day) for day in ("weekday", "weekend")] == [1, 2]


def test_several_values_of_a_filter_widen_it(browse):
    for slug in ("culture", "law", "rescue"):
        activity_on("sat", project__field=ServiceFieldFactory(slug=slug))
    assert browse(field=["culture", "law"]).count == 2


def test_project_filters(browse):
    brand, team, audience = ProjectBrandFactory(), TeamFactory(), AudienceFactory()
    project = ProjectFactory(title="都有", brand=brand, team=team, audiences=[audience])
    activity_on("sat", project=project)
    activity_on("sat")
    for query in ({"brand": brand.slug}, {"team": team.public_id}, {"audience": audience.slug}):
        page = browse(**query)
        assert page.titles == ["都有"]
        name, value = next(iter(query.items()))
        assert page.number(name, value) == 1


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("today", {"wed"}),
        ("weekend", {"sat", "sun"}),
        ("7days", {"wed", "thu", "sat", "sun", "tue"}),
        ("30days", {"wed", "thu", "sat", "sun", "tue", "later"}),
    ],
)
def test_words_for_a_time(browse, when, found):
    for day in ("wed", "thu", "sat", "sun", "tue"):
        activity_on(day, project__title=day)
    start = on("wed") + timedelta(days=20)
    ActivityFactory(starts_at=start, project__title="later")
    ActivityFactory(starts_at=on("wed") + timedelta(days=40), project__title="much later")
    page = browse(when=when)
    assert set(page.titles) == found
    assert page.number("when", when) == len(found)


def test_days_of_ones_own(browse):
    for day in ("thu", "fri", "sat"):
        activity_on(day, project__title=day)
    assert browse(**{"when": "range", "from": "2026-12-04", "to": "2026-12-04"}).titles == ["fri"]
    assert browse(**{"from": "2026-12-04"}).titles == ["fri", "sat"]
    assert browse(**{"to": "2026-12-03"}).titles == ["thu"]
    assert browse(**{"from": "2026-12-05", "to": "2026-12-03"}).count == 3  # turned round
    assert browse(**{"when": "today", "from": "2026-12-05"}).count == 0  # the word holds
    assert "2026-12-04 至 2026-12-05" in browse(**{"from": "2026-12-04", "to": "2026-12-05"}).chips


def test_city_time_decides_the_day(browse):
    """1 a.m. on Saturday in the city is still Friday in UTC."""
    activity_on("sat", hour=1)
    assert browse(day="weekend").count == 1
    assert browse(day="weekday").count == 0


def test_several_days_touch_weekday_and_weekend(browse):
    activity_on("fri", ends_at=on("sun"))
    for query in ({"day": "weekday"}, {"day": "weekend"}, {"when": "weekend"}):
        assert browse(**query).count == 1


def test_what_ends_leaves_the_list_without_any_write(browse, wednesday):
    activity_on("wed", hour=13, project__title="今天")
    assert browse().count == 1
    wednesday.move_to(on("wed", 16))
    assert browse().count == 0
    assert browse(status="over").titles == ["今天"]


def test_sign_up_opens_and_closes_by_the_clock(browse, wednesday):
    activity_on("sat", signup_opens_at=on("thu"), signup_closes_at=on("fri"))
    for moment, status in ((on("wed"), "not_yet_open"), (on("thu", 15), "recruiting"), (on("fri", 15), "closed")):
        wednesday.move_to(moment)
        page = browse()
        shown = {name: page.number("status", name) for name in ("not_yet_open", "recruiting", "closed")}
        assert shown == {name: int(name == status) for name in shown}


def test_first_those_that_recruit_then_the_soonest(browse):
    full(activity_on("thu", project__title="满员", capacity=1))
    activity_on("sat", project__title="后开始")
    activity_on("fri", project__title="先开始")
    activity_on("fri", project__title="已截止", signup_closes_at=WEDNESDAY - timedelta(hours=1))
    assert browse().titles == ["先开始", "后开始", "满员", "已截止"]
    assert browse(sort="soonest").titles == ["满员", "先开始", "已截止", "后开始"]


def test_newest_first(browse):
    for hours, title in ((1, "新"), (30, "旧"), (9, "中")):
        activity_on("sat", project__title=title, project__published_at=WEDNESDAY - timedelta(hours=hours))
    assert browse(sort="newest").titles == ["新", "中", "旧"]


def test_row_shows_the_activity_that_satisfies_the_filters(browse):
    project = ProjectFactory()
    activity_on("thu", project=project, place_name="周四的地方")
    activity_on("sat", project=project, place_name="周六的地方")
    assert "周四的地方" in browse().html
    page = browse(day="weekend")
    assert "周六的地方" in page.html
    assert "周四的地方" not in page.html


def test_row_says_why_nobody_can_sign_up(browse):
    activity_on("fri", signup_closes_at=WEDNESDAY - timedelta(hours=1))
    activity_on("sat", signup_opens_at=on("thu"))
    html = browse().html
    assert "报名截止" in html
    assert "12月3日 周四开始报名" in html


@pytest.mark.parametrize("trait", ["draft", "in_review", "withdrawn"])
def test_what_is_not_public_is_neither_found_nor_counted(browse, build_index, trait):
    activity_on("sat", project=ProjectFactory(title="秘密计划", **{trait: True}))
    activity_on("sat", project=ProjectFactory(title="公开计划"))
    build_index()
    for query in ({}, {"q": "计划"}, {"status": "over"}, {"q": "秘密"}, {"status": ["recruiting", "over"]}):
        page = browse(**query)
        assert "秘密" not in strip_query(page)
        assert page.number("district", "jiefang") <= 1 if page.count else True


def strip_query(page) -> str:
    """The page without the words that the visitor typed."""
    return page.html.replace('value="秘密"', "").replace("「秘密」", "")


def test_finished_cancelled_and_empty_projects_are_over(browse):
    ActivityFactory(project=ProjectFactory(title="已结项", finished=True), over=True)
    ActivityFactory(project=ProjectFactory(title="已取消", cancelled=True))
    ActivityFactory(project=ProjectFactory(title="场次取消了"), cancelled=True)
    ProjectFactory(title="没有场次")
    assert browse().count == 0
    page = browse(status="over")
    assert sorted(page.titles) == sorted(["已结项", "已取消", "场次取消了", "没有场次"])
    assert "近期没有场次" not in page.html


def test_free_places_are_right_after_a_sign_up(browse, django_db_blocker):
    activity = activity_on("sat", capacity=1)
    assert browse(free="1").count == 1
    SignupFactory(activity=activity, confirmed=True)
    assert browse(free="1").count == 0


def test_page_says_how_to_sort_and_keeps_it(browse):
    activity_on("sat")
    assert '<option value="newest" selected>' in browse(sort="newest").html
