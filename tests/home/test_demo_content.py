"""The demo city's words: references resolve, notices are complete, Chinese is set as Chinese, nobody real is named."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from datetime import time
from enum import Enum

import pytest

from home.demo.content import pages
from home.demo.content.brands import PROJECT_BRANDS
from home.demo.content.city import AUDIENCES, CITY, DISTRICTS, SERVICE_FIELDS
from home.demo.content.form_questions import QUESTIONS, SETS
from home.demo.content.holidays import HOLIDAYS
from home.demo.content.notices import notices
from home.demo.content.pages import english
from home.demo.content.people import NOTES, REASONS, VOLUNTEER_NAMES
from home.demo.content.places import PLACES
from home.demo.content.projects import TEMPLATES
from home.demo.content.shapes import Pattern, QuestionType, SignupKind
from home.demo.content.teams import TEAMS

NOTICES = list(notices())
CHINESE = (
    CITY,
    DISTRICTS,
    SERVICE_FIELDS,
    AUDIENCES,
    TEAMS,
    PLACES,
    PROJECT_BRANDS,
    TEMPLATES,
    QUESTIONS,
    SETS,
    VOLUNTEER_NAMES,
    NOTES,
    REASONS,
    *(getattr(pages, name) for name in pages.__all__),
)
ENGLISH_FIELDS = {"name_en", "site_name_en", "slogan_en", "demo_notice_en", "title_en", "text_en"}
HAN = "\u3400-\u9fff"
HALF_WIDTH = re.compile(
    rf"[{HAN}」』”）]\s*[,;:!?()]|[,;:!?()]\s*[{HAN}「『“（]|[{HAN}]\.(?![A-Za-z0-9])|[{HAN}]['\"]|['\"][{HAN}]"
)
PHONE = re.compile(r"(?<!\d)(?:0\d{2,3}-\d{7,8}|1\d{10})(?!\d)")
MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
#: Officialese, placeholders, and what no notice may ask for.
FORBIDDEN = (
    "真实身份证",
    "身份证复印件",
    "身份证照片",
    "银行卡密码",
    "特此",
    "兹",
    "广大市民",
    "高度重视",
    "深入贯彻",
    "积极响应",
    "进一步",
    "务必",
    "TODO",
    "待定",
    "占位",
    "张三",
    "李四",
)


def texts(value: object, *, english: bool = False) -> Iterator[str]:
    """Every string in a tree of dataclasses and tuples."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if english or field.name not in ENGLISH_FIELDS:
                yield from texts(getattr(value, field.name), english=english)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts(item, english=english)


def slugs(rows: tuple) -> set[str]:
    return {row.slug for row in rows}


@pytest.mark.parametrize(
    "rows",
    [
        DISTRICTS,
        SERVICE_FIELDS,
        AUDIENCES,
        TEAMS,
        PLACES,
        PROJECT_BRANDS,
        TEMPLATES,
        QUESTIONS,
        SETS,
        HOLIDAYS,
        pages.CAMPAIGNS,
        pages.STORIES,
        (*pages.STANDARD_PAGES, *pages.INDEX_PAGES, pages.CONTACT_PAGE),
    ],
    ids=lambda rows: type(rows[0]).__name__,
)
def test_slugs_are_unique_and_fit_an_address(rows):
    assert [slug for slug, count in Counter(row.slug for row in rows).items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.slug) for row in rows)


def test_names_and_titles_are_unique():
    for names in (
        [team.name for team in TEAMS],
        [team.phone for team in TEAMS],
        [place.name for place in PLACES],
        [notice.title for notice in NOTICES],
        VOLUNTEER_NAMES,
    ):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_catalog_is_as_large_as_a_city():
    assert len(TEMPLATES) >= 120
    assert 300 <= len(NOTICES) <= 400
    assert len(TEAMS) >= 40
    assert len(PLACES) >= 85
    assert sum(team.is_brand for team in TEAMS) == len(PROJECT_BRANDS) == len(pages.CAMPAIGNS) == 4
    assert len(pages.STORIES) == 10
    assert min(Counter(template.field for template in TEMPLATES).values()) >= 6
    assert {template.field for template in TEMPLATES} == slugs(SERVICE_FIELDS)
    assert {notice.place.district for notice in NOTICES} == slugs(DISTRICTS)
    assert {notice.team.slug for notice in NOTICES} == slugs(TEAMS)
    assert {notice.signup.kind for notice in NOTICES} == set(SignupKind)
    assert all(Counter(template.brand for template in TEMPLATES)[brand.slug] >= 2 for brand in PROJECT_BRANDS)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.slug)
def test_template_is_a_complete_notice(template):
    assert template.field in slugs(SERVICE_FIELDS)
    assert template.brand is None or template.brand in slugs(PROJECT_BRANDS)
    assert template.campaign in {"", *slugs(pages.CAMPAIGNS)}
    assert template.questions in slugs(SETS)
    assert template.audiences
    assert set(template.audiences) <= slugs(AUDIENCES)
    assert template.editions
    for lines in (template.steps, template.conditions, template.risks, template.guarantees):
        assert isinstance(lines, tuple)
        assert lines
        assert all(line and not line.endswith("。") and len(line) <= 60 for line in lines)
    assert 3 <= len(template.steps) <= 5
    assert template.beneficiary
    assert any("保险" in line for line in template.guarantees)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.slug)
def test_notices_of_a_template_agree_with_themselves(template):
    for notice in (notice for notice in NOTICES if notice.template is template):
        assert 4 <= len(notice.title) <= 30
        assert notice.summary.endswith("。")
        assert len(notice.summary) <= 120
        low, high = notice.capacity
        assert 1 <= low <= high
        assert 20 <= notice.schedule.minutes <= 540
        assert notice.schedule.starts
        assert all(time(5) <= start <= time(21, 30) for start in notice.schedule.starts)
        assert all(1 <= month <= 12 for month in notice.schedule.months)
        if notice.schedule.pattern == Pattern.HOLIDAY:
            assert notice.schedule.holiday in slugs(HOLIDAYS)
        else:
            assert notice.schedule.weekdays
        if notice.signup.kind == SignupKind.EXTERNAL:
            assert notice.signup.url.startswith("https://partner.example.org/")
        elif notice.signup.kind != SignupKind.FORM:
            assert notice.team.contact in notice.signup.instructions
        assert not re.search(r"[{}]", notice.signup.instructions)


def test_everyday_projects_can_be_found():
    """What people type in the first days is there, in titles or summaries."""
    everything = "\n".join(notice.title + notice.summary for notice in NOTICES)
    for words in (
        "四点半学校：放学后作业陪伴",
        "AED 培训",
        "急救培训",
        "写作业辅导",
        "换书",
        "晨跑领跑",
        "出站口引路",
        "陪老人读报",
        "义剪",
        "磨刀",
        "量血压",
        "捡拾垃圾",
        "河道巡护",
        "植树",
        "交通劝导",
        "法律咨询",
        "反诈宣讲",
        "科普实验",
        "手机课",
        "盲人观影",
        "读书陪伴",
        "防汛沙袋演练",
        "旧衣整理",
        "心理热线",
    ):
        assert words in everything, words


def test_time_place_and_task_agree():
    by_template = {template.slug: [] for template in TEMPLATES}
    for notice in NOTICES:
        by_template[notice.template.slug].append(notice)
    for notice in by_template["sidianban-homework"]:
        assert notice.schedule.pattern == Pattern.SCHOOL_DAYS
        assert notice.schedule.starts == (time(16, 30),)
        assert notice.schedule.minutes == 120
        assert notice.place.kind in {"community", "station"}
    assert all(notice.schedule.starts == (time(6, 30),) for notice in by_template["morning-run"])
    assert all(notice.place.kind == "scenic" for notice in by_template["wuyi-guide"] + by_template["shiyi-guide"])
    assert {notice.place.kind for notice in by_template["blood-donation"]} == {"square", "campus"}
    assert {notice.place.kind for notice in by_template["school-gate"]} == {"school"}


def test_references_of_pages_and_people_resolve():
    titles = {notice.title for notice in NOTICES}
    for team in TEAMS:
        assert team.district in slugs(DISTRICTS)
        assert set(team.fields) <= slugs(SERVICE_FIELDS)
        assert team.is_brand == (team.founded is None)
    for place in PLACES:
        assert place.district in slugs(DISTRICTS)
    assert {brand.team for brand in PROJECT_BRANDS} <= slugs(TEAMS)
    assert {story.team for story in pages.TEAM_STORIES} == {team.slug for team in TEAMS if team.is_brand}
    for campaign in pages.CAMPAIGNS:
        assert campaign.holiday in slugs(HOLIDAYS)
        assert set(campaign.query.fields) <= slugs(SERVICE_FIELDS)
        assert set(campaign.query.districts) <= slugs(DISTRICTS)
        assert set(campaign.query.brands) <= slugs(PROJECT_BRANDS)
        assert all(partner.name.endswith("（虚构）") for partner in campaign.partners)
    for story in pages.STORIES:
        assert set(story.teams) <= slugs(TEAMS)
        assert set(story.projects) <= titles
        assert story.campaign in {"", *slugs(pages.CAMPAIGNS)}


@pytest.mark.parametrize("campaign", pages.CAMPAIGNS, ids=lambda campaign: campaign.slug)
def test_campaign_query_finds_its_projects(campaign):
    found = [
        notice
        for notice in NOTICES
        if notice.template.campaign == campaign.slug
        and any(word in notice.title + notice.summary for word in campaign.query.words)
        and (not campaign.query.fields or notice.template.field in campaign.query.fields)
    ]
    assert found
    assert len(found) == sum(notice.template.campaign == campaign.slug for notice in NOTICES)


def test_places_lie_near_their_district():
    towns = {district.slug: district for district in DISTRICTS}
    assert len({(place.latitude, place.longitude) for place in PLACES}) == len(PLACES)
    for place in PLACES:
        town = towns[place.district]
        # Scenic spots, dykes and mountains lie outside of the towns, within their county.
        reach = 0.3 if place.kind in {"scenic", "river", "hill"} else 0.03
        assert abs(place.latitude - town.latitude) <= reach, place.slug
        assert abs(place.longitude - town.longitude) <= reach, place.slug


def test_question_sets_ask_known_questions_in_a_sensible_number():
    choice = {QuestionType.SINGLE_CHOICE, QuestionType.MULTIPLE_CHOICE}
    for question in QUESTIONS:
        assert (len(question.choices) >= 2) == (question.type in choice), question.slug
        assert len(set(question.choices)) == len(question.choices)
    for questions in SETS:
        assert set(questions.questions) <= slugs(QUESTIONS)
        assert 1 <= len(set(questions.questions)) == len(questions.questions) <= 6
    assert {question.type for question in QUESTIONS} == set(QuestionType)
    used = {template.questions for template in TEMPLATES}
    assert used == slugs(SETS)
    assert {slug for questions in SETS for slug in questions.questions} == slugs(QUESTIONS)


def test_history_is_the_published_one_in_order():
    years = [int(match.group()) for entry in pages.TIMELINE if (match := re.search(r"\d{4}", entry.year))]
    assert years == sorted(years)
    assert years == [1994, 2007, 2009, 2010, 2010, 2011, 2012, 2012, 2013, 2022]
    assert sum(entry.on_home for entry in pages.TIMELINE) == 4


def test_chinese_is_set_with_full_width_punctuation():
    wrong = [text for text in texts(CHINESE) if HALF_WIDTH.search(text)]
    assert wrong == []


def test_texts_are_neat():
    for text in texts((CHINESE, english.HOME_EN, english.STANDARD_PAGES_EN), english=True):
        assert text == text.strip(), text
        assert "  " not in text, text
        assert not re.search(r"。。|，，|，。|。，|、、", text), text


def test_no_forbidden_words():
    found = {word: text for text in texts(CHINESE) for word in FORBIDDEN if word in text}
    assert found == {}


def test_contacts_are_visibly_fictional():
    everything = "\n".join(texts((CHINESE, english.HOME_EN, english.STANDARD_PAGES_EN), english=True))
    assert all(re.fullmatch(r"0391-0000\d{3}", phone) for phone in PHONE.findall(everything))
    assert all(re.search(r"(^|[.@])example\.org\.?$", mail) for mail in MAIL.findall(everything))
    assert all(re.fullmatch(r"0391-0000\d{3}", team.phone) for team in TEAMS)


def test_goals_are_named_as_goals():
    assert all(campaign.goal_text.startswith("目标") for campaign in pages.CAMPAIGNS)
