"""A new citizen finds 「四点半学校」, signs up, is told, and withdraws: on a phone, with and without JavaScript."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages import CodeScreen, Confirmation, Home, Journey, Me, Outbox, Project, ProjectList, SignupForm
from tests.factories.cities import CROSSING, HOMEWORK, LIBRARY
from tests.servers.site import Site

MOST_SCREENS = 3


@pytest.fixture(params=[True, False], ids=["with_javascript", "without_javascript"])
def phone(request, open_page, site) -> Page:
    """A phone; once with and once without JavaScript."""
    page = open_page(site, size="phone", javascript=request.param)
    page.has_javascript = request.param
    return page


def find_project(page: Page) -> Project:
    """From the first page by a word to the project."""
    found = Home(page).open().search("学校")
    expect(found.titles).to_have_count(3)
    expect(found.titles.filter(has_text=HOMEWORK)).to_be_visible()
    return found.follow(HOMEWORK)


def fill_in(form: SignupForm, *, name: str, contact: str) -> None:
    """Everything that the form asks."""
    form.fill(姓名=name, 出生日期="1990-05-04", 手机号或邮箱=contact)
    form.choose("你能辅导什么", "语文", "英语")
    form.fill(能来几次="4", 从哪里过来="山阳区")
    form.choose("以前做过吗", "否")
    form.consent()


def sign_up(page: Page, outbox: Outbox, *, name: str, contact: str, session: int = 0) -> Confirmation:
    """From the project's page to the confirmation."""
    form = Project(page).sign_up(session)
    fill_in(form, name=name, contact=contact)
    form.submit()
    expect(page.get_by_role("heading", name="填验证码")).to_be_visible()
    CodeScreen(page).enter(outbox.code(contact))
    confirmation = Confirmation(page)
    expect(confirmation.heading).to_contain_text("报上了")
    return confirmation


def test_citizen_searches_filters_signs_up_and_withdraws(phone, site: Site, picture):
    mark = "" if phone.has_javascript else "-without-javascript"
    mail = f"citizen{mark}@example.org"
    outbox = Outbox(phone)

    found = Home(phone).open().search("学校")
    for title in (HOMEWORK, LIBRARY, CROSSING):
        expect(found.titles.filter(has_text=title)).to_be_visible()
    found.narrow("解放区", "只看还差人的")
    expect(found.titles).to_have_text([HOMEWORK])
    expect(found.count).to_have_text("1 个项目")
    query = urlsplit(phone.url).query
    assert {"district=jiefang", "free=1"} <= set(query.split("&"))
    picture(phone, f"citizen-found{mark}")

    project = found.follow(HOMEWORK)
    for words in ("解放区文明使者志愿服务站", "16:30–18:30", "「黎明脚步」健康晨跑群", "李老师", "有保险"):
        expect(phone.get_by_role("main").get_by_text(words).first).to_be_visible()
    picture(phone, f"citizen-project{mark}")

    journey = Journey(phone)
    confirmation = sign_up(phone, outbox, name="王晴", contact=mail)
    assert len(journey.screens) <= MOST_SCREENS, journey.screens
    picture(phone, f"citizen-confirmation{mark}")
    expect(phone.get_by_text(HOMEWORK).first).to_be_visible()
    expect(phone.get_by_text("解放区文明使者志愿服务站").first).to_be_visible()
    for name in ("高德", "百度", "腾讯"):
        assert phone.get_by_role("link", name=re.compile(name)).get_attribute("href").startswith("https://")
    expect(phone.get_by_role("img", name="这份报名的二维码")).to_be_visible()
    calendar = phone.request.get(confirmation.calendar_url)
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert HOMEWORK in calendar.text().replace("\r\n ", "")

    told = outbox.messages(mail).first
    for words in (
        "报名成功",
        HOMEWORK,
        "16:30–18:30",
        "解放区示例路 1 号",
        "李老师",
        "invite.ics",
        site.url + confirmation.path,
    ):
        expect(told).to_contain_text(words)
    picture(outbox.page, f"citizen-outbox{mark}")

    me = Me(phone).open()
    expect(me.next).to_contain_text(HOMEWORK)
    expect(me.next).to_contain_text("已录用")
    picture(phone, f"citizen-me{mark}")

    me.next.get_by_role("link", name="看详情和二维码").click()
    confirmation.withdraw()
    expect(confirmation.heading).to_have_text("报名已经取消")
    me.open()
    expect(me.next).to_have_count(0)
    expect(me.past.filter(has_text=HOMEWORK)).to_contain_text("已取消")
    expect(outbox.messages(mail).first).to_contain_text("报名已取消")
    assert project.path.startswith("/me/")


def test_citizen_signs_up_by_mobile_number(phone):
    number = "13800138001" if phone.has_javascript else "13800138002"
    outbox = Outbox(phone)
    find_project(phone)
    sign_up(phone, outbox, name="赵远", contact=number, session=1)
    told = outbox.messages(number).first
    for words in ("短信", "报名成功", HOMEWORK, "解放区文明使者志愿服务站"):
        expect(told).to_contain_text(words)


def test_failed_validation_keeps_what_was_typed(phone):
    form = find_project(phone).sign_up()
    form.fill(姓名="钱思远", 手机号或邮箱="1380013", 能来几次="3", 从哪里过来="马村区", 想对队伍说的话="我会弹琴")
    form.choose("你能辅导什么", "数学")
    form.submit()

    for words in ("出生日期", "手机号要 11 位", "以前做过吗", "同意"):
        expect(form.problems.filter(has_text=words)).to_be_visible()
    expect(phone).to_have_title(re.compile("^要改一下"))
    for label, value in (
        ("姓名", "钱思远"),
        ("手机号或邮箱", "1380013"),
        ("能来几次", "3"),
        ("从哪里过来", "马村区"),
        ("想对队伍说的话", "我会弹琴"),
    ):
        expect(phone.get_by_label(label)).to_have_value(value)
    expect(phone.get_by_role("group", name="你能辅导什么").get_by_label("数学")).to_be_checked()

    fill_in(form, name="钱思远", contact="siyuan@example.org" if phone.has_javascript else "siyuan2@example.org")
    form.submit()
    expect(phone.get_by_role("heading", name="填验证码")).to_be_visible()


def test_wrong_address_can_be_corrected_without_typing_the_form_again(phone):
    outbox, right = Outbox(phone), f"right-{phone.has_javascript}@example.org".lower()
    form = find_project(phone).sign_up()
    fill_in(form, name="孙可", contact=f"wrong-{phone.has_javascript}@example.org")
    form.submit()
    phone.get_by_role("link", name="填错了，回去改").click()
    expect(phone.get_by_label("姓名")).to_have_value("孙可")
    expect(phone.get_by_role("group", name="你能辅导什么").get_by_label("英语")).to_be_checked()
    form.fill(手机号或邮箱=right)
    form.submit()
    CodeScreen(phone).enter(outbox.code(right))
    expect(Confirmation(phone).heading).to_contain_text("报上了")


def test_expired_session_on_the_way_loses_nothing(phone):
    contact = f"lost-{phone.has_javascript}@example.org".lower()
    outbox = Outbox(phone)
    form = find_project(phone).sign_up()
    fill_in(form, name="周舟", contact=contact)
    form.submit()
    code = outbox.code(contact)
    phone.context.clear_cookies(name="sessionid")
    CodeScreen(phone).enter(code)
    expect(phone.get_by_label("姓名")).to_have_value("周舟")
    expect(phone.get_by_role("group", name="你能辅导什么").get_by_label("语文")).to_be_checked()
    expect(phone.get_by_role("alert")).to_contain_text("你填的还在")


def test_full_activity_leads_to_the_line(phone, site: Site):
    contact = f"line-{phone.has_javascript}@example.org".lower()
    outbox = Outbox(phone)
    phone.goto(site.seeded["addresses"]["signup_full"])
    form = SignupForm(phone)
    fill_in(form, name="吴桐", contact=contact)
    expect(phone.get_by_label("若已满，列入候补")).to_be_checked()
    form.submit()
    CodeScreen(phone).enter(outbox.code(contact))
    expect(Confirmation(phone).heading).to_contain_text("你排在第")


def test_nothing_found_shows_what_to_loosen_and_what_is_near(phone, site: Site):
    phone.goto(site.seeded["addresses"]["nothing_found"])
    listing = ProjectList(phone)
    expect(listing.count).to_have_text("这样的项目，现在还没有")
    phone.get_by_role("link", name=re.compile("^去掉「潜水」，有 [1-9]")).click()
    assert listing.titles.count() > 0
