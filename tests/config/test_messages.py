"""The catalogues of ``config/locale`` and the module that keeps them."""

import json
from datetime import date
from pathlib import Path

import polib
import pytest
from django.test import RequestFactory
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.views.i18n import JavaScriptCatalog

from config import messages


def entry(msgid: str, msgstr: str = "", **more) -> polib.POEntry:
    return polib.POEntry(msgid=msgid, msgstr=msgstr, **more)


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("还有 %(count)s 个名额", "%(count)s places left"),
        ("第 %s 页，共 %s 页", "Page %s of %s"),
        ("已满 100%%", "100%% full"),
        ("{name}，你好", "Hello {name}"),
        ('<a href="%(url)s">报名</a>', '<a href="%(url)s">Sign up</a>'),
        ("还没有翻译 %(name)s", ""),
        ("报名已满 50%，还能报", "Half of the places are left"),
    ],
)
def test_translation_with_the_same_placeholders_is_accepted(msgid: str, msgstr: str) -> None:
    assert not messages.placeholders_differ(entry(msgid, msgstr))


@pytest.mark.parametrize(
    ("msgid", "msgstr"),
    [
        ("还有 %(count)s 个名额", "places left"),
        ("还有 %(count)s 个名额", "%(number)s places left"),
        ("还有 %(count)d 个名额", "%(count)s places left"),
        ("第 %s 页，共 %s 页", "Page %s"),
        ("{name}，你好", "Hello {team}"),
        ('<a href="%(url)s">报名</a>', "Sign up: %(url)s"),
        ("<strong>已满</strong>", "<em>Full</em>"),
    ],
)
def test_lost_or_invented_placeholder_is_found(msgid: str, msgstr: str) -> None:
    assert messages.placeholders_differ(entry(msgid, msgstr))


def test_plural_form_may_leave_out_the_number_that_the_singular_leaves_out() -> None:
    page = {"msgid": "1 page", "msgid_plural": "%(count)s pages"}
    assert not messages.placeholders_differ(polib.POEntry(**page, msgstr_plural={0: "%(count)s 个页面"}))
    assert messages.placeholders_differ(polib.POEntry(**page, msgstr_plural={0: "%(total)s 个页面"}))


def test_every_compiled_file_is_what_its_catalogue_compiles_to() -> None:
    assert messages.catalogues()
    assert list(messages.compiled_problems()) == []


def test_nothing_of_the_packages_reaches_a_chinese_page_untranslated() -> None:
    assert list(messages.overlay_problems()) == []


def test_changed_catalogue_without_its_compiled_file_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    messages.catalogue([entry("报名", "Sign up")]).save(str(folder / "django.po"))
    assert len(list(messages.compiled_problems())) == 1
    messages.compile_all()
    assert list(messages.compiled_problems()) == []
    messages.catalogue([entry("报名", "Enrol")]).save(str(folder / "django.po"))
    assert ["out of date" in problem for problem in messages.compiled_problems()] == [True]


def test_refreshing_keeps_translations_and_drops_what_is_no_longer_used() -> None:
    present = messages.catalogue(
        [entry("报名", "Sign up"), entry("旧的", "Old"), entry("候补", "Queue", flags=["fuzzy"])]
    )
    found = messages.catalogue(
        [entry("报名"), entry("候补"), entry("新的"), entry("%(n)s 人", msgid_plural="%(n)s 人")]
    )
    merged = messages.merge(found, present)
    assert {each.msgid: each.msgstr for each in merged} == {
        "%(n)s 人": "",
        "候补": "Queue",
        "报名": "Sign up",
        "新的": "",
    }
    assert merged.find("候补").fuzzy
    assert merged.find("%(n)s 人").msgstr_plural == {0: "", 1: ""}


def test_what_keeps_english_from_being_complete_is_listed() -> None:
    found = messages.catalogue([entry("报名"), entry("候补"), entry("新的"), entry("空的")])
    present = messages.catalogue(
        [entry("报名", "Sign up"), entry("旧的", "Old"), entry("候补", "Queue", flags=["fuzzy"]), entry("空的")]
    )
    assert sorted(messages.english_problems(found, present)) == [
        "en: fuzzy: “候补”",
        "en: no longer used (run --write): “旧的”",
        "en: no translation: “空的”",
        "en: not in the catalogue (run --write): “新的”",
    ]


def test_label_of_ours_that_is_not_chinese_is_found() -> None:
    found = messages.catalogue(
        [entry("Sign up here"), entry("%(count)s：{name}"), entry("扫描 QR 码"), entry("Publish")]
    )
    assert list(messages.foreign_problems(found)) == ["zh_Hans: ours, and not Chinese: “Sign up here”"]


def test_missing_gettext_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> None:
    monkeypatch.setattr(messages.shutil, "which", lambda tool: None)
    assert messages.main(["--check"]) == 2
    assert capsys.readouterr().err == messages.NO_GETTEXT + "\n"


def test_admin_speaks_chinese() -> None:
    with translation.override("zh-hans"):
        assert gettext("Autosave is paused") == "自动保存已暂停"
        assert gettext("Log out") == "退出登录"
        assert gettext("Incorrect code.") == "验证码不对，请核对后重新输入。"
        assert ngettext("Moved up 1 place.", "Moved up %(counter)s places.", 3) == "上移了 %(counter)s 位。"
        assert date_format(date(2025, 12, 6), "D") == "周六"


def test_scripts_of_the_admin_speak_chinese(rf: RequestFactory) -> None:
    with translation.override("zh-hans"):
        answer = JavaScriptCatalog.as_view(packages=["wagtail.admin"])(rf.get("/"))
    assert json.dumps("正在自动保存…") in answer.content.decode()
