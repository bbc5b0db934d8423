"""The index follows the catalog: on commit, never before, and never what nobody may read."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from catalog.core.signals import changed
from catalog.projects.services import activity_save, project_publish, project_save, project_withdraw
from catalog.signups.services import signup_submit, signup_withdraw
from catalog.teams.services import team_save
from search import registry, sync
from search.analysis import query_runs
from search.check import differences
from search.documents import Document, Key
from search.engines import engine
from search.models import IndexedDocument, PendingChange, Posting
from tests.factories.accounts import VolunteerFactory
from tests.factories.catalog import (
    ActivityFactory,
    AudienceFactory,
    DistrictFactory,
    ProjectBrandFactory,
    ProjectFactory,
    ServiceFieldFactory,
)

pytestmark = pytest.mark.django_db


def found(query: str) -> set[int]:
    """The ids of the projects that the words find."""
    return {hit.key.object_id for hit in engine().match(query_runs(query), ["project"])}


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """`with committing():` what happens inside is committed at its end."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_new_project_is_found_after_the_commit(committing):
    activity = ActivityFactory(project=ProjectFactory(title="望远镜看月亮", in_review=True))
    with committing():
        project_publish(project=activity.project)
        assert found("望远镜") == set()
    assert found("望远镜") == {activity.project_id}
    assert not PendingChange.objects.exists()


def test_rename_is_followed(committing, build_index):
    project = ProjectFactory(title="望远镜看月亮")
    build_index()
    project.title = "显微镜看树叶"
    with committing():
        project_save(project=project)
    assert found("望远镜") == set()
    assert found("显微镜") == {project.pk}


def test_rollback_leaves_nothing(committing, build_index):
    project = ProjectFactory(title="望远镜看月亮")
    build_index()
    project.title = "显微镜看树叶"
    with committing(), pytest.raises(RuntimeError), transaction.atomic():
        project_save(project=project)
        raise RuntimeError
    assert found("显微镜") == set()
    assert found("望远镜") == {project.pk}
    assert not PendingChange.objects.exists()


def test_withdrawn_project_leaves_the_index(committing, build_index):
    project = ProjectFactory(title="望远镜看月亮")
    build_index()
    with committing():
        project_withdraw(project=project)
    assert found("望远镜") == set()
    assert not IndexedDocument.objects.exists()
    assert not Posting.objects.exists()


def test_new_place_and_new_team_name_are_followed(committing, build_index):
    activity = ActivityFactory()
    build_index()
    activity.place_name = "龙源湖北门"
    with committing():
        activity_save(activity=activity)
    assert found("龙源湖") == {activity.project_id}
    activity.project.team.name = "新名字志愿队"
    with committing():
        team_save(team=activity.project.team)
    assert found("新名字") == {activity.project_id}


@pytest.mark.parametrize(
    "make",
    [
        lambda project: project.field,
        lambda project: project.brand,
        lambda project: project.audiences.get(),
        lambda project: project.activities.get().district,
    ],
)
def test_renamed_list_entry_is_followed_without_a_service(committing, build_index, make):
    project = ProjectFactory(brand=ProjectBrandFactory(), audiences=[AudienceFactory()])
    ActivityFactory(project=project)
    build_index()
    entry = make(project)
    entry.name = "独一无二"
    with committing():
        entry.save()
    assert found("独一无二") == {project.pk}


def test_chosen_audience_is_followed(committing, build_index):
    project = ProjectFactory()
    build_index()
    with committing():
        project.audiences.add(AudienceFactory(slug="choir", name="合唱爱好者"))
    assert found("合唱爱好者") == {project.pk}


def test_deleted_project_and_activity_leave(committing, build_index):
    activity = ActivityFactory(place_name="龙源湖北门")
    other = ProjectFactory(title="望远镜")
    build_index()
    with committing():
        activity.delete()
        other.delete()
    assert found("龙源湖") == found("望远镜") == set()


def test_sign_up_does_not_touch_the_index(committing, build_index, django_assert_num_queries):
    activity = ActivityFactory()
    build_index()
    before = list(IndexedDocument.objects.values())
    with committing():
        signup = signup_submit(activity=activity, volunteer=VolunteerFactory())
        assert not PendingChange.objects.exists()
        signup_withdraw(signup=signup, actor=signup.volunteer.user)
        assert not PendingChange.objects.exists()
    assert list(IndexedDocument.objects.values()) == before


def test_save_without_a_change_writes_nothing(committing, build_index):
    project = ProjectFactory()
    build_index()
    postings = set(Posting.objects.values_list("pk", flat=True))
    with committing():
        project_save(project=project)
    assert set(Posting.objects.values_list("pk", flat=True)) == postings


def test_many_changes_of_one_transaction_are_worked_off_once(committing, monkeypatch, build_index):
    projects = [ProjectFactory() for _ in range(5)]
    build_index()
    calls = []
    original = sync.work_off
    monkeypatch.setattr(sync, "work_off", lambda: calls.append(original()))
    with committing():
        for number, project in enumerate(projects):
            project.title = f"改名 {number}"
            project_save(project=project)
    assert calls == [5]


@pytest.mark.expects_error_log("django_tasks")
def test_what_failed_is_taken_along_by_the_next_change(committing, monkeypatch, build_index):
    first, second = ProjectFactory(title="甲"), ProjectFactory(title="乙")
    build_index()
    first.title, second.title = "望远镜", "显微镜"
    with monkeypatch.context() as broken:
        broken.setattr(type(engine()), "index", lambda *_: 1 / 0)
        with committing():
            project_save(project=first)
    assert found("望远镜") == set()
    assert PendingChange.objects.count() == 1
    with committing():
        project_save(project=second)
    assert found("望远镜") == {first.pk}
    assert found("显微镜") == {second.pk}


def test_change_of_something_unknown_is_ignored():
    changed("weather", 1)
    assert not PendingChange.objects.exists()


def test_number_of_queries_to_index_does_not_grow(build_index, django_assert_max_num_queries):
    for _ in range(30):
        ActivityFactory(project__audiences=[AudienceFactory()])
    with django_assert_max_num_queries(30):
        build_index()


# ---------- the command


def run(action: str) -> str:
    """What `manage.py search_index` prints."""
    out = StringIO()
    call_command("search_index", action, stdout=out)
    return out.getvalue()


def test_build_then_check_finds_no_difference():
    ActivityFactory()
    ProjectFactory(draft=True)
    assert "共 1 条" in run("build")
    assert "一致" in run("check")


def test_check_names_what_differs(build_index):
    stale, missing, gone, damaged, pending = (ProjectFactory() for _ in range(5))
    build_index()
    type(stale).objects.filter(pk=stale.pk).update(title="改了")
    type(gone).objects.filter(pk=gone.pk).update(state="withdrawn")
    IndexedDocument.objects.get(object_id=missing.pk).delete()
    Posting.objects.filter(document__object_id=damaged.pk).first().delete()
    PendingChange.objects.all().delete()
    PendingChange.objects.create(kind="project", object_id=pending.pk)
    problems = {difference.key.object_id: difference.problem for difference in differences()}
    assert problems == {
        stale.pk: "索引里的内容是旧的",
        missing.pk: "索引里没有",
        gone.pk: "索引里有，公开内容里没有",
        damaged.pk: "索引里的词不全或有多余",
        pending.pk: "改动还没有进入索引",
    }
    with pytest.raises(CommandError, match="5"):
        run("check")
    run("build")
    assert not list(differences())


def test_new_analysis_asks_for_a_build(build_index, monkeypatch):
    ProjectFactory()
    build_index()
    monkeypatch.setattr("search.analysis.version", lambda: "2-00000000")
    assert [difference.problem for difference in differences()] == ["索引里的内容是旧的"]


# ---------- other kinds of document


@pytest.fixture
def stories():
    """A kind of document that another room registers; the rows are in the dict."""
    rows: dict[int, str] = {}

    def load(object_ids):
        return [Document(Key("story", pk), title=rows[pk]) for pk in object_ids if pk in rows]

    registry.register(registry.DocumentKind("story", load, lambda: list(rows), {"campaign": lambda _pks: list(rows)}))
    yield rows
    registry.unregister("story")


def test_another_room_registers_its_own_kind(committing, stories):
    stories[7] = "一万步的故事"
    with committing():
        changed("story", 7)
    assert [hit.key for hit in engine().match(query_runs("故事"), ["story"])] == [Key("story", 7)]
    assert engine().match(query_runs("故事"), ["project"]) == []
    stories[7] = "另一篇报道"
    with committing():
        changed("campaign", 1)
    assert engine().match(query_runs("报道"), ["story"])
    del stories[7]
    with committing():
        changed("story", 7)
    assert engine().match(query_runs("报道"), ["story"]) == []


def test_equal_hits_are_ordered_by_rank_then_id():
    documents = [Document(Key("story", pk), title="同一个题目", rank=rank) for pk, rank in ((3, 5), (1, 5), (2, 9))]
    engine().index(documents)
    assert [hit.key.object_id for hit in engine().match(query_runs("题目"), ["story"])] == [2, 1, 3]


def test_fields_and_districts_that_nobody_uses_are_no_trouble(build_index):
    DistrictFactory(slug="wenxian")
    ServiceFieldFactory(slug="law")
    build_index()
    assert found("区") == set()
