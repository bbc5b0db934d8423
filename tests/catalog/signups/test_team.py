"""The team's tools: the list of projects, the form builder on a phone without script, who comes."""

import pytest
from django.test import Client

from catalog.signups.enums import QuestionKind
from catalog.signups.models import Question, SignupForm, SignupFormVersion
from tests.factories.accounts import UserFactory, VolunteerFactory
from tests.factories.catalog import ActivityFactory, MembershipFactory, ProjectFactory
from tests.factories.signups import QuestionFactory, SignupFactory, SignupFormVersionFactory

pytestmark = pytest.mark.django_db


def html(answer) -> str:
    """The page as text."""
    return answer.content.decode()


@pytest.fixture
def project():
    """A project of the leader's team."""
    return ProjectFactory(title="旧书整理")


@pytest.fixture
def leader(project):
    """The browser in which the team's leader is logged in."""
    client = Client()
    client.force_login(MembershipFactory(team=project.team, leader=True).user)
    return client


@pytest.fixture
def base(project) -> str:
    """The address of the project's form."""
    return f"/team/projects/{project.public_id}/form/"


class TestBuilder:
    """From nothing to a published form, and on."""

    def test_whole_way(self, leader, project, base):
        assert "没有问题" in html(leader.get(base))

        answer = leader.post(
            f"{base}questions/add/",
            {
                "label": "你能辅导什么",
                "kind": QuestionKind.MULTIPLE_CHOICE,
                "choice_lines": "语文\n数学",
                "is_required": "on",
            },
            follow=True,
        )
        assert "正在改，还没有发布" in html(answer)
        assert "语文、数学" in html(answer)
        leader.post(f"{base}questions/add/", {"label": "想说的", "kind": QuestionKind.LONG_TEXT})
        page = html(leader.get(f"{base}preview/"))
        assert "你能辅导什么" in page
        assert "想说的" in page
        assert 'type="submit"' not in page.partition("<main")[2].partition("</main>")[0]

        leader.post(f"{base}publish/")

        version = SignupForm.objects.get(project=project).published_version()
        assert [each.label for each in version.questions.all()] == ["你能辅导什么", "想说的"]
        assert [each.is_required for each in version.questions.all()] == [True, False]
        page = html(leader.get(base))
        assert "已发布，第 1 版" in page
        assert "删除" not in page

    def test_editing_what_is_published_begins_with_a_copy(self, leader, project, base):
        SignupFormVersionFactory(project=project, number=1, questions=[{"label": "一"}], published=True)

        page = html(leader.post(f"{base}edit/", follow=True))

        assert "正在改" in page
        draft = SignupFormVersion.objects.get(published_at=None)
        key = draft.questions.get().key
        leader.post(f"{base}questions/{key}/", {"label": "一改", "kind": QuestionKind.SHORT_TEXT})
        assert draft.questions.get().label == "一改"
        assert project.signup_form.published_version().questions.get().label == "一"
        leader.post(f"{base}discard/")
        assert not SignupFormVersion.objects.filter(published_at=None).exists()

    def test_move_and_delete(self, leader, project, base):
        draft = SignupFormVersionFactory(project=project, number=1, questions=[{"label": "一"}, {"label": "二"}])
        first, second = draft.questions.all()

        leader.post(f"{base}questions/{second.key}/move/", {"to": "up"})
        assert [each.label for each in draft.questions.all()] == ["二", "一"]
        leader.post(f"{base}questions/{second.key}/move/", {"to": "down"})
        assert [each.label for each in draft.questions.all()] == ["一", "二"]
        assert leader.post(f"{base}questions/{second.key}/move/", {"to": "sideways"}).status_code == 404
        answer = leader.post(f"{base}questions/{first.key}/delete/", follow=True)
        assert "删掉了“一”" in html(answer)
        assert draft.questions.get() == second

    def test_what_is_wrong_is_said_with_everything_kept(self, leader, project, base):
        answer = leader.post(
            f"{base}questions/add/",
            {"label": "红马甲穿多大", "kind": QuestionKind.SINGLE_CHOICE, "choice_lines": "小号"},
        )

        page = html(answer)
        assert "至少写两个选项" in page
        assert "红马甲穿多大" in page
        assert "小号" in page
        assert not Question.objects.exists()
        assert not SignupFormVersion.objects.exists()

    def test_twenty_first_question_is_refused_in_words(self, leader, project, base):
        SignupFormVersionFactory(project=project, number=1, questions=[{"label": str(n)} for n in range(20)])

        answer = leader.post(f"{base}questions/add/", {"label": "再来一个", "kind": QuestionKind.SHORT_TEXT})

        assert "最多 20 个问题" in html(answer)
        assert "再来一个" in html(answer)

    @pytest.mark.parametrize("value", ["", "   ", "x" * 10_000, "<script>alert(1)</script>", "🙂" * 60, "0", "1e400"])
    def test_hostile_values_get_a_corrected_page(self, leader, base, value):
        good = {
            "label": "问题",
            "kind": QuestionKind.SHORT_TEXT,
            "choice_lines": "",
            "help_text": "",
            "is_required": "on",
        }
        for name in good:
            answer = leader.post(f"{base}questions/add/", good | {name: value}, follow=True)
            assert answer.status_code == 200, name
            assert "<script>alert" not in html(answer)

    def test_nul_is_refused_clearly(self, leader, base):
        answer = leader.post(f"{base}questions/add/", {"label": "a\x00b", "kind": QuestionKind.SHORT_TEXT})

        assert answer.status_code == 400
        assert not Question.objects.exists()

    def test_published_question_has_no_address(self, leader, project, base):
        version = SignupFormVersionFactory(project=project, number=1, questions=[{"label": "一"}], published=True)
        url = f"{base}questions/{version.questions.get().key}/"

        assert leader.get(url).status_code == 404
        assert leader.post(url, {"label": "二", "kind": QuestionKind.SHORT_TEXT}).status_code == 404
        assert leader.post(f"{url}delete/").status_code == 404

    def test_question_of_another_project_has_no_address_here(self, leader, base):
        foreign = QuestionFactory()

        assert leader.get(f"{base}questions/{foreign.key}/").status_code == 404
        assert leader.post(f"{base}questions/{foreign.key}/delete/").status_code == 404
        assert Question.objects.filter(pk=foreign.pk).exists()

    def test_publishing_nothing_is_said_in_words(self, leader, base):
        assert "没有改动要发布" in html(leader.post(f"{base}publish/", follow=True))
        assert leader.post(f"{base}discard/").status_code == 302

    @pytest.mark.parametrize("part", ["edit/", "publish/", "discard/"])
    def test_nothing_is_written_by_a_link(self, leader, project, base, part):
        draft = SignupFormVersionFactory(project=project, number=1, questions=[{"label": "一"}])
        question = draft.questions.get()

        assert leader.get(f"{base}{part}").status_code == 405
        assert leader.get(f"{base}questions/{question.key}/move/?to=up").status_code == 405
        assert leader.get(f"{base}questions/{question.key}/delete/").status_code == 405
        assert draft.questions.count() == 1

    def test_nothing_is_written_without_a_token(self, project, base):
        client = Client(enforce_csrf_checks=True)
        client.force_login(MembershipFactory(team=project.team, leader=True).user)

        answer = client.post(f"{base}questions/add/", {"label": "一", "kind": QuestionKind.SHORT_TEXT})

        assert answer.status_code == 403
        assert not Question.objects.exists()


class TestRoster:
    """Who comes to one activity."""

    @pytest.fixture
    def activity(self, project):
        """An activity with four people in different states."""
        version = SignupFormVersionFactory(
            project=project,
            number=1,
            questions=[
                {"label": "能扛吗", "kind": QuestionKind.YES_NO},
                {"label": "紧急电话", "kind": QuestionKind.PHONE},
            ],
            published=True,
        )
        activity = ActivityFactory(project=project)
        lift, phone = version.questions.all()
        for name, state in (
            ("张三", "withdrawn"),
            ("李四", "waitlisted"),
            ("王五", "confirmed"),
            ("赵六", "waitlisted"),
        ):
            volunteer = VolunteerFactory(
                name=name, user=UserFactory(by_phone=True, phone="+8613700137" + f"{ord(name[0]) % 1000:03d}")
            )
            signup = SignupFactory(activity=activity, volunteer=volunteer, **{state: True}, form_version=version)
            signup.answers.create(question=lift, value=True)
            signup.answers.create(question=phone, value="+8613900139000")
        return activity

    def url(self, activity) -> str:
        """Its address."""
        return f"/team/projects/{activity.project.public_id}/activities/{activity.public_id}/"

    def test_who_comes_then_the_line_then_who_gave_up(self, leader, activity):
        page = html(leader.get(self.url(activity)))

        order = [page.index(name) for name in ("王五", "李四", "赵六", "张三")]
        assert order == sorted(order)
        assert "候补第 1 位" in page
        assert "能扛吗：是" in page

    def test_numbers_are_masked_until_asked_for(self, leader, activity):
        number = str(activity.signups.first().volunteer.user.phone).removeprefix("+86")

        page = html(leader.get(self.url(activity)))
        assert number not in page
        assert "13900139000" not in page
        assert "137****" in page
        assert "139****9000" in page

        page = html(leader.get(self.url(activity), {"contacts": "1"}))
        assert f'href="tel:+86{number}"' in page
        assert "13900139000" in page

    def test_editor_of_the_city_sees_masked_numbers_only(self, activity):
        from django.contrib.auth.models import Permission

        editor = UserFactory()
        editor.user_permissions.add(Permission.objects.get(codename="view_signup"))
        client = Client()
        client.force_login(editor)

        page = html(client.get(self.url(activity), {"contacts": "1"}))

        assert "王五" in page
        assert "137****" in page
        assert "13900139000" not in page
        assert "显示联系方式" not in page

    def test_one_state_only(self, leader, activity):
        page = html(leader.get(self.url(activity), {"state": "waitlisted"}))

        assert "李四" in page
        assert "王五" not in page
        assert "全部 4" in page

    @pytest.mark.parametrize(
        "query", [{"state": "nonsense"}, {"page": "-3"}, {"page": "x"}, {"contacts": "999"}, {"state": "x" * 999}]
    )
    def test_odd_parameters_show_the_list(self, leader, activity, query):
        answer = leader.get(self.url(activity), query)

        assert answer.status_code == 200
        assert "王五" in html(answer)

    def test_same_number_of_queries_at_1_and_at_30(self, leader, activity, django_assert_num_queries):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        leader.get(self.url(activity))
        with CaptureQueriesContext(connection) as few:
            leader.get(self.url(activity))
        for _ in range(26):
            SignupFactory(activity=activity)
        with django_assert_num_queries(len(few)):
            leader.get(self.url(activity))
        assert len(few) <= 12

    def test_empty_roster_shows_a_way_on(self, leader, project):
        assert "还没有人报名" in html(leader.get(self.url(ActivityFactory(project=project))))

    def test_unknown_ids_are_not_there(self, leader, activity):
        other = ActivityFactory()

        for wrong in (
            self.url(activity).replace(activity.public_id, other.public_id),
            self.url(activity).replace(activity.public_id, "zzzzzzzzzz"),
            "/team/projects/zzzzzzzzzz/activities/zzzzzzzzzz/",
        ):
            assert leader.get(wrong).status_code == 404


class TestList:
    """/team/."""

    def test_projects_of_my_teams_with_their_coming_activities(self, leader, project):
        activity = ActivityFactory(project=project)
        over = ActivityFactory(project=project, over=True)
        other = ActivityFactory()
        finished = ProjectFactory(team=project.team, finished=True, title="办完的")
        draft = ProjectFactory(team=project.team, draft=True, title="还是草稿")

        page = html(leader.get("/team/"))

        assert f"/team/projects/{project.public_id}/form/" in page
        assert activity.public_id in page
        coming, folded = page.split("办过的场次")
        assert over.public_id not in coming
        assert over.public_id in folded
        assert other.project.title not in page
        assert finished.title not in page
        assert draft.title in page

    def test_same_number_of_queries_at_1_and_at_15(self, leader, project, django_assert_num_queries):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        def fill(count):
            for _ in range(count):
                one = ProjectFactory(team=project.team)
                ActivityFactory.create_batch(2, project=one)
                SignupFormVersionFactory(project=one, number=1, questions=[{"label": "一"}], published=True)

        fill(1)
        leader.get("/team/")
        with CaptureQueriesContext(connection) as few:
            leader.get("/team/")
        fill(14)
        with django_assert_num_queries(len(few)):
            leader.get("/team/")
        assert len(few) <= 14
