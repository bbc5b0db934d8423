"""The list of projects in a browser: quicker with script, complete without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.search.seeds import small_city

pytestmark = [pytest.mark.e2e]


@pytest.fixture(scope="module")
def site(running_site_of_module):
    """A site with six coming projects."""
    return running_site_of_module(seed=small_city)


def test_tick_swaps_the_results_and_keeps_the_focus(site, open_page: Callable[..., Page]):
    page = open_page(site)
    page.goto("/projects/")
    expect(page.locator("#results")).to_have_text("6 个项目")
    page.evaluate("window.stays = true")
    page.locator("#f-district-wenxian").check()
    expect(page.locator("#results")).to_have_text("2 个项目")
    expect(page).to_have_url(re.compile(r"/projects/\?district=wenxian$"))
    expect(page).to_have_title(re.compile("^温县的志愿服务项目"))
    expect(page.locator("#f-district-wenxian")).to_be_focused()
    expect(page.locator("#announce")).to_have_text("2 个项目")
    expect(page.locator("#f-district-jiefang-n")).to_have_text("4")
    expect(page.locator("#f-when-any-n")).to_have_text("2")
    assert page.evaluate("window.stays"), "the page was loaded anew"


def test_way_back_shows_what_was_there(site, open_page: Callable[..., Page]):
    page = open_page(site)
    page.goto("/projects/")
    page.locator("#f-district-wenxian").check()
    expect(page.locator("#results")).to_have_text("2 个项目")
    page.go_back()
    expect(page.locator("#results")).to_have_text("6 个项目")
    expect(page.locator("#f-district-wenxian")).not_to_be_checked()


def test_order_and_words_keep_each_other(site, open_page: Callable[..., Page]):
    page = open_page(site)
    page.goto("/projects/")
    page.locator("#q").fill("学校")
    page.locator("#q").press("Enter")
    expect(page.locator("#results")).to_have_text("4 个项目")
    page.locator("#sort").select_option("newest")
    expect(page).to_have_url(re.compile(r"sort=newest"))
    assert "q=" in page.url
    expect(page.locator("#sort")).to_have_value("newest")


def test_nothing_found_leads_on(site, open_page: Callable[..., Page]):
    page = open_page(site)
    page.goto("/projects/?q=学校&district=wenxian")
    expect(page.locator("#results")).to_contain_text("现在还没有")
    page.get_by_role("link", name="去掉「温县」，有 4 个").click()
    expect(page.locator("#results")).to_have_text("4 个项目")


@pytest.mark.parametrize("javascript", [True, False])
def test_filters_of_a_phone(site, open_page: Callable[..., Page], javascript: bool):
    page = open_page(site, size="phone", javascript=javascript)
    page.goto("/projects/")
    expect(page.locator("#facets")).to_be_hidden()
    page.locator(".bar").get_by_role("link", name="筛选").click()
    page.locator("#f-district-wenxian").check()
    page.locator("#show").click()
    expect(page.locator("#results")).to_have_text("2 个项目")
    expect(page.locator("#facets")).to_be_hidden()
    expect(page.locator("#results")).to_be_in_viewport()
    page.get_by_role("link", name=re.compile(r"去掉\s*温县")).click()
    expect(page.locator("#results")).to_have_text("6 个项目")


def test_search_and_order_without_script(site, open_page: Callable[..., Page]):
    page = open_page(site, javascript=False)
    page.goto("/projects/")
    page.locator("#q").fill("捡拾")
    page.get_by_role("button", name="搜索").click()
    expect(page.locator("#results")).to_have_text("2 个项目")
    page.locator("#sort").select_option("newest")
    page.locator(".bar").get_by_role("button", name="排序").click()
    expect(page).to_have_url(re.compile("sort=newest"))
    expect(page.locator("#results")).to_have_text("2 个项目")
