"""The screens as a person uses them: what is read and pressed is found by its words, its label or its role."""

import re
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Frame, Locator, Page, expect

GIVE_UP_SECONDS = 15


class Screen:
    """A page that is open in the browser."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def heading(self) -> Locator:
        """The page's own headline."""
        return self.page.get_by_role("heading", level=1)

    @property
    def path(self) -> str:
        """The address without host and fragment."""
        parts = urlsplit(self.page.url)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    @property
    def problems(self) -> Locator:
        """The lines of the summary of what is wrong with a form."""
        return self.page.get_by_role("alert").get_by_role("listitem")


class Journey:
    """Counts the screens that somebody gets to see from now on; a redirect shows none."""

    def __init__(self, page: Page) -> None:
        self.screens: list[str] = []
        page.on("framenavigated", self._note)
        self._main = page.main_frame
        self._last = page.url.partition("#")[0]

    def _note(self, frame: Frame) -> None:
        address = frame.url.partition("#")[0]
        if frame == self._main and address != self._last:
            self.screens.append(address)
            self._last = address


class Home(Screen):
    """The first page."""

    def open(self) -> "Home":
        self.page.goto("/")
        return self

    def search(self, words: str) -> "ProjectList":
        """Type into the search box, press its button."""
        box = self.page.get_by_role("search").first
        box.get_by_role("searchbox").fill(words)
        box.get_by_role("button").click()
        return ProjectList(self.page)


class ProjectList(Screen):
    """The list of projects with its filters."""

    @property
    def titles(self) -> Locator:
        """The headlines of what was found."""
        return self.page.locator("#found").get_by_role("heading", level=3)

    @property
    def count(self) -> Locator:
        """How many projects were found, in words."""
        return self.page.locator("#found").get_by_role("heading", level=2).first

    @property
    def filters(self) -> Locator:
        """The form of filters."""
        return self.page.get_by_role("form", name="筛选项目")

    @property
    def chosen(self) -> Locator:
        """The active filters, each a link that takes it away."""
        return self.page.get_by_role("list", name="已选条件").get_by_role("link")

    def narrow(self, *labels: str) -> None:
        """On a phone: open the filters, tick `labels`, go back to what was found."""
        self.page.get_by_role("link", name="筛选").click()
        for label in labels:
            self.filters.get_by_label(label).check()
        self.filters.get_by_role("button", name=re.compile(r"看 \d+ 个项目")).click()
        self.page.wait_for_url(re.compile("#results$"))
        for label in labels:
            expect(self.chosen.filter(has_text=label)).to_be_visible()

    def follow(self, title: str) -> "Project":
        """Open the project of this title."""
        self.titles.filter(has_text=title).get_by_role("link").click()
        project = Project(self.page)
        expect(project.heading).to_have_text(title)
        return project


class Project(Screen):
    """A project's page."""

    def sign_up(self, session: int = 0) -> "SignupForm":
        """Press 报名 of one session in the list."""
        self.page.get_by_role("region", name="选一个场次").get_by_role("link", name=re.compile("^报名")).nth(
            session
        ).click()
        return SignupForm(self.page)


class SignupForm(Screen):
    """The form of one activity."""

    def fill(self, **values: str) -> None:
        """Type into fields by their labels."""
        for label, value in values.items():
            self.page.get_by_label(re.compile(f"^{re.escape(label)}( （可不填）)?$")).fill(value)

    def choose(self, question: str, *answers: str) -> None:
        """Tick answers of a question with choices."""
        group = self.page.get_by_role("group", name=question)
        for answer in answers:
            group.get_by_label(answer, exact=True).check()

    def consent(self) -> None:
        """Agree to the privacy notice."""
        self.page.get_by_label("我看过了，同意").check()

    def submit(self) -> None:
        """Press 提交报名."""
        self.page.get_by_role("button", name="提交报名").click()


class CodeScreen(Screen):
    """The screen that takes the code of six digits."""

    def enter(self, code: str) -> None:
        """Type the code and go on."""
        self.page.get_by_label("验证码").fill(code)
        self.page.get_by_role("button", name=re.compile("^(完成报名|登录)$")).click()


class Confirmation(Screen):
    """One's own sign-up."""

    def withdraw(self) -> None:
        """Open 取消报名 and confirm it."""
        self.page.locator("summary", has_text="取消报名").click()
        self.page.get_by_role("button", name="确定取消").click()

    @property
    def calendar_url(self) -> str:
        """Where the file for a calendar is."""
        return self.page.get_by_role("link", name="加到日历").get_attribute("href")


class Me(Screen):
    """我的志愿服务."""

    def open(self) -> "Me":
        self.page.goto("/me/")
        return self

    @property
    def next(self) -> Locator:
        """The next activity, shown large."""
        return self.page.locator(
            "section", has=self.page.get_by_role("heading", level=2, name=re.compile("下一次|就在今天"))
        )

    @property
    def past(self) -> Locator:
        """What is over, withdrawn or cancelled."""
        return self.page.get_by_role("region", name="以前的").get_by_role("listitem")


class Outbox(Screen):
    """The developer's page of mail and SMS, in a window of its own."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.context.new_page())

    def messages(self, to: str) -> Locator:
        """What was sent to this address, newest first."""
        self.page.goto("/outbox/")
        return (
            self.page.get_by_role("main")
            .get_by_role("listitem")
            .filter(has_text=re.compile(rf"发给 (\+86)?{re.escape(to)}"))
        )

    def code(self, to: str) -> str:
        """The newest code for this address."""
        newest = self.messages(to).first
        expect(newest).to_be_visible()
        return newest.get_by_test_id("code").inner_text()


class Staff(Screen):
    """The admin."""

    def log_in(self, name: str, password: str, then: str = "/admin/") -> None:
        """Log in with a password, led here by the page that needs it."""
        self.page.goto(then)
        self.page.get_by_role("link", name="工作人员用密码登录").or_(self.page.get_by_label("密码")).first.wait_for()
        if self.page.get_by_role("link", name="工作人员用密码登录").count():
            self.page.get_by_role("link", name="工作人员用密码登录").click()
        self.page.get_by_label("邮箱、手机号或账号").fill(name)
        self.page.get_by_label("密码").fill(password)
        self.page.get_by_role("main").get_by_role("button", name="登录").click()
        self.page.wait_for_url(f"**{then}")


def come_back_until(page: Page, path: str, is_there: Callable[[Page], bool]) -> None:
    """Load `path` again until `is_there`: public pages may be a second old."""
    give_up_at = time.monotonic() + GIVE_UP_SECONDS
    while True:
        page.goto(path)
        if is_there(page):
            return
        assert time.monotonic() < give_up_at, f"{path} did not change within {GIVE_UP_SECONDS} s"
