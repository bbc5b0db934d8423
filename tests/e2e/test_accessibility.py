"""Every kind of public page, on a phone and on a desk's screen, in light and in dark: axe, the console, other hosts, 320 px.

A page that is only reached by doing something is in SCREENS; all others are addresses of the small city.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e import audit
from tests.e2e.conftest import log_in_as
from tests.e2e.pages import SignupForm
from tests.factories.cities import PUBLIC_PAGES
from tests.servers import browser as chromium
from tests.servers.site import Site

PEOPLE = {
    "volunteer": [
        "me",
        "profile",
        "signup_confirmed",
        "signup_waitlisted",
        "signup_over",
        "signup_withdrawn",
        "signup_cancelled",
    ],
    "newcomer": ["me", "signup"],
    "undecided": ["consent"],
    "leader": ["team_tools", "form_builder", "question", "form_preview", "roster"],
}
VISITS = [("", name) for name in PUBLIC_PAGES] + [(person, name) for person, names in PEOPLE.items() for name in names]
ENGLISH = [
    "home",
    "list",
    "found",
    "nothing_found",
    "project_homework",
    "signup",
    "team",
    "campaign",
    "help",
    "privacy",
    "login",
]


@pytest.fixture(scope="module")
def contexts(
    browser: Browser, site: Site
) -> Iterator[Callable[[str, str], tuple[BrowserContext, chromium.BrowserGuard]]]:
    """`contexts(person, size)`: a watched window of somebody who is logged in ("": nobody), kept for all pages of that kind."""
    made: dict[tuple[str, str], tuple[BrowserContext, chromium.BrowserGuard]] = {}

    def get(person: str, size: str) -> tuple[BrowserContext, chromium.BrowserGuard]:
        if (person, size) not in made:
            context = browser.new_context(**chromium.context_args(size), base_url=site.url)
            guard = chromium.BrowserGuard()
            guard.watch(context)
            made[person, size] = (context, guard)
        return made[person, size]

    yield get
    for context, _guard in made.values():
        context.close()


@pytest.fixture
def check(contexts, site: Site) -> Callable[..., None]:
    """`check(visit, person="")`: audit the page to which `visit(page)` leads, at both sizes and at 320 px."""

    def audited(visit: Callable[[Page], None], person: str = "") -> None:
        found = []
        for size in chromium.SIZES:
            context, guard = contexts(person, size)
            guard.seen.clear()
            page = context.new_page()
            if person:
                log_in_as(page, site, person)
            visit(page)
            found += [f"{size} {problem}" for problem in audit.problems(page)]
            if size == "phone":
                found += audit.overflow(page)
            found += [f"{size} {problem}" for problem in guard.problems]
            page.close()
        assert not found, "\n".join(found)

    return audited


@pytest.mark.parametrize(("person", "name"), VISITS, ids=[f"{name}-{person or 'anybody'}" for person, name in VISITS])
def test_page_is_accessible(site: Site, check, person: str, name: str):
    check(lambda page: page.goto(site.seeded["addresses"][name]), person)


@pytest.mark.parametrize("name", ENGLISH)
def test_english_page_is_accessible(site: Site, check, name: str):
    check(lambda page: page.goto(f"/en{site.seeded['addresses'][name]}"))


def _empty_signup(page: Page, site: Site) -> None:
    page.goto(site.seeded["addresses"]["signup"])
    SignupForm(page).submit()
    SignupForm(page).problems.first.wait_for()


def _minor(page: Page, site: Site) -> None:
    page.goto(site.seeded["addresses"]["signup"])
    form = SignupForm(page)
    form.fill(姓名="小明", 出生日期="2015-05-04", 手机号或邮箱="xiaoming@example.org", 能来几次="1", 从哪里过来="家")
    form.choose("你能辅导什么", "语文")
    form.choose("以前做过吗", "否")
    form.consent()
    form.submit()
    page.get_by_role("heading", name="未满 18 岁，请和监护人一起来").wait_for()


def _wrong_log_in(page: Page, site: Site) -> None:
    page.goto(site.seeded["addresses"]["login"])
    page.get_by_role("button", name="获取验证码").click()
    SignupForm(page).problems.first.wait_for()


def _code(page: Page, site: Site) -> None:
    size = page.viewport_size["width"]
    page.goto(site.seeded["addresses"]["login"])
    page.get_by_label("手机号或邮箱").fill(f"code-{size}@example.org")
    page.get_by_role("button", name="获取验证码").click()
    page.get_by_role("heading", name="填验证码").wait_for()


def _wrong_code(page: Page, site: Site) -> None:
    size = page.viewport_size["width"]
    page.goto(site.seeded["addresses"]["login"])
    page.get_by_label("手机号或邮箱").fill(f"wrong-code-{size}@example.org")
    page.get_by_role("button", name="获取验证码").click()
    page.get_by_label("验证码").fill("12345")
    page.get_by_role("button", name="登录").click()
    SignupForm(page).problems.first.wait_for()


def _too_many_codes(page: Page, site: Site) -> None:
    for _number in range(4):
        page.goto(site.seeded["addresses"]["login"])
        page.get_by_label("手机号或邮箱").fill("often@example.org")
        page.get_by_role("button", name="获取验证码").click()
        page.wait_for_load_state()
    page.get_by_role("heading", level=1).wait_for()


def _empty_contact_form(page: Page, site: Site) -> None:
    page.goto(site.seeded["addresses"]["contact"])
    page.get_by_role("button", name="提交").click()
    SignupForm(page).problems.first.wait_for()


def _sent_contact_form(page: Page, site: Site) -> None:
    page.goto(f"{site.seeded['addresses']['contact']}?sent=1")


def _lost_cookie(page: Page, site: Site) -> None:
    page.goto(site.seeded["addresses"]["login"])
    page.get_by_label("手机号或邮箱").fill("lost@example.org")
    page.context.clear_cookies()
    page.get_by_role("button", name="获取验证码").click()
    page.get_by_role("heading", name=re.compile("这张表")).wait_for()


def _nowhere(page: Page, site: Site) -> None:
    assert page.goto("/nowhere/").status == 404


def _bad_request(page: Page, site: Site) -> None:
    assert page.goto("/projects/?q=%00").status == 400


def _open_menu(page: Page, site: Site) -> None:
    page.goto("/")
    if page.locator(".menu > summary").is_visible():
        page.locator(".menu > summary").click()


def _open_filters(page: Page, site: Site) -> None:
    page.goto(f"{site.seeded['addresses']['list']}#facets")


def _large_print(page: Page, site: Site) -> None:
    page.goto(f"/preferences/text/?size=large&next={site.seeded['addresses']['project_homework']}")


SCREENS = {
    "sign-up form with errors": _empty_signup,
    "under 18": _minor,
    "log-in with errors": _wrong_log_in,
    "code": _code,
    "wrong code": _wrong_code,
    "too many codes": _too_many_codes,
    "contact form with errors": _empty_contact_form,
    "contact form sent": _sent_contact_form,
    "403 of a form": _lost_cookie,
    "404": _nowhere,
    "400": _bad_request,
    "open menu": _open_menu,
    "open filters": _open_filters,
    "large print": _large_print,
}


@pytest.mark.parametrize("name", SCREENS)
def test_screen_is_accessible(site: Site, check, name: str):
    check(lambda page: SCREENS[name](page, site))


def test_every_public_page_is_audited(site: Site):
    """A page that the small city gains is audited as well."""
    own = {name for names in PEOPLE.values() for name in names} | {"logout", "outbox"}
    assert set(site.seeded["addresses"]) == set(PUBLIC_PAGES) | own
