"""The catalog in the admin: every save goes through a service, every change of state is asked for first."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.core.models import City, District
from catalog.projects.enums import ProjectState
from catalog.projects.models import Activity, Project
from catalog.signups.enums import SignupState
from catalog.teams.enums import MembershipRole
from catalog.teams.models import Membership, Team
from catalog.volunteers.models import PrivacyNotice
from tests.factories.accounts import ConsentFactory, PrivacyNoticeFactory, UserFactory, VolunteerFactory
from tests.factories.catalog import (
    ActivityFactory,
    DistrictFactory,
    MembershipFactory,
    ProjectFactory,
    ServiceFieldFactory,
    TeamFactory,
)
from tests.factories.signups import SignupFactory
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db

TIME = "%Y-%m-%d %H:%M"


def project_form(**changes) -> dict[str, object]:
    """What the browser sends from the form of a project."""
    form = {
        "title": "社区便民日",
        "summary": "理发、磨刀、量血压。",
        "team": TeamFactory().pk,
        "brand": "",
        "field": ServiceFieldFactory().pk,
        "image": "",
        "beneficiary": "",
        "content": "签到\n开始",
        "conditions": "有耐心",
        "risks": "天热",
        "guarantees": "保险",
        "contact_name": "小菊",
        "contact_phone": "0391-0000102",
        "signup_method": "form",
        "external_url": "",
        "offline_instructions": "",
    }
    return form | changes


def activity_form(activity: Activity, **changes) -> dict[str, object]:
    """What the browser sends from the form of an activity."""
    form = {
        "project": activity.project_id,
        "state": activity.state,
        "starts_at": timezone.localtime(activity.starts_at).strftime(TIME),
        "ends_at": timezone.localtime(activity.ends_at).strftime(TIME),
        "district": activity.district_id,
        "place_name": activity.place_name,
        "address": "",
        "latitude": "",
        "longitude": "",
        "capacity": activity.capacity,
        "signup_opens_at": "",
        "signup_closes_at": timezone.localtime(activity.signup_closes_at).strftime(TIME),
    }
    return form | changes


def test_new_project_is_a_draft_and_next_come_its_dates(editor):
    answer = editor.post("/admin/projects/new/", project_form())
    project = Project.objects.get()
    assert project.state == ProjectState.DRAFT
    assert answer.url == f"/admin/projects/edit/{project.pk}/"
    page = editor.get(answer.url).content.decode()
    for words in ("场次", "报名表", "提交审核"):
        assert words in page


def test_ways_to_sign_up_that_were_not_chosen_are_emptied(editor):
    editor.post("/admin/projects/new/", project_form(external_url="https://example.org/"))
    assert Project.objects.get().external_url == ""


def test_published_project_cannot_lose_what_must_be_published(editor):
    project = ActivityFactory().project
    answer = editor.post(f"/admin/projects/edit/{project.pk}/", project_form(team=project.team_id, risks=""))
    assert answer.status_code == 200
    assert "招募信息还不完整" in answer.content.decode()
    project.refresh_from_db()
    assert project.risks


@pytest.mark.parametrize(
    ("trait", "action", "state"),
    [
        ("draft", "submit", ProjectState.IN_REVIEW),
        ("in_review", "publish", ProjectState.PUBLISHED),
        ("in_review", "return", ProjectState.DRAFT),
        ("withdrawn", "publish", ProjectState.PUBLISHED),
        ("", "withdraw", ProjectState.WITHDRAWN),
        ("", "finish", ProjectState.FINISHED),
    ],
)
def test_state_changes_after_it_was_confirmed(editor, trait, action, state):
    project = ProjectFactory(**({trait: True} if trait else {}))
    ActivityFactory(project=project)
    url = f"/admin/projects/{project.pk}/{action}/"
    before = project.state
    assert editor.get(url).status_code == 200
    project.refresh_from_db()
    assert project.state == before
    editor.post(url, {"note": "写清集合地点"})
    project.refresh_from_db()
    assert project.state == state
    log = project.transitions.get()
    assert log.actor is not None
    assert log.note == ("写清集合地点" if action in ("return", "withdraw") else "")


def test_incomplete_notice_is_told_in_words_and_not_submitted(editor):
    project = ProjectFactory(draft=True, risks="")
    url = f"/admin/projects/{project.pk}/submit/"
    page = editor.get(url).content.decode()
    assert "可能的风险" in page
    assert "至少一个场次" in page
    assert "招募信息还缺" in editor.post(url, follow=True).content.decode()
    project.refresh_from_db()
    assert project.state == ProjectState.DRAFT


@pytest.mark.parametrize("action", ["publish", "finish", "submit"])
def test_change_that_the_table_does_not_allow_is_refused(editor, action):
    project = ProjectFactory(finished=True)
    editor.post(f"/admin/projects/{project.pk}/{action}/")
    project.refresh_from_db()
    assert project.state == ProjectState.FINISHED


@pytest.mark.parametrize("path", ["1/explode/", "999999/publish/", "edit/999999/", "abc/publish/"])
def test_unknown_rows_and_buttons_are_not_found(editor, path):
    assert editor.get(f"/admin/projects/{path}").status_code == 404


def test_projects_are_not_deleted(administrator):
    project = ProjectFactory()
    assert administrator.post(f"/admin/projects/delete/{project.pk}/").status_code == 404
    assert Project.objects.filter(pk=project.pk).exists()


def test_listing_shows_next_date_and_places_left_and_filters(editor):
    activity = ActivityFactory(project__title="湖边晨跑", capacity=10)
    SignupFactory.create_batch(3, activity=activity)
    ProjectFactory(title="草稿里的", draft=True)
    page = editor.get("/admin/projects/").content.decode()
    assert "湖边晨跑" in page
    assert "草稿里的" in page
    row = page.split(activity.project.title)[-1].split("</tr>")[0]
    assert re.search(r">\s*7\s*<", row)
    drafts = editor.get("/admin/projects/?state=draft").content.decode()
    assert "草稿里的" in drafts
    assert "湖边晨跑" not in drafts
    assert "湖边晨跑" in editor.get("/admin/projects/?q=晨跑").content.decode()


@pytest.mark.parametrize("path", ["projects/", "activities/", "teams/", "signups/", "volunteers/", "memberships/"])
def test_listings_need_the_same_queries_for_one_row_and_for_twenty(editor, path):
    def make() -> None:
        SignupFactory()
        MembershipFactory()

    make()
    one = queries_of(editor, f"/admin/{path}")
    for _number in range(19):
        make()
    assert queries_of(editor, f"/admin/{path}") == one
    assert one <= 30


@pytest.mark.parametrize(
    "query",
    ["?state=x", "?state=%00", "?q=%22", "?q=" + "x" * 5000, "?p=0", "?p=abc", "?ordering=;drop", "?field=999999"],
)
def test_listing_survives_any_query(editor, query):
    ActivityFactory()
    assert editor.get(f"/admin/projects/{query}").status_code in (200, 400, 404)


def test_smaller_capacity_than_places_held_is_refused_in_words(editor):
    activity = ActivityFactory(capacity=10)
    SignupFactory.create_batch(4, activity=activity)
    answer = editor.post(f"/admin/activities/edit/{activity.pk}/", activity_form(activity, capacity=3))
    assert answer.status_code == 200
    activity.refresh_from_db()
    assert activity.capacity == 10
    errors = answer.context["form"].non_field_errors()
    assert errors
    assert errors[0] in answer.content.decode()


def test_larger_capacity_lets_the_line_move_up(editor):
    activity = ActivityFactory(capacity=1)
    SignupFactory(activity=activity)
    waiting = SignupFactory(activity=activity, waitlisted=True)
    editor.post(f"/admin/activities/edit/{activity.pk}/", activity_form(activity, capacity=2))
    waiting.refresh_from_db()
    assert waiting.state == SignupState.CONFIRMED


def test_new_date_begins_with_what_the_last_one_said(editor):
    last = ActivityFactory(place_name="龙源湖东门", capacity=33)
    form = editor.get(f"/admin/activities/new/?project={last.project_id}").content.decode()
    assert "龙源湖东门" in form
    assert 'value="33"' in form
    assert editor.get("/admin/activities/new/?project=abc").status_code == 200


def test_activity_that_ends_before_it_begins_is_refused(editor):
    activity = ActivityFactory()
    early = timezone.localtime(activity.starts_at - timedelta(hours=3)).strftime(TIME)
    answer = editor.post(f"/admin/activities/edit/{activity.pk}/", activity_form(activity, ends_at=early))
    assert answer.status_code == 200
    activity.refresh_from_db()
    assert activity.ends_at > activity.starts_at


def test_team_that_is_saved_gets_its_workspace(editor):
    form = {
        "name": "湖边队",
        "slug": "hubian",
        "state": "active",
        "kind": "interest",
        "district": DistrictFactory().pk,
        "fields": [ServiceFieldFactory().pk],
        "founded_year": "",
        "image": "",
        "summary": "跑步",
        "contact_name": "",
        "contact_phone": "",
    }
    editor.post("/admin/teams/new/", form)
    team = Team.objects.get(slug="hubian")
    assert team.fields.count() == 1
    assert team.cms_workspace.group is not None


def test_person_joins_by_what_they_log_in_with_and_gets_the_rights(editor):
    team, user = TeamFactory(), UserFactory(email="leader@example.org")
    form = {"team": team.pk, "account": "Leader@example.org", "role": MembershipRole.LEADER}
    editor.post("/admin/memberships/new/", form)
    membership = Membership.objects.get()
    assert membership.user == user
    assert user.groups.exists()
    editor.post(f"/admin/memberships/edit/{membership.pk}/", {"role": MembershipRole.MEMBER})
    assert not user.groups.exists()


def test_person_joins_by_mobile_number(editor):
    user = UserFactory(by_phone=True)
    number = str(user.phone).removeprefix("+86")
    editor.post("/admin/memberships/new/", {"team": TeamFactory().pk, "account": number, "role": "member"})
    assert Membership.objects.get().user == user


@pytest.mark.parametrize("account", ["", "nobody@example.org", "123", "x" * 300, "@", "13800000000"])
def test_unknown_account_is_told_in_words(editor, account):
    answer = editor.post("/admin/memberships/new/", {"team": TeamFactory().pk, "account": account, "role": "member"})
    assert answer.status_code == 200
    assert not Membership.objects.exists()


def test_membership_ends_after_it_was_confirmed(editor):
    membership = MembershipFactory()
    url = f"/admin/memberships/{membership.pk}/end/"
    assert editor.get(url).status_code == 200
    membership.refresh_from_db()
    assert membership.ended_at is None
    editor.post(url)
    membership.refresh_from_db()
    assert membership.ended_at is not None


def test_names_and_contacts_are_masked(editor):
    volunteer = VolunteerFactory(name="林晓晓", user__email="linxiaoxiao@example.org")
    SignupFactory(volunteer=volunteer)
    for path in ("volunteers/", "signups/"):
        page = editor.get(f"/admin/{path}").content.decode()
        assert volunteer.volunteer_no in page
        assert "林＊＊" in page
        assert "林晓晓" not in page
        assert "linxiaoxiao" not in page


@pytest.mark.parametrize("path", ["signups/new/", "signups/edit/1/", "volunteers/new/", "volunteers/edit/1/"])
def test_lists_that_only_show_have_no_forms(administrator, path):
    assert administrator.get(f"/admin/{path}").status_code == 404


def test_administrator_changes_what_the_site_says_about_the_city(administrator):
    form = {
        "site_name": "微笑焦作",
        "site_name_en": "",
        "slogan": "志愿你我他",
        "slogan_en": "",
        "name": "焦作",
        "name_en": "",
        "emblem": "",
        "contact_phone": "0391-0000000",
        "contact_hours": "",
        "contact_email": "",
        "contact_address": "",
        "icp_number": "",
        "police_number": "",
    }
    assert administrator.post("/admin/city/", form).status_code == 302
    assert City.objects.get().slogan == "志愿你我他"
    assert "志愿你我他" in administrator.get("/").content.decode()


def test_editor_does_not_change_the_city_or_the_privacy_notice(editor):
    for path in ("city/", "privacy-notices/", "privacy-notices/new/"):
        assert editor.get(f"/admin/{path}").status_code == 302


def test_notice_that_somebody_agreed_to_keeps_its_words(administrator):
    notice = PrivacyNoticeFactory(text="原来的话")
    form = {
        "title": notice.title,
        "version": notice.version,
        "effective_at": "2020-01-01 00:00",
        "text": "改过的话",
        "text_en": "",
    }
    administrator.post(f"/admin/privacy-notices/edit/{notice.pk}/", form)
    notice.refresh_from_db()
    assert notice.text == "改过的话"
    ConsentFactory(notice=notice)
    answer = administrator.post(f"/admin/privacy-notices/edit/{notice.pk}/", form | {"text": "又改"})
    assert "请新建一个版本" in answer.content.decode()
    assert PrivacyNotice.objects.get().text == "改过的话"


def test_term_that_is_used_is_not_deleted_and_says_why(administrator):
    used, unused = ActivityFactory().district, DistrictFactory(slug="empty")
    answer = administrator.post(f"/admin/districts/delete/{used.pk}/", follow=True)
    assert "还在使用" in answer.content.decode()
    administrator.post(f"/admin/districts/delete/{unused.pk}/")
    assert set(District.objects.all()) == {used}


def test_dashboard_says_what_waits(editor):
    ProjectFactory.create_batch(2, in_review=True)
    page = editor.get("/admin/").content.decode()
    assert "今天要做的" in page
    assert "<b>2</b>个项目等着审核" in page


def test_chooser_finds_projects_by_words_and_offers_no_drafts(editor):
    ProjectFactory(title="湖边晨跑")
    ProjectFactory(title="湖边的草稿", draft=True)
    ProjectFactory(title="读书")
    found = editor.get("/admin/choose-project/results/?q=湖边").content.decode()
    assert "湖边晨跑" in found
    assert "湖边的草稿" not in found
    assert "读书" not in found


@pytest.mark.parametrize("query", ['"', " ", "%00", "x" * 2000])
def test_chooser_survives_any_words(editor, query):
    ProjectFactory()
    assert editor.get("/admin/choose-project/results/", {"q": query.replace("%00", "\x00")}).status_code in (200, 400)
