"""The page of projects: words, chips, addresses, pages, HTMX, and input that nobody should send."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.core import generation
from search import snapshot
from tests.factories.catalog import (
    ActivityFactory,
    AudienceFactory,
    DistrictFactory,
    ProjectBrandFactory,
    ProjectFactory,
    ServiceFieldFactory,
    TeamFactory,
)
from tests.search.conftest import ListPage, activity_on

pytestmark = pytest.mark.django_db


def many(number: int, **values) -> None:
    """So many projects with one coming activity each."""
    for _ in range(number):
        ActivityFactory(**values)


# ---------- words


def test_word_inside_a_name_is_found(browse, build_index):
    ActivityFactory(project__title="「四点半学校」作业陪伴")
    ActivityFactory(project__title="河岸捡拾")
    build_index()
    assert browse(q="学校").titles == ["「四点半学校」作业陪伴"]


@pytest.mark.parametrize("query", ["書香連心", "书香", "香", "连心 书香", "書香　連心", "“书香”"])
def test_variants_of_a_query_find_the_brand(browse, build_index, query):
    brand = ProjectBrandFactory(slug="shuxiang", name="「书香连心」")
    ActivityFactory(project=ProjectFactory(title="给山里的孩子寄本好看的", brand=brand))
    build_index()
    assert browse(q=query).count == 1


@pytest.mark.parametrize("query", ["龙源湖", "沁阳", "沁阳市", "环境保护", "环境", "第一次来", "拉链", "队长联盟"])
def test_words_of_place_district_field_audience_text_and_team(browse, build_index, query):
    project = ProjectFactory(
        title="捡拾",
        content="会修拉链最好",
        field=ServiceFieldFactory(slug="environment", name="环境保护"),
        team=TeamFactory(name="队长联盟"),
        audiences=[AudienceFactory(slug="first", name="第一次来")],
    )
    ActivityFactory(project=project, place_name="龙源湖北门", district=DistrictFactory(slug="qinyang", name="沁阳市"))
    ActivityFactory()
    build_index()
    assert browse(q=query).titles == ["捡拾"]


def test_all_words_must_be_found_and_may_be_spread(browse, build_index):
    ActivityFactory(project__title="AED 急救", place_name="龙源湖")
    build_index()
    assert browse(q="急救 龙源湖").count == 1
    assert browse(q="急救 动物园").count == 0


def test_title_before_team_before_text(browse, build_index):
    ActivityFactory(project__title="丙", project__summary="带上望远镜")
    ActivityFactory(project__title="望远镜看月亮")
    ActivityFactory(project__title="乙", project__team__name="望远镜小组")
    build_index()
    assert browse(q="望远镜").titles == ["望远镜看月亮", "乙", "丙"]


def test_labels_are_not_found_across_their_words(browse, build_index):
    ActivityFactory(project__field=ServiceFieldFactory(slug="rescue", name="应急救援"))
    build_index()
    assert browse(q="急救").count == 0
    assert browse(q="救援").count == 1


# ---------- chips, title, address


def test_each_chip_takes_one_condition_away(browse, wednesday):
    activity_on("sat", district=DistrictFactory(slug="jiefang"))
    DistrictFactory(slug="wenxian", name="温县")
    page = browse("?district=jiefang&district=wenxian&when=weekend&free=1&q=&page=1")
    assert list(page.chips) == ["这个周末", "解放区", "温县", "只看还差人的"]
    assert page.chips["温县"] == "/projects/?when=weekend&free=1&district=jiefang"
    assert page.chips["这个周末"] == "/projects/?free=1&district=jiefang&district=wenxian"
    assert 'href="/projects/">全部清除</a>' in page.html


def test_title_names_what_is_filtered(browse, build_index):
    ActivityFactory(project__title="学校")
    build_index()
    assert browse().title.startswith("找志愿服务项目 - ")
    assert browse(district="jiefang").title.startswith("解放区的志愿服务项目 - ")
    assert browse(q="学校").title.startswith("搜「学校」 - ")
    assert browse(q="学校", district="jiefang").title.startswith("「学校」，解放区 - ")


@pytest.mark.parametrize(
    ("query", "canonical", "robots"),
    [
        ("", "/projects/", ""),
        ("?q=&when=&from=&to=&sort=relevance&page=1", "/projects/", ""),
        ("?district=jiefang", "/projects/?district=jiefang", ""),
        ("?field=culture", "/projects/?field=culture", ""),
        ("?utm_source=wechat&district=jiefang", "/projects/?district=jiefang", ""),
        ("?field=culture&district=jiefang", "/projects/?district=jiefang&field=culture", "noindex, follow"),
        ("?when=30days", "/projects/?when=30days", "noindex, follow"),
        ("?sort=newest", "/projects/?sort=newest", "noindex, follow"),
        ("?district=nowhere", "/projects/", ""),
    ],
)
def test_canonical_address_and_what_is_indexed(browse, query, canonical, robots):
    ActivityFactory()
    page = browse(query)
    assert page.canonical == canonical
    assert page.meta("robots") == robots


def test_languages_are_linked_only_where_the_list_is_indexed(browse):
    ActivityFactory()
    assert 'hreflang="en" href="http://testserver/en/projects/?district=jiefang"' in browse(district="jiefang").html
    assert 'hreflang="x-default"' not in browse(when="30days").html


def test_english_list_marks_chinese_text(browse):
    ActivityFactory(project__title="陪伴", project__field=ServiceFieldFactory(slug="culture", name_en="Culture"))
    page = browse(path="/en/projects/")
    assert 'lang="zh-Hans">陪伴</a>' in page.html
    assert ">Culture<" in page.html


# ---------- pages


def test_pages_keep_the_filters(browse):
    many(45)
    ProjectFactory()
    page = browse("?district=jiefang&page=2")
    assert page.count == 45
    assert len(page.titles) == 20
    assert 'href="?district=jiefang&amp;page=3"' in page.html
    assert page.canonical == "/projects/?district=jiefang&page=2"
    assert "（第 2 页）" in page.title


def test_pages_together_show_each_project_once(browse):
    many(45)
    titles = [title for number in (1, 2, 3) for title in browse(page=number).titles]
    assert len(titles) == len(set(titles)) == 45


@pytest.mark.parametrize(("page", "shown"), [("999999", "?page=2"), ("abc", ""), ("0", ""), ("-1", ""), ("", "")])
def test_odd_page_numbers_give_a_page(browse, page, shown):
    many(21)
    assert browse(page=page).canonical == f"/projects/{shown}"


def test_same_address_same_result(browse):
    many(25)
    assert browse(page=2).titles == browse(page=2).titles


# ---------- HTMX


def test_htmx_gets_the_results_and_the_counts(browse):
    many(3)
    page = browse(district="jiefang", headers={"HX-Request": "true", "HX-Target": "found"})
    assert "<html" not in page.html
    assert page.count == 3
    assert page.title.startswith("解放区的志愿服务项目")
    assert re.search(r'id="f-district-jiefang-n" data-hx-swap-oob="innerHTML">3<', page.html)
    assert re.search(r'id="announce" data-hx-swap-oob="innerHTML">\s*3 个项目', page.html)
    assert "HX-Request" in page.response["Vary"]


@pytest.mark.parametrize(
    "more", [{"HX-Target": "found", "HX-History-Restore-Request": "true"}, {"HX-Target": "elsewhere"}, {}]
)
def test_everything_else_gets_the_whole_page(browse, more):
    many(1)
    assert "<html" in browse(headers={"HX-Request": "true", **more}).html


def test_page_is_complete_without_script(browse):
    many(1)
    html = browse().html
    assert '<form class="facets" id="facets" action="/projects/#results"' in html
    assert 'name="q" type="search" form="facets"' in html
    assert "<noscript><button" in html
    assert "csrfmiddlewaretoken" not in html


# ---------- queries


def test_number_of_queries_does_not_grow(browse, build_index):
    asked = ("", "?q=作业", "?district=jiefang&day=weekday&day=weekend&free=1", "?q=作业&district=nowhere&status=over")
    counts: dict[str, list[int]] = {query: [] for query in asked}
    made = 0
    for number in (1, 10, 300):
        many(number - made)
        made = number
        build_index()
        for query in asked:
            browse(query)
            generation.forget()
            with CaptureQueriesContext(connection) as queries:
                browse(query)
            counts[query].append(len(queries))
    for query, (one, ten, three_hundred) in counts.items():
        assert one == ten == three_hundred <= 12, query


@pytest.mark.django_db(transaction=True)
def test_few_queries_when_the_catalog_is_in_memory(browse):
    many(3)
    browse()
    kept = snapshot.current()
    with CaptureQueriesContext(connection) as queries:
        assert browse().count == 3
    assert len(queries) <= 6
    assert snapshot.current() is kept


@pytest.mark.django_db(transaction=True)
def test_memory_is_read_anew_after_a_write(browse):
    activity = ActivityFactory()
    assert browse().count == 1
    activity.project.title = "换了名字"
    activity.project.save()
    ActivityFactory()
    assert browse().count == 2


# ---------- hostile and broken input


@pytest.mark.parametrize(
    "query",
    [
        "?q=" + "学" * 10_000,
        "?q=" + quote("\"'`;--*()[]{}\\%_<script>"),
        "?q=%20%20%09",
        "?q[]=1&district[]=a&district=&district=%20",
        "?page=1e9&page=٣&sort=__class__&free=yes&when=now",
        "?from=0001-01-01&to=9999-12-31",
        "?from=yesterday&to=2026-13-45&when=range",
        "?status=deleted&team=1&team=' OR 1=1&brand=../../etc/passwd",
        "?" + "&".join(f"district=d{number}" for number in range(900)),
        "?q=%F0%9F%92%A9%E2%80%AE%EF%BF%BD",
        "?q=%ff%fe",
        "?when=weekend&when=today&sort=newest&sort=soonest",
    ],
)
def test_broken_input_gives_a_page(browse, query):
    ActivityFactory()
    assert browse(query).response.status_code == 200


@pytest.mark.parametrize("query", ["?q=%00", "?district=a%00b", "?page=%00"])
def test_input_that_means_nothing_is_refused(browse, query):
    browse(query, expect=400)


@pytest.mark.expects_error_log("django.security")
def test_more_values_than_any_form_has_are_refused(browse):
    browse("?" + "&".join(f"x{number}=1" for number in range(1500)), expect=400)


def test_page_says_what_it_left_out(browse):
    ActivityFactory()
    assert "网址里有这里没有的条件，已经去掉。" in browse(district="atlantis").html
    assert "搜索的话太长，只用了前 100 个字。" in browse(q="学" * 200).html
    assert "已经去掉" not in browse(district="jiefang").html


def test_markup_in_the_words_is_shown_as_text(browse):
    ActivityFactory()
    html = browse(q="<script>alert(1)</script>").html
    assert "<script>alert" not in html


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.dictionaries(
        st.sampled_from(["q", "when", "from", "to", "day", "district", "team", "free", "status", "sort", "page"]),
        st.one_of(
            st.text(max_size=30), st.integers().map(str), st.dates().map(str), st.just("weekend"), st.just("range")
        ),
        max_size=6,
    )
)
def test_no_input_breaks_the_page(client, data):
    response = client.get("/projects/", data)
    assert response.status_code in (200, 400)
    if response.status_code == 200:
        assert ListPage(response).title


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_list_is_only_read(client, method):
    assert getattr(client, method)("/projects/").status_code == 405
