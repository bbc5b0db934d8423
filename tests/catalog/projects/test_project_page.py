"""What a citizen reads on the page of a project."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.core import links
from catalog.core.models import City
from catalog.core.templatetags.catalog_ui import day_date
from catalog.projects.page import external_site, phone_url
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

pytestmark = pytest.mark.django_db


def page_facts(page) -> dict[str, str]:
    """The four facts under the head."""
    rows = page.all(".facts > div")
    return {row.dt.get_text(): " ".join(row.dd.get_text(" ").split()) for row in rows}


@pytest.fixture
def pages_of_others(monkeypatch):
    """Brand pages as an upper room would register them."""
    monkeypatch.setattr(links, "_finders", {})
    links.register("team", lambda pks: {pk: f"/teams/{pk}/" for pk in pks})
    links.register("project_brand", lambda pks: {pk: f"/brands/{pk}/" for pk in pks})


def test_everything_a_recruitment_notice_must_publish_is_there(read):
    """志愿服务条例 art. 12: time, place, content, conditions, number, how to apply, risks, guarantees, contact."""
    project = ProjectFactory(
        title="河边捡垃圾",
        summary="一个上午，把河岸还给白鹭。",
        content="领手套和夹子\n沿河走两公里",
        conditions="年满 18 岁\n能走路",
        risks="河边湿滑",
        guarantees="有保险",
        beneficiary="住在河边的人",
        contact_name="王老师",
        contact_phone="0391-1234567",
        audiences=[AudienceFactory(slug="families", name="一家人")],
    )
    ActivityFactory(project=project, place_name="大沙河公园东门", address="示例路 8 号", capacity=12)
    page = read(project)
    for words in (
        *(
            "河边捡垃圾",
            "一个上午，把河岸还给白鹭。",
            "领手套和夹子",
            "沿河走两公里",
            "年满 18 岁",
            "能走路",
            "河边湿滑",
            "有保险",
        ),
        *("住在河边的人", "王老师", "0391-1234567", "一家人", "大沙河公园东门", "示例路 8 号", "解放区", "文化教育"),
        *("要 12 人，已有 0 人", "怎么报名", "招募中"),
    ):
        assert words in page.text
    assert page.one("a[href='tel:03911234567']").get_text() == "0391-1234567"
    assert project.team.name in page.text
    assert [each["href"] for each in page.all("a[href*='map']")]


def test_team_and_brand_lead_to_their_pages(read, pages_of_others):
    project = ProjectFactory(brand=ProjectBrandFactory())
    page = read(project)
    assert page.one(f"a[href='/teams/{project.team_id}/']").get_text() == "看队伍主页"
    assert page.one(f"a[href='/brands/{project.brand_id}/']").get_text() == "「四点半学校」"


def test_a_team_without_a_page_leads_to_its_projects_and_a_brand_nowhere(read, monkeypatch):
    monkeypatch.setattr(links, "_finders", {})
    project = ProjectFactory(brand=ProjectBrandFactory())
    page = read(project)
    assert page.one(f"a[href='/projects/?team={project.team.public_id}']").get_text() == "看队伍的项目"
    assert page.one("span.tag--brand").get_text() == "「四点半学校」"


# ---------- words of each activity


def test_free_places_are_counted_from_the_sign_ups(read):
    activity = ActivityFactory(capacity=3)
    SignupFactory(activity=activity)
    SignupFactory(activity=activity, withdrawn=True)
    page = read(activity.project)
    assert page.words(".session .places strong") == ["还差 2 人"]
    assert "要 3 人，已有 1 人" in page.text
    button = page.one(".session a.btn")
    assert button["href"] == activity.get_signup_url()
    assert button.get_text().startswith("报名")


def test_a_full_activity_offers_the_line_with_its_length(read):
    activity = ActivityFactory(capacity=1)
    SignupFactory(activity=activity)
    SignupFactory(activity=activity, waitlisted=True)
    page = read(activity.project)
    assert page.one(".session a.btn")["href"] == activity.get_signup_url()
    assert page.one(".session a.btn").get_text().startswith("候补")
    assert "前面有 1 人" in page.text
    assert "已满，可候补" in page.words(".lede .state")
    assert page.one(".actionbar a").get_text() == "候补"


def test_a_free_place_belongs_to_who_waits(read):
    activity = ActivityFactory(capacity=2)
    SignupFactory(activity=activity, waitlisted=True)
    assert read(activity.project).one(".session a.btn").get_text().startswith("候补")


@pytest.mark.parametrize(
    ("trait", "words"),
    [
        ("closed", "报名截止"),
        ("not_yet_open", "报名未开始"),
        ("running", "进行中"),
        ("cancelled", "已取消"),
    ],
)
def test_an_activity_without_a_button_says_why(read, trait, words):
    activity = ActivityFactory(**{trait: True})
    page = read(activity.project)
    assert page.words(".session .state") == [words]
    assert not page.all(".session a")
    assert not page.all(".actionbar")


def test_it_says_when_sign_up_begins_and_ends(read):
    opens = timezone.now().replace(hour=1, minute=30) + timedelta(days=1)
    project = ProjectFactory()
    ActivityFactory(project=project, signup_opens_at=opens)
    local = timezone.localtime(opens)
    assert f"{local.month}月{local.day}日" in read(project).one(".session__what .muted").get_text()
    assert "09:30 开始报名" in read(project).text


def test_past_activities_are_not_offered(read):
    activity = ActivityFactory(over=True)
    page = read(activity.project)
    assert not page.all(".session")
    assert "现在没有安排新的场次" in page.text
    assert page.words(".lede .state") == ["已结束"]


def test_the_bar_and_the_facts_name_the_next_free_activity(read):
    project = ProjectFactory()
    ActivityFactory(project=project, days=2, closed=True)
    full = ActivityFactory(project=project, days=3, capacity=1)
    SignupFactory(activity=full)
    free = ActivityFactory(project=project, days=4, capacity=5)
    page = read(project)
    assert page.one(".actionbar a")["href"] == free.get_signup_url()
    assert "还差 5 人" in page.one(".actionbar").get_text()
    assert page_facts(page)["最近还差"].startswith("5 人")


def test_six_activities_are_shown_and_the_others_folded(read):
    project = ProjectFactory()
    for day in range(1, 10):
        ActivityFactory(project=project, days=day)
    page = read(project)
    assert len(page.all("#sessions > ul > li")) == 6
    assert len(page.all("#sessions details li")) == 3
    assert "再看 3 个场次" in page.text


def test_a_rule_of_dates_is_said_as_one(read):
    project = ProjectFactory()
    first = timezone.localtime().replace(hour=16, minute=30, second=0, microsecond=0) + timedelta(days=8)
    first -= timedelta(days=first.weekday())  # a Monday that is not past
    first += timedelta(days=7)
    for week in range(3):
        for day in (0, 2, 4):
            starts_at = first + timedelta(weeks=week, days=day)
            ActivityFactory(project=project, starts_at=starts_at)
    facts = page_facts(read(project))
    assert facts["什么时候"] == "每周一、三、五 16:30–18:30"


def test_dates_without_a_rule_are_listed(read):
    project = ProjectFactory()
    days = [ActivityFactory(project=project, days=day).starts_at for day in (3, 4, 9)]
    facts = page_facts(read(project))
    for day in days:
        assert f"{timezone.localtime(day).month}月{timezone.localtime(day).day}日" in facts["什么时候"]


def test_different_places_are_named_with_each_activity(read):
    project = ProjectFactory()
    ActivityFactory(project=project, days=3, place_name="龙源湖公园")
    ActivityFactory(project=project, days=4, place_name="人民公园")
    page = read(project)
    assert page_facts(page)["在哪里"].startswith("每场地点不同 下一场 龙源湖公园")
    assert ["龙源湖公园" in each for each in page.words(".session__what")] == [True, False]


# ---------- the one way to sign up


def test_another_site_is_marked_before_it_is_entered(read):
    project = ProjectFactory(external=True, external_url="https://signup.example.org/form?id=1")
    ActivityFactory(project=project)
    page = read(project)
    ways = page.all("a[href^='https://signup.example.org']")
    assert {way["href"] for way in ways} == {"https://signup.example.org/form?id=1"}
    assert {" ".join(way["rel"]) for way in ways} == {"noopener nofollow external"}
    assert "将离开本站" in page.one("#how").get_text()
    assert "signup.example.org" in page.one("#how").get_text()
    assert "signup.example.org" in page.one(".actionbar").get_text()
    assert not page.all("a[href*='/signup/']")


def test_places_are_not_guessed_where_people_sign_up_elsewhere(read):
    project = ProjectFactory(external=True)
    ActivityFactory(project=project, capacity=30)
    page = read(project)
    assert "还差" not in page.one("#sessions").get_text()
    assert "要 30 人" in page.one("#sessions").get_text()
    assert page_facts(page)["要多少人"].startswith("每场 30 人")


def test_by_phone_or_in_person_comes_with_instructions_and_the_number(read):
    project = ProjectFactory(
        offline=True, offline_instructions="每天 9 点打电话\n或到站里登记", contact_phone="0391-7654321"
    )
    ActivityFactory(project=project)
    page = read(project)
    assert "每天 9 点打电话" in page.one("#how").get_text()
    assert page.one("#how a.btn")["href"] == "tel:03917654321"
    assert not page.all("a[href*='/signup/']")
    assert "将离开本站" not in page.text


@pytest.mark.parametrize("method", ["external", "offline"])
def test_no_way_is_offered_when_nobody_can_sign_up(read, method):
    project = ProjectFactory(**{method: True})
    ActivityFactory(project=project, closed=True)
    page = read(project)
    assert not page.all("#how a.btn")
    assert not page.all(".actionbar")
    assert "报名截止" in page.one("#sessions").get_text()


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org/a?b=1", "example.org"),
        ("HTTP://Example.ORG/", "example.org"),
        ("https://jiaozuo.gov.cn@evil.example/x", "evil.example"),
        ("https://аpple.com/", "xn--pple-43d.com"),
        ("javascript:alert(1)", None),
        ("httpx://example.org/", None),
        ("http://", None),
        ("http://[bad/", None),
        ("//example.org/", None),
        ("", None),
    ],
)
def test_the_host_that_is_named_is_the_one_that_is_entered(url, host):
    site = external_site(url)
    assert (site.host if site else None) == host


@pytest.mark.parametrize(
    ("number", "url"),
    [
        ("0391-1234567", "tel:03911234567"),
        ("138 0000 0000", "tel:13800000000"),
        ("+86 391 1234567", "tel:+863911234567"),
        ("0391-1234567 转 801", "tel:03911234567,801"),
        ("138****0000", ""),
        ("见队伍主页", ""),
        ("", ""),
    ],
)
def test_only_a_number_that_can_be_dialled_is_a_link(number, url):
    assert phone_url(number) == url


# ---------- around it


def test_related_projects_are_the_nearest_kin_that_still_take_place(read):
    brand, field = ProjectBrandFactory(), ServiceFieldFactory()
    project = ActivityFactory(project__brand=brand, project__field=field).project
    far = DistrictFactory(slug="wenxian", name="温县")
    other_field = {"project__field": ServiceFieldFactory(slug="law")}
    same_brand = ActivityFactory(project__brand=brand, days=20, district=far, **other_field).project
    same_field = ActivityFactory(project__field=field, days=2, district=far).project
    same_district = ActivityFactory(days=3, **other_field).project
    for stranger in (
        ActivityFactory(district=far, **other_field),
        ActivityFactory(project__brand=brand, over=True),
        ActivityFactory(project__brand=brand, project__draft=True),
        ActivityFactory(project__brand=brand, cancelled=True),
    ):
        assert stranger.project.title
    assert [link["href"] for link in read(project).all(".similar h3 a")] == [
        each.get_absolute_url() for each in (same_brand, same_field, same_district)
    ]


def test_related_project_that_signs_up_elsewhere_says_so_and_counts_no_places(read):
    brand = ProjectBrandFactory()
    project = ActivityFactory(project__brand=brand).project
    ActivityFactory(project__brand=brand, project__external=True, capacity=31)
    page = read(project)
    side = page.one(".similar .item__side").get_text(" ", strip=True)
    assert side == "在外部网站报名 要 31 人"
    assert not page.all(".similar .gauge")


def test_days_after_the_next_are_named_once_each(read):
    project = ProjectFactory()
    morning = (timezone.localtime() + timedelta(days=3)).replace(hour=8, minute=0, second=0, microsecond=0)
    for days, hours in ((0, 0), (0, 4), (2, 0), (2, 5), (7, 0)):
        starts_at = morning + timedelta(days=days, hours=hours)
        ActivityFactory(project=project, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    when = read(project).all(".facts dd")[0].get_text(" ", strip=True)
    for days in (0, 2, 7):
        assert when.count(day_date(morning + timedelta(days=days))) == 1


def test_the_address_can_be_copied_without_a_script(read):
    project = ProjectFactory()
    page = read(project)
    assert page.one("#share-url")["value"] == f"http://testserver{project.get_absolute_url()}"
    assert page.all(f"a[href='{project.get_absolute_url()}poster/']")


def test_the_english_interface_marks_the_chinese_text_and_is_not_its_translation(read):
    project = ProjectFactory(brand=ProjectBrandFactory())
    ActivityFactory(project=project)
    page = read(project, prefix="/en")
    assert page.one("html")["lang"] == "en"
    for selector in ("h1", ".lede .lead", ".tag--brand", "#work-title ~ .ticks"):
        assert {each.get("lang") for each in page.all(selector)} == {"zh-Hans"}
    assert page.one("link[rel=canonical]")["href"] == f"http://testserver{project.get_absolute_url()}"
    assert not page.all("link[rel=alternate][hreflang]")


def test_the_chinese_page_repeats_no_language(read):
    page = read(ProjectFactory())
    assert page.one("html")["lang"] == "zh-Hans"
    assert not page.all("main [lang]")
    assert not page.all("link[rel=alternate][hreflang]")


def test_messengers_get_title_text_address_and_picture(read):
    project = ProjectFactory(title="河边捡垃圾", summary="把河岸还给白鹭。")
    page = read(project)

    def meta(name):
        return page.one(f"meta[property='og:{name}']")["content"]

    assert meta("title") == "河边捡垃圾"
    assert meta("description") == "把河岸还给白鹭。"
    assert meta("url") == f"http://testserver{project.get_absolute_url()}"
    assert meta("image").startswith("http://testserver/")
    assert meta("image").endswith(".png")
    assert page.one("title").get_text().startswith("河边捡垃圾 - ")


@pytest.mark.parametrize("path", ["", "poster/"])
def test_hostile_text_stays_text(read, path):
    hostile = "</script><script>alert('x')</script>&\"'<!--"
    City.objects.create(name=hostile[:40])
    project = ProjectFactory(
        title=hostile,
        summary=hostile,
        content=hostile,
        conditions=hostile,
        risks=hostile,
        guarantees=hostile,
        beneficiary=hostile,
        contact_name=hostile[:40],
        contact_phone='"><b>call</b>',
        team=TeamFactory(name=hostile, summary=hostile),
    )
    ActivityFactory(project=project, place_name=hostile, address=hostile)
    page = read(f"{project.get_absolute_url()}{path}")
    assert hostile in page.one("h1").get_text()
    assert b"<script>alert" not in page.response.content
    assert b"<b>call" not in page.response.content
    assert not any("alert" in (each.string or "") for each in page.all("script:not([type='application/ld+json'])"))
